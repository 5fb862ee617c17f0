"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { LinkMade } from "@/lib/agencies/invitations/schema";
import type { RegisteredMember } from "@/lib/agencies/members/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { LinkDialog } from "./link-dialog";

const titles: Record<LinkMade["kind"], (name: string) => string> = {
  join: (name) => `${name} is invited.`, password: (name) => `${name} can set a new password.`, device: (name) => `${name} can set up a new device.`,
};

/** Says what came of asking for a link that is not handed over here. */
export function sayLink({ name, kind, waits, secondWords, link }: LinkMade) {
  if (waits) return say({ title: `The link for ${name} waits.`, steps: [{ what: `${secondWords.charAt(0).toUpperCase()}${secondWords.slice(1)} agrees first, and then gives it out.` }] });
  if (!link) say({ title: titles[kind](name), steps: [{ what: "The link goes to their work address by e-mail. It works once." }, ...(kind === "join" ? [] : [{ what: "They were signed out everywhere, and told." }])] });
}

/** What an administrator can do about how a member signs in. */
export function SignInButton({ member }: { member: RegisteredMember }) {
  const { signIn, name } = member;
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<LinkMade>();
  if (!signIn.mayInvite && !signIn.mayReset) return null;
  const onMade = (answer: LinkMade) => {
    setOpen(false);
    sayLink(answer);
    setMade(answer);
  };
  return (
    <>
      <Button size="small" data-key="s" onClick={() => setOpen(true)}>{signIn.mayInvite ? "Invite" : "Sign-in"}<VisuallyHidden>: {name}</VisuallyHidden></Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={signIn.mayInvite ? `Invite ${name}` : `How ${name} signs in`}>
        <div className="grid gap-4">
          {signIn.words ? <p className="text-ink-soft">{signIn.words}.</p> : null}
          {signIn.mayInvite ? <Step member={member} onMade={onMade} what="join" label={signIn.invitationId ? "Make a new link" : "Invite"} words="They choose a password and set up an authenticator app. An earlier link stops working." /> : null}
          {signIn.mayReset ? (
            <>
              <Step member={member} onMade={onMade} what="password" label="They forgot their password" words="They keep their device: its code is asked for with the link. They are signed out everywhere now." />
              <Step member={member} onMade={onMade} what="device" label="They lost their device" words="A second person agrees first. Then they are signed out everywhere, and set up a new password and a new device." />
            </>
          ) : null}
          {signIn.invitationId ? <TakeBack member={member} close={() => setOpen(false)} /> : null}
        </div>
      </Dialog>
      {made?.link ? <LinkDialog link={made.link} name={name} isReset={made.kind !== "join"} onClose={() => setMade(undefined)} /> : null}
    </>
  );
}

type StepProps = { member: RegisteredMember; what: LinkMade["kind"]; label: string; words: string; onMade: (made: LinkMade) => void };

function Step({ member, what, label, words, onMade }: StepProps) {
  const router = useRouter();
  const sending = useSend<LinkMade, object>({
    path: `/api/members/${member.memberId}/${what === "join" ? "invite" : "reset"}`,
    onSaved: (made) => {
      onMade(made);
      router.refresh();
    },
  });
  return (
    <div className="grid gap-1">
      <p className="text-note text-ink-soft">{words}</p>
      <Button className="w-fit" busy={sending.isSending} onClick={() => void sending.save(what === "join" ? {} : { kind: what })}>{label}</Button>
      {sending.message ? <p role="alert" className="text-note font-bold text-soon">{sending.message}</p> : null}
    </div>
  );
}

function TakeBack({ member, close }: { member: RegisteredMember; close: () => void }) {
  const router = useRouter();
  const sending = useSend({
    path: `/api/members/invitations/${member.signIn.invitationId}/withdraw`,
    onSaved: () => {
      say({ title: `The link for ${member.name} no longer works.` });
      close();
      router.refresh();
    },
  });
  return (
    <div className="grid gap-1">
      <Button className="w-fit" busy={sending.isSending} onClick={() => void sending.save({ version: member.signIn.version })}>Take the link back</Button>
      {sending.message ? <p role="alert" className="text-note font-bold text-soon">{sending.message}</p> : null}
    </div>
  );
}
