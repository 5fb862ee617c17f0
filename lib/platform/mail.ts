import { createTransport } from "nodemailer";
import { env } from "./env";
import { logger } from "./logger";

/** Whether mail can be sent at all. */
export function canMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends one mail and waits until the mail server took it; throws where it did not. Its words hold nothing about anybody. */
export async function sendMail(operation: string, to: string, words: { subject: string; text: string }): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return;
  const url = new URL(SMTP_URL);
  // Shorter than a transaction may wait.
  for (const limit of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) url.searchParams.set(limit, "4000");
  const transport = createTransport(url.toString());
  try {
    await transport.sendMail({ from: MAIL_FROM, to, ...words });
    logger.info("mail sent", { operation });
  } finally {
    transport.close();
  }
}
