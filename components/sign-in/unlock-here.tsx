"use client";

import { useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { paths } from "../shell/paths";
import { listenToOtherTabs, tellOtherTabs } from "../shell/session/session-channel";
import { ShowFactor } from "../shell/session/show-factor";
import { Card } from "../ui/layout/card";
import { TextLink } from "../ui/link";

/** Opens the session again by one factor, in every tab, and goes back to where it was. */
export function UnlockHere({ next }: { next: string }) {
  const [name, setName] = useState("");
  const signIn = `${paths.signIn}?ended=1&next=${next}`;
  useEffect(() => listenToOtherTabs((news) => news === "signed-in" && location.replace(next)), [next]);
  return (
    <I18nProvider locale="en-GB">
      <Card id="unlock" title={name ? `Unlock as ${name}` : "Unlock"} foot={<TextLink href={`${paths.signIn}?next=${next}`}>Sign in as somebody else</TextLink>}>
        <ShowFactor
          name="unlock"
          askAt={paths.askUnlock}
          sendTo={paths.unlock}
          label="Unlock"
          withPassword
          onWays={(ways) => setName(ways.name ?? "")}
          onEnded={() => location.replace(signIn)}
          onShown={() => {
            tellOtherTabs("signed-in");
            location.replace(next);
          }}
        />
      </Card>
    </I18nProvider>
  );
}
