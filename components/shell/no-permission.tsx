import { LinkButton } from "../ui/link";
import { PageBody, PageTitle } from "./page-parts";

/** For what a member can know of but may not open: why, and where to go instead. */
export function NoPermission({ reason }: { reason: string }) {
  return (
    <main id="main" tabIndex={-1}>
      <Refusal reason={reason} home="/" />
    </main>
  );
}

/** The same, beside the menu of whoever asked. */
export function Refusal({ reason, home }: { reason: string; home: string }) {
  return (
    <PageBody>
      <PageTitle>You may not open this page</PageTitle>
      <p>{reason}</p>
      <div>
        <LinkButton href={home} look="primary">Back to the start</LinkButton>
      </div>
    </PageBody>
  );
}
