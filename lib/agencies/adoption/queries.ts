import { z } from "zod";
import { endOfLondonDay, shortDay } from "../../format/dates";
import { query } from "../../platform/query";
import { memberRefusals } from "../members/labels";
import { mayOverseeAdoption } from "../members/policy";
import { lastSignIns } from "../members/queries";
import { confirmBy, isQuiet } from "../members/rules";
import { livePosts } from "../queries";
import { adminMenu } from "../menu/queries";
import { adoptionView } from "./schema";

/** Who has not signed in for 28 days, across agencies, for county governance: an agency that lapses is seen before its cases are. */
export const getAdoption = query({
  name: "agency.adoption",
  summary: "Each agency's members, who of them signed in within 28 days, and who did not.",
  input: z.strictObject({}),
  output: adoptionView,
  allow: mayOverseeAdoption,
  words: memberRefusals,
  run: async ({ tx, actor, now }) => {
    const last = await lastSignIns(tx);
    const agencies = await tx.agency.findMany({ select: { id: true, name: true, shortName: true }, orderBy: { name: "asc" } });
    const posts = await tx.member.findMany({ where: livePosts(now), select: { id: true, name: true, title: true, agencyId: true, roles: true, startsAt: true, confirmedAt: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
    const shortNames = new Map(agencies.map(({ id, shortName }) => [id, shortName]));
    const isActive = (post: (typeof posts)[number]) => !isQuiet(last.get(post.id) ?? null, post.startsAt, now);
    return {
      menu: await adminMenu(tx, actor),
      totals: { members: posts.length, active: posts.filter(isActive).length },
      agencies: agencies.map(({ id, name }) => {
        const own = posts.filter((post) => post.agencyId === id);
        return { agencyId: id, name, members: own.length, active: own.filter(isActive).length, admins: own.filter((post) => post.roles.includes("agency_admin")).length, toConfirm: own.filter((post) => endOfLondonDay(confirmBy(post.confirmedAt, post.startsAt)) < now).length };
      }),
      quiet: posts.filter((post) => !isActive(post)).map((post) => {
        const at = last.get(post.id);
        return { memberId: post.id, name: post.name, title: post.title, agency: shortNames.get(post.agencyId) ?? "", lastWords: at ? shortDay(at, now) : "Never" };
      }),
    };
  },
  audit: (view) => ({ detail: { agencies: view.agencies.length, quiet: view.quiet.length } }),
});
