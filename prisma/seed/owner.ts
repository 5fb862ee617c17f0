import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../lib/platform/generated/client";

/** The owner's client: for reference lists and the county's agencies, which no member may write yet. */
export function ownerClient(): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 2 }) });
}
