import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

// A glob that matches nothing stays green, so each rule is shown a breach that it must find.
const planted: [what: string, file: string, code: string, rule: string][] = [
  ["a lower area using a higher one", "lib/cases/planted/rules.ts", `import { raiseAction } from "../../shared-actions/raising/commands";\nexport const planted = raiseAction;\n`, "import/no-restricted-paths"],
  ["the machinery knowing an area", "lib/platform/planted.ts", `import { caseTitle } from "../cases/rules";\nexport const planted = caseTitle;\n`, "import/no-restricted-paths"],
  ["a rule importing a component", "lib/cases/planted/rules.ts", `import { Card } from "../../../components/ui/layout/card";\nexport const planted = Card;\n`, "import/no-restricted-paths"],
  ["a common part knowing an area", "components/ui/planted.tsx", `import { caseTitle } from "../../lib/cases/rules";\nexport const planted = caseTitle;\n`, "import/no-restricted-paths"],
  ["a page opening a transaction", "app/planted/page.tsx", `import { inContext } from "../../lib/platform/db";\nexport default inContext;\n`, "import/no-restricted-paths"],
  ["a component taking database rows", "components/cases/planted.tsx", `import type { Case } from "../../lib/platform/generated/client";\nexport const planted = (row: Case) => row.title;\n`, "import/no-restricted-paths"],
  ["an area making its own Prisma client", "lib/cases/planted/queries.ts", `import { PrismaClient } from "../../platform/generated/client";\nexport const planted = PrismaClient;\n`, "no-restricted-imports"],
  ["an area opening its own transaction", "lib/cases/planted/queries.ts", `import { inContext } from "../../platform/db";\nexport const planted = inContext;\n`, "no-restricted-imports"],
  ["a server action", "app/planted/page.tsx", `"use server";\nexport default function Planted() {\n  return null;\n}\n`, "no-restricted-syntax"],
];

describe("the lint's boundaries", () => {
  const eslint = new ESLint({ cwd: process.cwd() });

  test.each(planted)("find %s", async (_what, filePath, code, rule) => {
    const [result] = await eslint.lintText(code, { filePath });
    expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
  }, 60_000);

  test("pass what is allowed", async () => {
    const [result] = await eslint.lintText(`import { caseTitle } from "../cases/rules";\nexport const allowed = caseTitle;\n`, { filePath: "lib/meetings/planted.ts" });
    expect(result?.messages).toEqual([]);
  }, 60_000);
});
