import { ActionBoard } from "@/components/shared-actions/action-board";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listActions } from "@/lib/shared-actions/board/queries";
import { boardViews } from "@/lib/shared-actions/board/schema";

export const metadata = pageMetadata("Actions");

export default caseworkPage({
  query: listActions,
  current: "actions",
  input: ({ search }) => ({ view: boardViews.find((view) => view === search.view), after: search.after }),
  show: ({ view }) => <ActionBoard key={view.view} view={view} />,
});
