/** The addresses of the API of the risk forms. */
export const templatePaths = {
  begin: "/api/templates/drafts",
  import: "/api/templates/import",
  change: (templateId: string) => `/api/templates/versions/${templateId}/change`,
  discard: (templateId: string) => `/api/templates/versions/${templateId}/discard`,
  ask: (templateId: string) => `/api/templates/versions/${templateId}/ask`,
  decide: (templateId: string) => `/api/templates/versions/${templateId}/decide`,
  callOff: (templateId: string) => `/api/templates/versions/${templateId}/call-off`,
  export: (templateId: string) => `/api/templates/versions/${templateId}/export`,
};
