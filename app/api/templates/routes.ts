import * as template from "./[key]/route";
import * as beginDraft from "./drafts/route";
import * as importForm from "./import/route";
import * as askToPublish from "./versions/[templateId]/ask/route";
import * as callOffTemplate from "./versions/[templateId]/call-off/route";
import * as changeDraft from "./versions/[templateId]/change/route";
import * as decideTemplate from "./versions/[templateId]/decide/route";
import * as discardDraft from "./versions/[templateId]/discard/route";
import * as exportTemplate from "./versions/[templateId]/export/route";

/** The addresses of the risk forms. */
export const templateRoutes = {
  "/api/templates/[key]": template,
  "/api/templates/drafts": beginDraft,
  "/api/templates/import": importForm,
  "/api/templates/versions/[templateId]/ask": askToPublish,
  "/api/templates/versions/[templateId]/call-off": callOffTemplate,
  "/api/templates/versions/[templateId]/change": changeDraft,
  "/api/templates/versions/[templateId]/decide": decideTemplate,
  "/api/templates/versions/[templateId]/discard": discardDraft,
  "/api/templates/versions/[templateId]/export": exportTemplate,
};
