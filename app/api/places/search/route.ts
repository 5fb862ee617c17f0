import { searchPlaces } from "@/lib/places/search/queries";
import { route } from "@/lib/platform/route";

export const POST = route(searchPlaces);
