import type { Chance } from "./random";
import type { Row } from "./world";

const hour = 3_600_000;
const day = 24 * hour;

type Member = { id: string; agencyId: string; roles: string[] };
type OnCase = { caseId: string; areaId: string; leadAgencyId: string; opener: string; reference: unknown; entryId: string; holderAgencyId: string };

/** Members named as readers of a sealed entry, and some who opened it in an emergency: some in time, some no longer. */
export function openedByName(chance: Chance, at: (offset: number) => string, word: () => string, members: Member[], { opener, ...onCase }: OnCase): [string, Row][] {
  const { entryId, caseId } = onCase;
  const may = members.filter(({ id, roles }) => id !== opener && roles.some((role) => ["practitioner", "manager", "analyst"].includes(role)));
  const named = chance.some(may, 3).map(({ id, agencyId }): [string, Row] => {
    const ended = chance.is(0.25);
    const until = { endsAt: chance.one([null, null, at(0), at(1), at(-day)]), endedAt: ended ? at(-hour) : null, endedById: ended ? opener : null };
    return ["EntryReader", { entryId, caseId, memberId: id, agencyId, reason: word(), admittedById: opener, startsAt: at(-2 * day), ...until }];
  });
  const opened = chance.some(may, 2).map(({ id, agencyId }): [string, Row] => {
    const startsAt = chance.one([-hour, -4 * hour, -4 * hour + 1, -3 * day]);
    return ["BreakGlass", { ...onCase, memberId: id, agencyId, reason: `Because of ${word()}`, startedAt: at(startsAt), endsAt: at(startsAt + 4 * hour), endedAt: chance.is(0.3) ? at(-1) : null }];
  });
  return [...named, ...opened];
}
