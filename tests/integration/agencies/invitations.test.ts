import { generateSync } from "otplib";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideInvitation, inviteMember, resetSignIn, withdrawInvitation } from "@/lib/agencies/invitations/commands";
import { addMember } from "@/lib/agencies/members/commands";
import { endMember } from "@/lib/agencies/members/leaving/commands";
import { getRegister } from "@/lib/agencies/members/queries";
import { listWaiting } from "@/lib/agencies/members/roles/queries";
import { listNotices } from "@/lib/notices/queries";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { signIn } from "@/lib/platform/sign-in/credentials";
import { finishLink, openLink } from "@/lib/platform/sign-in/joining/links";
import { switchPost } from "@/lib/platform/sign-in/posts/commands";
import { listPosts } from "@/lib/platform/sign-in/posts/queries";
import { agencyCoded, loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";

let tom: string;
let owen: string;
let agnes: string;

beforeAll(async () => {
  await loadTestCounty();
  [tom, owen, agnes] = [await memberNamed("Tom Barrett"), await memberNamed("Owen Price"), await memberNamed("Agnes Quill")];
});
beforeEach(() => asOwner(`DELETE FROM "RateLimit"`));

const password = "four teal tigers skate";
const from = { device: "A browser", address: "10.0.0.9" };
const secretOf = (link: string) => {
  expect(link).toMatch(/^http:\/\/localhost:3000\/join#[\w-]{43}$/);
  return link.split("#")[1]!;
};
let count = 0;
const starter = (more: object = {}) => ({ name: `Ivo Start ${(count += 1)}`, email: `ivo.start.${count}@fen-homes.example`, title: "Housing officer", roles: ["practitioner"], ...more });
const add = (more: object = {}, by = tom) => addMember.do({ member: by }, starter(more));
const stepNow = () => Math.floor(Date.now() / 30_000);
const codeOf = (key: string, step = stepNow()) => generateSync({ secret: key.replace(/ /g, ""), epoch: step * 30 });

/** Lets a member in by their link; gives back the session and the key of their device. */
async function letIn(link: string, step = stepNow()): Promise<{ token: string; key: string }> {
  const secret = secretOf(link);
  const { authenticator } = await openLink({ secret, address: from.address });
  const { token } = await finishLink({ secret, password, code: codeOf(authenticator!.key, step), ...from });
  return { token, key: authenticator!.key };
}

const standingOf = async (memberId: string, by = tom) => (await getRegister.ask({ member: by }, {})).view.members.find((one) => one.memberId === memberId)!.signIn;
const admitted = (token: string) => listPosts.ask({ session: token }, {}).then(({ actor }) => actor.memberId, (error: Error) => error.constructor.name);
const mayEnter = async (email: string, key: string, step: number) => (await signIn({ email, password, code: codeOf(key, step), ...from })).ok;

describe("an invitation", () => {
  it("lets a starter in once: with a password of their own and a device that is proved, and keeps no secret", async () => {
    const { memberId, name, link } = await add();
    expect(await standingOf(memberId)).toMatchObject({ words: expect.stringMatching(/^Invitation holds until/), mayInvite: true, mayReset: false });
    const secret = secretOf(link);
    const opened = await openLink({ secret, address: from.address });
    expect(opened).toMatchObject({ mode: "set-up", name, agency: "Fen Homes", isReset: false });
    expect((await openLink({ secret, address: from.address })).authenticator?.key).toBe(opened.authenticator?.key);
    await expect(finishLink({ secret, password: "short", code: "000000", ...from })).rejects.toMatchObject({ fields: [{ path: "password" }] });
    await expect(finishLink({ secret, password: `${name} is here`, code: "000000", ...from })).rejects.toMatchObject({ fields: [{ path: "password", message: expect.stringMatching(/without your name/) }] });
    const wrong = codeOf(opened.authenticator!.key) === "000000" ? "111111" : "000000";
    await expect(finishLink({ secret, password, code: wrong, ...from })).rejects.toMatchObject({ fields: [{ path: "code" }] });
    const { token } = await finishLink({ secret, password, code: codeOf(opened.authenticator!.key), ...from });
    expect(await admitted(token)).toBe(memberId);
    await expect(openLink({ secret, address: from.address })).rejects.toMatchObject({ rule: "used" });
    await expect(finishLink({ secret, password, code: codeOf(opened.authenticator!.key, stepNow() + 1), ...from })).rejects.toMatchObject({ rule: "used" });
    expect(await standingOf(memberId)).toMatchObject({ words: "", mayInvite: false, mayReset: true });
    const kept = await asOwner(`SELECT 1 FROM "Invitation" i WHERE i::text LIKE '%' || $1 || '%' UNION ALL SELECT 1 FROM "IdempotencyRecord" r WHERE r::text LIKE '%' || $1 || '%' UNION ALL SELECT 1 FROM "AuditEvent" e WHERE e.payload LIKE '%' || $1 || '%'`, [secret]);
    expect(kept).toEqual([]);
    expect(await asOwner(`SELECT outcome FROM "AuditEvent" WHERE verb = 'invitation.use' AND payload LIKE '%' || $1 || '%'`, [memberId])).toEqual([{ outcome: "done" }]);
  });

  it("is shown once: the same request again is answered without the link", async () => {
    const key = crypto.randomUUID();
    const input = starter();
    expect((await addMember.do({ member: tom }, input, key)).link).not.toBe("");
    expect((await addMember.do({ member: tom }, input, key)).link).toBe("");
  });

  it("takes one of ten who finish at once", async () => {
    const { link } = await add();
    const secret = secretOf(link);
    const { authenticator } = await openLink({ secret, address: from.address });
    const done = await Promise.allSettled(Array.from({ length: 10 }, () => finishLink({ secret, password, code: codeOf(authenticator!.key), ...from })));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("stops working when it is made anew, taken back, run out, or the post ends; and says nothing of whom", async () => {
    const { memberId, link, name } = await add();
    const again = await inviteMember.do({ member: tom }, { memberId });
    const state = async (given: string) => openLink({ secret: secretOf(given), address: from.address }).then(() => "open", (error: { rule: string; message: string }) => {
      expect(error.message).not.toContain(name.split(" ")[0]!);
      return error.rule;
    });
    expect([await state(link), await state(again.link)]).toEqual(["withdrawn", "open"]);
    const standing = await standingOf(memberId);
    await withdrawInvitation.do({ member: tom }, { invitationId: standing.invitationId, version: standing.version });
    expect(await state(again.link)).toBe("withdrawn");
    const third = await inviteMember.do({ member: tom }, { memberId });
    await asOwner(`UPDATE "Invitation" SET "expiresAt" = app_now() - interval '1 second' WHERE "memberId" = $1 AND "endedAt" IS NULL`, [memberId]);
    expect(await state(third.link)).toBe("expired");
    expect(await standingOf(memberId)).toMatchObject({ words: "Invitation has run out", tone: "soon" });
    const fourth = await inviteMember.do({ member: tom }, { memberId });
    await endMember.do({ member: tom }, { memberId, version: 1, reason: "Did not come" });
    expect(await state(fourth.link)).toBe("withdrawn");
    expect(await asOwner(`SELECT 1 FROM "Invitation" WHERE "memberId" = $1 AND "endedAt" IS NULL AND "usedAt" IS NULL`, [memberId])).toEqual([]);
    await expect(openLink({ secret: "x".repeat(43), address: from.address })).rejects.toMatchObject({ rule: "unknown" });
  });

  it("is made by who administers the agency: nobody else, and not for oneself", async () => {
    const { memberId } = await add();
    const priya = await memberNamed("Priya Shah");
    await expect(inviteMember.do({ member: priya }, { memberId })).rejects.toBeInstanceOf(Forbidden);
    await expect(inviteMember.do({ member: owen }, { memberId })).rejects.toMatchObject({ reason: "has-administrator" });
    await expect(inviteMember.do({ member: tom }, { memberId: tom })).rejects.toMatchObject({ reason: "not-yourself" });
    await expect(inviteMember.do({ member: tom }, { memberId: await memberNamed("Dan Okafor") })).rejects.toBeInstanceOf(NotFound);
  });

  it("to an address outside the agency's domains waits for a second person, who gives the link out and is told", async () => {
    const { memberId, inviteWaits, link } = await add({ email: `ivo.${Date.now()}@elsewhere.example` });
    expect([inviteWaits, link]).toEqual([true, ""]);
    const found = async (by: string) => (await listWaiting.ask({ member: by }, {})).view.links.find((one) => one.name.startsWith("Ivo Start"));
    const waits = (await found(owen))!;
    expect(waits).toMatchObject({ kind: "join", mayGrant: true, askedBy: "Tom Barrett" });
    expect(await found(tom)).toMatchObject({ mayGrant: false, mayDecline: true });
    expect((await listNotices.ask({ member: owen }, {})).view.notices.map(({ words, href }) => [words, href])).toContainEqual([expect.stringMatching(/wait.? for you as the second person/), "/admin/waiting"]);
    const input = { invitationId: waits.invitationId, version: waits.version, decision: "granted" };
    await expect(decideInvitation.do({ member: tom }, input)).rejects.toMatchObject({ reason: "second-person" });
    const granted = await decideInvitation.do({ member: owen }, input);
    const { token } = await letIn(granted.link);
    expect(await admitted(token)).toBe(memberId);
  });

  it("for who has a login already is taken up by proving it, and both posts are there to choose", async () => {
    const first = await add();
    const { key } = await letIn(first.link);
    const email = `ivo.start.${count}@fen-homes.example`;
    const [{ id: fire }, police] = [(await asOwner<{ id: string }>(`INSERT INTO "Member" ("userId", "agencyId", name, title, roles, "startsAt") SELECT "userId", $1, 'Fire Admin', 'Administrator', ARRAY['agency_admin']::"MemberRole"[], '2020-01-01' FROM "Member" WHERE name = 'Steph Cutter' RETURNING id`, [await agencyCoded("fire")]))[0]!, await agencyCoded("fire")];
    await asOwner(`UPDATE "Agency" SET "emailDomains" = '{fire.example,fen-homes.example}' WHERE id = $1`, [police]);
    const second = await addMember.do({ member: fire }, { name: "Ivo Also", email, title: "Fire officer", roles: ["practitioner"] });
    expect(await mayEnter(email, key, stepNow() + 1)).toBe(true);
    const secret = secretOf(second.link);
    expect(await openLink({ secret, address: from.address })).toMatchObject({ mode: "known", authenticator: null });
    await asOwner(`UPDATE "Credential" SET "totpLastStep" = 0`);
    await expect(finishLink({ secret, password: "not this one", code: codeOf(key), ...from })).rejects.toMatchObject({ rule: "wrong" });
    const { token } = await finishLink({ secret, password, code: codeOf(key), ...from });
    const posts = (await listPosts.ask({ session: token }, {})).view.posts;
    expect(posts.map(({ agency, isCurrent }) => [agency, isCurrent])).toEqual([["Fen Homes", false], ["Fire and rescue, community safety", true]]);
    await switchPost.do({ session: token }, { memberId: first.memberId });
    expect(await admitted(token)).toBe(first.memberId);
    await expect(switchPost.do({ session: token }, { memberId: tom })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("a reset", () => {
  async function member() {
    const added = await add();
    const { token, key } = await letIn(added.link);
    return { ...added, token, key, email: `ivo.start.${count}@fen-homes.example` };
  }

  it("of a forgotten password ends every session, asks for the device's own code, and is told to member and governance", async () => {
    const { memberId, token, key, email } = await member();
    const { link } = await resetSignIn.do({ member: tom }, { memberId, kind: "password" });
    expect(await admitted(token)).toBe("Unauthenticated");
    const secret = secretOf(link);
    expect(await openLink({ secret, address: from.address })).toMatchObject({ mode: "password", isReset: true, authenticator: null });
    const fresh = "lamp under a blue bridge";
    const other = codeOf("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
    await expect(finishLink({ secret, password: fresh, code: other, ...from })).rejects.toMatchObject({ fields: [{ path: "code" }] });
    const { token: next } = await finishLink({ secret, password: fresh, code: codeOf(key, stepNow() + 1), ...from });
    expect(await admitted(next)).toBe(memberId);
    await asOwner(`UPDATE "Credential" SET "totpLastStep" = 0`);
    expect(await mayEnter(email, key, stepNow())).toBe(false);
    expect((await signIn({ email, password: fresh, code: codeOf(key), ...from })).ok).toBe(true);
    expect((await listNotices.ask({ member: memberId }, {})).view.notices.map(({ words }) => words)).toContain("An administrator reset your sign-in");
    expect((await listNotices.ask({ member: owen }, {})).view.notices.map(({ words }) => words)).toContainEqual(expect.stringMatching(/^The sign-in of Ivo Start \d+ was reset$/));
  });

  it("of a lost device waits for a second person, and then the old device and password are nothing", async () => {
    const { memberId, token, key, email } = await member();
    const asked = await resetSignIn.do({ member: tom }, { memberId, kind: "device" });
    expect([asked.waits, asked.link]).toEqual([true, ""]);
    const waits = (await listWaiting.ask({ member: owen }, {})).view.links.find(({ kind }) => kind === "device")!;
    await expect(decideInvitation.do({ member: tom }, { invitationId: waits.invitationId, version: waits.version, decision: "granted" })).rejects.toMatchObject({ reason: "second-person" });
    const { link } = await decideInvitation.do({ member: owen }, { invitationId: waits.invitationId, version: waits.version, decision: "granted" });
    expect(await admitted(token)).toBe("Unauthenticated");
    const { token: next, key: newKey } = await letIn(link);
    expect(newKey).not.toBe(key);
    expect(await admitted(next)).toBe(memberId);
    await asOwner(`UPDATE "Credential" SET "totpLastStep" = 0`);
    expect(await mayEnter(email, key, stepNow())).toBe(false);
    expect(await mayEnter(email, newKey, stepNow())).toBe(true);
  });

  it("is never of oneself, nor by an administrator of somebody of governance", async () => {
    await expect(resetSignIn.do({ member: tom }, { memberId: tom, kind: "password" })).rejects.toMatchObject({ reason: "not-yourself" });
    await expect(resetSignIn.do({ member: owen }, { memberId: owen, kind: "password" })).rejects.toMatchObject({ reason: "not-yourself" });
    const { memberId } = await member();
    await asOwner(`UPDATE "Member" SET roles = ARRAY['practitioner', 'governance']::"MemberRole"[] WHERE id = $1`, [memberId]);
    await expect(resetSignIn.do({ member: tom }, { memberId, kind: "password" })).rejects.toMatchObject({ reason: "of-governance" });
    expect((await resetSignIn.do({ member: owen }, { memberId, kind: "password" })).link).not.toBe("");
    // The only administrator of an agency is let in again by county governance.
    expect((await resetSignIn.do({ member: agnes }, { memberId: tom, kind: "password" })).link).not.toBe("");
  });
});
