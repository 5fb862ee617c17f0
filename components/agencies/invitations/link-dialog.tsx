"use client";

import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { TextInput } from "../../ui/form/text-input";

type Props = { link: string; name: string; isReset: boolean; onClose: () => void };

/** A link that is handed over in person, where no mail is sent. It is shown here once. */
export function LinkDialog({ link, name, isReset, onClose }: Props) {
  const [said, setSaid] = useState("");
  async function copy() {
    setSaid(await navigator.clipboard.writeText(link).then(() => "Copied.", () => "It could not be copied: select it and copy it yourself."));
  }
  return (
    <Dialog isOpen={link !== ""} onClose={onClose} title={`Hand this link to ${name}`} foot={<><Button onClick={() => void copy()}>Copy</Button><Button look="primary" onClick={onClose} autoFocus>Done</Button></>}>
      <div className="grid gap-3">
        <p>{isReset ? "It lets them sign in anew, works once, and runs out in 24 hours." : "It lets them in, works once, and runs out in 7 days."} It is shown here and nowhere else: give it to them in person, or by a way that only they read.</p>
        <TextInput name="link" label="Link" readOnly value={link} onFocus={(event) => event.target.select()} />
        <p role="status" className="text-note text-ink-soft">{said}</p>
      </div>
    </Dialog>
  );
}
