import type { RegisteredMember, RegisterView } from "@/lib/agencies/members/schema";
import { counted } from "@/lib/format/due";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { LinkButton, TextLink } from "../../ui/link";
import { DueTag } from "../../ui/signal/due-tag";
import { Tag } from "../../ui/signal/tag";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";
import { AddMember } from "./add-member";
import { SignInButton } from "../invitations/sign-in-button";
import { ChangeMember } from "./change-member";
import { ConfirmButton } from "./confirm-button";

/** The members of an agency: who they are, what they may do, when they last signed in. */
export function Register({ view }: { view: RegisterView }) {
  const { agency, members, onlyQuiet, quietCount, lateCount } = view;
  const all = adminPaths.membersOf(agency.agencyId);
  return (
    <AdminFrame menu={view.menu} title={`Members of ${agency.name}`} current={view.menu.members ? adminPaths.members : adminPaths.adoption} actions={view.may.change ? <AddMember view={view} /> : null}>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-note">
        {onlyQuiet ? <><strong>Not signed in for 28 days: {quietCount}</strong><TextLink href={all}>Show all members</TextLink></> : <><strong>{counted(members.length, "member")}</strong>{quietCount > 0 ? <TextLink href={adminPaths.quiet(agency.agencyId)}>Not signed in for 28 days: {quietCount}</TextLink> : <span className="text-ink-soft">Everybody signed in within 28 days</span>}</>}
        {lateCount > 0 ? <span className="text-ink-soft">Still to confirm: {lateCount}</span> : null}
      </p>
      <Card flush>
        {members.length === 0 ? <EmptyState title={onlyQuiet ? "Everybody signed in within 28 days" : "No members yet"}>{view.may.change && !onlyQuiet ? "Add the first one above." : null}</EmptyState> : (
          <Rows label="Members">{members.map((member) => <MemberRow key={member.memberId} view={view} member={member} />)}</Rows>
        )}
      </Card>
    </AdminFrame>
  );
}

function MemberRow({ view, member }: { view: RegisterView; member: RegisteredMember }) {
  return (
    <Row className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_20rem] lg:items-center">
      <div className="min-w-0 wrap-anywhere">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1"><strong>{member.name}</strong><StateTags member={member} /></p>
        <p className="text-note text-ink-soft">{[member.title, member.team, member.phone].filter(Boolean).join(" · ")}</p>
        <p className="text-note">{member.roleWords.join(" · ") || "No role yet"}</p>
        {member.signIn.words && !member.hasEnded ? <p className={`text-note ${member.signIn.tone === "soon" ? "text-soon" : "text-ink-soft"}`}>{member.signIn.words}</p> : null}
        {member.waitingWords.length > 0 ? <p className="text-note text-soon">Waits for {view.secondWords}: {member.waitingWords.join(" · ")}</p> : null}
      </div>
      <div className="text-note text-ink-soft tabular-nums">
        <p>Last signed in: <span className={member.isQuiet ? "font-bold text-soon" : "text-ink"}>{member.lastWords}</span></p>
        <p>{member.startsLater ? "Begins" : "Since"} {member.sinceWords}{member.endsWords && !member.hasEnded ? <> · <span className="font-bold text-soon">leaves {member.endsWords}</span></> : null}</p>
        <p>{member.isConfirmationLate ? <><DueTag tone="late" words="Confirmation is overdue" /> · </> : null}{member.confirmWords}</p>
      </div>
      {view.may.change && !member.isSelf ? <Steps view={view} member={member} /> : null}
    </Row>
  );
}

function StateTags({ member }: { member: RegisteredMember }) {
  return (
    <>
      {member.isSelf ? <Tag>You</Tag> : null}
      {member.isQuiet ? <Tag tone="soon">28 days or more</Tag> : null}
      {member.hasEnded ? <Tag tone="late">Left, and still holds {member.held}</Tag> : member.held > 0 && member.endsWords ? <Tag tone="soon">Holds {member.held}</Tag> : null}
    </>
  );
}

function Steps({ view, member }: { view: RegisterView; member: RegisteredMember }) {
  return (
    <div className="flex flex-wrap gap-2 lg:justify-end">
      {member.hasEnded ? null : <ChangeMember view={view} member={member} />}
      <SignInButton member={member} />
      {member.isConfirmationLate ? <ConfirmButton member={member} /> : null}
      <LinkButton size="small" data-key="l" href={adminPaths.leaver(member.memberId)}>{member.hasEnded ? "Hand on" : "Leaver"}<VisuallyHidden>: {member.name}</VisuallyHidden></LinkButton>
    </div>
  );
}
