import { MyDay } from "@/components/my-day/my-day";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { homeOf } from "@/components/shell/navigation";
import { getMyDay } from "@/lib/notices/my-day/queries";
import { dayViews } from "@/lib/notices/my-day/schema";

export const metadata = pageMetadata("My day");

export default caseworkPage({
  query: getMyDay,
  current: "my-day",
  orElse: homeOf,
  input: ({ search }) => ({ view: dayViews.find((view) => view === search.view) }),
  show: ({ view }) => <MyDay key={view.view} view={view} />,
});
