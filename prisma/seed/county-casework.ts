import type { PrismaClient } from "../../lib/platform/generated/client";
import { County } from "./casework/county";
import { tellStories, type Story } from "./driver";
import { pilotCaseload } from "./pilot-caseload";
import { pilotCase } from "./stories/pilot";

/** The Fenland caseload of 2012, on its true dates. */
export function pilotStories(county: County): Map<string, Story> {
  return new Map(pilotCaseload.map((pilot) => [`pilot, ${pilot.place}`, pilotCase(county, pilot)]));
}

/** Loads the 2012 caseload alone. */
export async function loadPilot(db: PrismaClient): Promise<void> {
  await tellStories(db, pilotStories(await County.open(db)));
}
