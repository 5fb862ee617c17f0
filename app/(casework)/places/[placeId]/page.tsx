import { PlacePage } from "@/components/places/place-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getPlace } from "@/lib/cases/places/queries";

export const metadata = pageMetadata("Place");

export default caseworkPage({ query: getPlace, input: ({ params }) => params, current: "people", show: ({ view }) => <PlacePage view={view} /> });
