import { breakGlass, openSealed, seekCase } from "../../../lib/cases/glass/commands";
import { excludeMember, endExclusion, nameOfficer, restrictCase } from "../../../lib/cases/keeping/commands";
import { addEntry } from "../../../lib/cases/log/commands";
import { reviewGlass } from "../../../lib/governance/glass/commands";
import { listGlass } from "../../../lib/governance/glass/queries";
import { agencyAdministrator, callTaker, coordinator, governanceOfficer, manager, practitioner } from "./members";
import { admitReader, dismissReader } from "../../../lib/cases/log/readers/commands";
import { anEntryFor, anOpeningBy, caseLedBy, keeping, keptFrom } from "./subjects";

const led = caseLedBy("fenland-dc");
const shared = led.sharedWith("fen-homes", "contribute");
const opened = led.openedInAnEmergencyBy("fen-homes");
const withHealth = led.sharedWith("mental-health-trust", "contribute");
const somebody = (onCase: typeof led) => keeping("somebody", "somebody of an agency on it", onCase);
const themselves = (agency: string, onCase: typeof led) => keeping(`member of ${agency}`, "themselves", onCase);

export const sentencesOfKeeping = [
  practitioner("fen-homes").may([breakGlass, seekCase, openSealed]),
  manager("probation").may([breakGlass, seekCase, openSealed]),
  callTaker("police-contact").mayNot([breakGlass, seekCase, openSealed], "role-does-not-break"),
  agencyAdministrator("fen-homes").mayNot([breakGlass, seekCase, openSealed], "role-does-not-break"),
  practitioner("fen-hope").mayNot([breakGlass, seekCase, openSealed], "no-agreement"),
  practitioner("fen-homes").on(opened).mayNot(addEntry, "read-only"),

  practitioner("fen-homes").on(anEntryFor(["fen-homes"], "fen-homes", shared)).may([admitReader, dismissReader]),
  practitioner("mental-health-trust").on(anEntryFor(["mental-health-trust", "fen-homes"], "fen-homes", withHealth)).may([admitReader, dismissReader]),
  practitioner("fenland-dc").on(anEntryFor(["fenland-dc", "mental-health-trust"], "mental-health-trust", withHealth)).mayNot([admitReader, dismissReader], "not-the-keeper"),
  // Who reads a sealed entry by name lets nobody else in.
  practitioner("fen-homes").on(anEntryFor(["mental-health-trust"], "mental-health-trust", withHealth.sharedWith("fen-homes", "contribute"))).mayNot([admitReader, dismissReader], "not-the-keeper"),
  practitioner("fen-homes").on(anEntryFor([], "fen-homes", shared)).mayNot([admitReader, dismissReader], "not-sealed"),
  practitioner("fen-homes").on(anEntryFor(["fen-homes"], "fen-homes", led.sharedWith("fen-homes", "summary"))).mayNot([admitReader, dismissReader], "summary-only"),

  practitioner("fenland-dc").on(somebody(shared)).may(excludeMember),
  practitioner("fen-homes").on(themselves("fen-homes", shared)).may(excludeMember),
  practitioner("fen-homes").on(somebody(shared)).mayNot(excludeMember, "not-lead-agency"),
  practitioner("fen-homes").on(themselves("fen-homes", opened)).mayNot(excludeMember, "read-only"),

  manager("fenland-dc").on(led).may(restrictCase),
  practitioner("fenland-dc").on(led).mayNot(restrictCase, "not-manager-of-lead"),
  manager("fen-homes").on(shared).mayNot(restrictCase, "not-manager-of-lead"),
  manager("fenland-dc").on(keptFrom(led, false)).may(endExclusion),
  coordinator("fenland-dc").on(keptFrom(led, false)).mayNot(endExclusion, "not-manager-of-lead"),
  coordinator("fenland-dc").on(keptFrom(led, true)).may(endExclusion),
  practitioner("fenland-dc").on(keptFrom(led.ofOfficer("member of fenland-dc"), true)).may(endExclusion),
  practitioner("fenland-dc").on(keptFrom(led, true)).mayNot(endExclusion, "not-manager-of-lead"),
  manager("fen-homes").on(keptFrom(shared, false)).mayNot(endExclusion, "not-manager-of-lead"),

  manager("fenland-dc").on(led).may(nameOfficer),
  coordinator("fenland-dc").on(led).may(nameOfficer),
  practitioner("fenland-dc").on(led.ofOfficer("member of fenland-dc")).may(nameOfficer),
  practitioner("fenland-dc").on(led).mayNot(nameOfficer, "role-does-not-name"),
  manager("fen-homes").on(shared).mayNot(nameOfficer, "not-lead-agency"),
  manager("fenland-dc").on(led.closed()).mayNot(nameOfficer, "case-closed"),

  governanceOfficer("county-governance").may(listGlass),
  manager("fenland-dc").mayNot(listGlass, "not-governance"),
  governanceOfficer("county-governance").on(anOpeningBy("somebody", "a member")).may(reviewGlass),
  governanceOfficer("county-governance").on(anOpeningBy("member of county-governance", "themselves")).mayNot(reviewGlass, "own-opening"),
  manager("fenland-dc").on(anOpeningBy("somebody", "a member")).mayNot(reviewGlass, "not-governance"),
];
