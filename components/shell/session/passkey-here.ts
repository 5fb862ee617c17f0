import { browserSupportsWebAuthn, startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";
import { send, type Sent } from "../send";

const never = () => () => undefined;

/** Whether this browser can use passkeys at all; unknown, and so false, on the server. */
export function usePasskeysHere(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
}

const notUsed: Sent<never> = { ok: false, error: { error: "Refused", message: "The passkey was not used. Try again, or go another way." } };

/** Has the browser ask for a passkey, and sends its answer. */
export async function showPasskey(askAt: string, sendTo: string): Promise<Sent<unknown>> {
  const asked = await send<PublicKeyCredentialRequestOptionsJSON | { passkey: PublicKeyCredentialRequestOptionsJSON | null }>("POST", askAt, {}, { quiet: true });
  if (!asked.ok) return asked;
  const optionsJSON = "challenge" in asked.data ? asked.data : asked.data.passkey;
  if (!optionsJSON) return notUsed;
  // Closed by the person, or nothing there to show: the browser does not say which.
  const passkey = await startAuthentication({ optionsJSON }).catch(() => null);
  return passkey ? send("POST", sendTo, { passkey }, { quiet: true }) : notUsed;
}

/** Has the browser make a passkey, and sends it. */
export async function makePasskey(askAt: string, sendTo: string, name: string): Promise<Sent<unknown>> {
  const asked = await send<PublicKeyCredentialCreationOptionsJSON>("POST", askAt, {});
  if (!asked.ok) return asked;
  try {
    return await send("POST", sendTo, { name, passkey: await startRegistration({ optionsJSON: asked.data }) });
  } catch (error) {
    const isKnown = error instanceof Error && error.name === "InvalidStateError";
    return { ok: false, error: { error: "Refused", message: isKnown ? "This device has a passkey of yours already." : "No passkey was made. Try again when you are ready." } };
  }
}
