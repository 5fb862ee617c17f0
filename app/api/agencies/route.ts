import { addAgency } from "@/lib/agencies/county/commands";
import { listAgencies } from "@/lib/agencies/queries";
import { route } from "@/lib/platform/route";

export const GET = route(listAgencies);
export const POST = route(addAgency);
