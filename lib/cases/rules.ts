/** A case's title: what it is about and which ward, never a name or an address. */
export function caseTitle(headingLabel: string, wardName: string): string {
  return wardName ? `${headingLabel}, ${wardName}` : headingLabel;
}
