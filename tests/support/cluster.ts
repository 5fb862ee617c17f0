import { generateClient } from "../../scripts/machine/prisma-client";
import { startThrowaway } from "../../scripts/machine/postgres/throwaway";

/** Starts one Postgres for all files of a run; they find it by HEREWARD_TEST_CLUSTER, which their processes inherit. */
export default async function setup(): Promise<() => Promise<void>> {
  await generateClient();
  const cluster = await startThrowaway();
  process.env.HEREWARD_TEST_CLUSTER = cluster.ownerUrl;
  return () => cluster.stop();
}
