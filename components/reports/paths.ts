/** Where this area's pages and doors are. */
export const reportPaths = {
  list: "/reports",
  fresh: "/reports/new",
  draft: (subject: string) => `/reports/new?draft=${subject}`,
  report: (reportId: string) => `/reports/${reportId}`,
  take: "/api/reports",
  knownHere: "/api/reports/known-here",
  knownCaller: "/api/reports/known-caller",
  onSaving: "/api/reports/on-saving",
  places: "/api/places/search",
  call: (callId: string) => `/api/reports/calls/${callId}`,
  advise: (reportId: string) => `/api/reports/${reportId}/advise`,
  link: (reportId: string) => `/api/reports/${reportId}/link`,
  sameEvent: (reportId: string) => `/api/reports/${reportId}/same-event`,
  openCase: (reportId: string) => `/api/reports/${reportId}/open-case`,
  asbCase: (caseId: string) => `/cases/${caseId}`,
} as const;
