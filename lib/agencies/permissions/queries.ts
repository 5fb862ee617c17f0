import { z } from "zod";
import table from "../../../docs/permissions.json";
import { query } from "../../platform/query";
import { memberRefusals } from "../members/labels";
import { mayReadPermissions } from "../members/policy";
import { adminMenu } from "../menu/queries";
import { permissionsView } from "./schema";

/** Who may do what, from the very sentences that the tests run: a test holds docs/permissions.json to them. */
export const getPermissions = query({
  name: "permission.table",
  summary: "Who may do what, and why not, sentence by sentence.",
  input: z.strictObject({}),
  output: permissionsView,
  allow: mayReadPermissions,
  words: memberRefusals,
  run: async ({ tx, actor }) => ({ ...table, menu: await adminMenu(tx, actor) }),
  audit: "none",
});
