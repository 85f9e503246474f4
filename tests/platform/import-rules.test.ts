import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

const patience = 60_000;

// What asks the compiler is left out: it would read the whole project, and these rules have no need of it.
const eslint = new ESLint({
  cwd: process.cwd(),
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { "@typescript-eslint/no-floating-promises": "off", "@typescript-eslint/no-misused-promises": "off" },
  },
});

/** What lint says about a line of code, were it in an existing file. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const importing = (name: string): string => `import * as reached from "${name}";\nexport const kept = reached;\n`;
const paths = "import-x/no-restricted-paths";
const imports = "@typescript-eslint/no-restricted-imports";
const syntax = "no-restricted-syntax";

describe("who may import whom is held by lint", () => {
  test.each([
    ["an email", "emails/letter.tsx", "~/platform/clock.server", paths],
    ["a machine", "machines/decide.ts", "~/workflow/fire.server", paths],
    ["the platform", "app/platform/clock.server.ts", "~/workflow/fire.server", paths],
    ["a component", "app/ui/dates.ts", "~/platform/clock.server", paths],
    ["the engine", "app/workflow/fire.server.ts", "~/features/cycle/index", paths],
    ["the engine by a relative path", "app/workflow/fire.server.ts", "../features/cycle/index", paths],
    ["a feature", "app/features/cycle/workflow.server.ts", "~/features/self-assessment/saving.server", paths],
    ["a feature by a relative path", "app/features/cycle/workflow.server.ts", "../self-assessment/saving.server", paths],
    ["a feature", "app/features/cycle/workflow.server.ts", "~/routes/_index", paths],
    ["a feature", "app/features/cycle/workflow.server.ts", "~tests/support/database", paths],
    ["a feature that would send mail", "app/features/cycle/workflow.server.ts", "~/platform/mailer.server", imports],
    ["the engine outside the outbox", "app/workflow/fire.server.ts", "~/platform/mailer.server", imports],
    ["a route that would ask the database itself", "app/routes/privacy.tsx", "~/platform/db.server", imports],
    ["a machine that would render emails", "machines/decide.ts", "~emails/index", imports],
  ])("%s (%s) may not import %s", async (_who, file, name, rule) => {
    expect(await complaints(file, importing(name))).toContain(rule);
  }, patience);

  test.each([
    ["app/features/cycle/workflow.server.ts", "~/features/self-assessment/index"],
    ["app/features/cycle/workflow.server.ts", "~/workflow/fire.server"],
    ["app/workflow/outbox.server.ts", "~/platform/mailer.server"],
    ["app/workflow/fire.server.ts", "~machines/index"],
  ])("%s may import %s", async (file, name) => {
    expect(await complaints(file, importing(name))).toEqual([]);
  }, patience);

  test("only the engine writes a workflow's row", async () => {
    const write = 'import { db } from "~/platform/db.server";\nexport const moved = await db.workflow.update({ where: { id: "1" }, data: { revision: 2 } });\n';
    const raw = 'import { db } from "~/platform/db.server";\nexport const moved = await db.$executeRaw`UPDATE workflow SET revision = 2`;\n';
    expect(await complaints("app/features/cycle/workflow.server.ts", write)).toContain(syntax);
    expect(await complaints("app/features/cycle/workflow.server.ts", raw)).toContain(syntax);
    expect(await complaints("app/workflow/fire.server.ts", write)).not.toContain(syntax);
  }, patience);

  test("no rule can be switched off by a comment", async () => {
    const code = `/* eslint-disable */\n${importing("~/features/cycle/index")}`;
    expect(await complaints("app/workflow/fire.server.ts", code)).toContain(paths);
  }, patience);
});
