"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { roleWordsOf } from "@/lib/agencies/members/labels";
import type { RegisteredMember, RegisterView } from "@/lib/agencies/members/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form } from "../../ui/form/form";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { WarningStrip } from "../../ui/signal/notice";
import { MemberFields, type MemberTyped } from "./member-fields";

type Changed = { waiting: string[]; secondWords: string };
type Stands = MemberTyped & { version: number };

/** Changes a post. Where somebody changed it meanwhile, what stands now is shown and what was typed is kept. */
export function ChangeMember({ view, member }: { view: RegisterView; member: RegisteredMember }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<MemberTyped>(member);
  const [stands, setStands] = useState<Stands | null>(null);
  const sending = useSend<Changed, object>({
    path: `/api/members/${member.memberId}/change`,
    onSaved: ({ waiting, secondWords }) => {
      say({ title: `${member.name}'s post is changed.`, steps: waiting.length > 0 ? [{ what: `“${waiting.join("”, “")}” waits for ${secondWords}.` }] : undefined });
      setOpen(false);
      setStands(null);
      router.refresh();
    },
    onRefused: (problem) => problem.error === "Conflict" && setStands((problem.current as Stands | undefined) ?? null),
  });
  const open = () => {
    setTyped({ title: member.title, phone: member.phone, team: member.team, roles: member.roles, trainedIn: member.trainedIn });
    setStands(null);
    setOpen(true);
  };
  const { title, phone, team, roles, trainedIn } = typed;
  return (
    <>
      <Button size="small" data-key="c" onClick={open}>Change<VisuallyHidden> {member.name}</VisuallyHidden></Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Change ${member.name}`} width="wide">
        <Form name="change-member" className="grid gap-4" errors={sending.errors} message={stands ? undefined : sending.message} onSubmit={() => void sending.save({ version: stands?.version ?? member.version, title, phone, team, roles, trainedIn })}>
          {stands ? (
            <WarningStrip role="alert" title="Somebody changed this member meanwhile.">
              It now reads: {[stands.title, stands.phone, stands.team, roleWordsOf(stands.roles).join(", ")].filter(Boolean).join(" · ")}. What you typed is below; save again to put it in its place.
            </WarningStrip>
          ) : null}
          <MemberFields typed={typed} change={(next) => setTyped({ ...typed, ...next })} view={view} held={member.roles} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Leave as it is</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>Save</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
