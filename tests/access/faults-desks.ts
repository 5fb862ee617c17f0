import type { ApplicationFault } from "./faults-application";
import type { DatabaseFault } from "./faults-database";

/** A mistake in what stands before the rule: sessions, requests from other sites, mail; with what is tried to find it. */
export type DeskFault = { tried: "desks" | "mail" } & (({ file: string } & ApplicationFault) | ({ file?: undefined } & DatabaseFault));

const desks = "shared desks";
const sites = "cross-site requests";
const post = "e-mail";

const route = "lib/platform/route.ts";
const mailing = "lib/notices/mailing/commands.ts";
const reading = "lib/notices/reading/queries.ts";

export const deskFaults: DeskFault[] = [
  { tried: "desks", threat: desks, where: "function open_request", from: ` AND "revokedAt" IS NULL`, to: "" },
  { tried: "desks", threat: desks, where: "function open_request", from: ` AND "expiresAt" > app_now()`, to: "" },
  { tried: "desks", threat: desks, where: "function open_request", from: ` AND "lastSeenAt" > app_now() - interval '15 minutes'`, to: "" },
  { tried: "desks", threat: desks, where: "function open_request_quietly", from: ` AND "lastSeenAt" > app_now() - interval '15 minutes'`, to: "" },
  { tried: "desks", threat: desks, where: "function open_request_quietly", from: ` AND "revokedAt" IS NULL`, to: "" },
  { tried: "desks", threat: desks, file: "lib/platform/db.ts", from: "door.expects && door.expects !== actor.memberId", to: "door.expects === actor.agencyId" },
  { tried: "desks", threat: sites, file: route, from: `request.headers.get("origin") !== env().APP_ORIGIN`, to: `request.headers.get("origin") === ""` },
  { tried: "desks", threat: sites, file: route, from: `request.headers.get("origin") !== env().APP_ORIGIN`, to: `!request.headers.get("origin")?.startsWith(env().APP_ORIGIN)` },
  { tried: "desks", threat: sites, file: route, from: `request.headers.get("origin") !== env().APP_ORIGIN`, to: `request.headers.get("origin") && request.headers.get("origin") !== env().APP_ORIGIN` },
  { tried: "desks", threat: sites, file: route, from: `!/^application\\/json\\b/i.test(request.headers.get("content-type") ?? "")`, to: "false" },
  { tried: "mail", threat: post, file: mailing, from: "await noticesThatStand({ tx, actor, now }, waiting)", to: "waiting.map((row) => ({ row, glance: { title: row.kind } }))" },
  { tried: "mail", threat: post, file: mailing, from: `"notice.mail", found.address,`, to: '"notice.mail", `"${standing[0]!.glance.title}" <${found.address}>`,' },
  { tried: "mail", threat: post, file: mailing, from: `"notice.mail", found.address,`, to: '"notice.mail", `"${standing[0]!.glance.reference}" <${found.address}>`,' },
  { tried: "mail", threat: post, file: "lib/shared-actions/glance/queries.ts", from: "[{ id: { in: wanted } }, visibleCases(actor, now)]", to: "[{ id: { in: wanted } }]" },
  { tried: "mail", threat: post, file: reading, from: "if (!glance || action === undefined) return [];", to: `if (!glance) return [{ row, glance: { caseId: "", reference: "", leadAgencyId: "", title: "", rag: null, ragReason: "", side: "both", isOpen: true }, action: null }];` },
];
