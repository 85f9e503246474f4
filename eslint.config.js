import { readdirSync } from "node:fs";
import path from "node:path";
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * Who may import whom, as in the README's map of the folders: from each folder, what it may not
 * reach, and why. A file outside every zone (the composition in app/features/processes.server.ts,
 * app/root.tsx, app/entry.*) may bring the parts together.
 */
const above = {
  platform: ["app/workflow", "app/features", "app/session", "app/routes", "app/ui", "app/scheduling", "machines", "emails"],
  ui: ["app/workflow", "app/features", "app/session", "app/routes", "app/platform", "app/scheduling", "machines", "emails"],
  scheduling: ["app/workflow", "app/features", "app/session", "app/routes", "app/platform", "app/ui", "machines", "emails"],
  workflow: ["app/features", "app/session", "app/routes", "app/ui", "app/scheduling"],
  features: ["app/routes"],
  session: ["app/routes"],
};

const features = readdirSync("app/features", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const zones = [
  { target: "./emails", from: ["./app", "./machines", "./prisma"], message: "An email knows nothing of the application: what it needs comes as props." },
  { target: "./machines", from: ["./app", "./prisma"], message: "Machines are pure: no input or output, no application." },
  ...Object.entries(above).map(([folder, from]) => ({ target: `./app/${folder}`, from: from.map((each) => `./${each}`), message: `app/${folder} stands below this and may not reach up.` })),
  ...features.map((feature) => ({
    target: `./app/features/${feature}`,
    from: features.filter((other) => other !== feature).flatMap((other) => [`./app/features/${other}/**/*.server.*`, `./app/features/${other}/components/**/*`]),
    message: "Another feature is reached through its index.ts, or its vocabulary (words, content: what the browser may know too).",
  })),
  { target: ["./app", "./machines", "./emails"], from: ["./tests", "./prisma/seed", "./commands"], message: "Nothing that ships may need tests, seeds or commands." },
];

const onlyTheOutboxSends = { group: ["**/platform/mailer.server"], message: "Only app/workflow/outbox.server.ts sends email: fire() and let the outbox follow." };
const featuresAsk = { group: ["**/platform/db.server"], message: "A route parses, calls one function of a feature and answers: queries live in app/features." };
const machinesKnowEmailTypes = { group: ["~emails/*", "**/emails/*"], allowTypeImports: true, message: "Machines know the emails' names and types only." };

const stateIsWrittenByTheEngine = [
  {
    selector: "CallExpression[callee.property.name=/^(update|updateMany|updateManyAndReturn|upsert|create|createMany|createManyAndReturn|delete|deleteMany)$/][callee.object.property.name='workflow']",
    message: "Only the engine in app/workflow writes a workflow's row: fire an event.",
  },
  {
    selector: "TaggedTemplateExpression > TemplateLiteral > TemplateElement[value.raw=/\\b(UPDATE|INSERT\\s+INTO|DELETE\\s+FROM)\\s+\"?workflow\"?\\s/i]",
    message: "Only the engine in app/workflow writes a workflow's row: fire an event.",
  },
  {
    selector: "CallExpression[callee.property.name='sendMail']",
    message: "Only app/platform/mailer.server.ts talks to the mail server.",
  },
];

export default tseslint.config(
  { ignores: ["node_modules/", "build/", ".cache/", ".data/", "app/platform/prisma-client/", "tests/screenshots/", "public/", "**/generated/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx", ".js", ".json"], tsconfig: { configFile: path.join(import.meta.dirname, "tsconfig.json"), references: "auto" } })],
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false, fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "import-x/no-restricted-paths": ["error", { zones }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "prisma/**/*.ts"],
    ignores: ["app/workflow/**", "app/platform/mailer.server.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...stateIsWrittenByTheEngine],
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [onlyTheOutboxSends] }],
    },
  },
  {
    files: ["app/routes/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [onlyTheOutboxSends, featuresAsk] }] },
  },
  {
    files: ["app/workflow/**/*.ts"],
    ignores: ["app/workflow/outbox.server.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [onlyTheOutboxSends] }] },
  },
  {
    files: ["machines/**/*.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [machinesKnowEmailTypes] }] },
  },
  {
    files: ["app/**/*.tsx"],
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, "react-hooks": reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // Tables that become blocks on a phone lose their meaning unless the roles are spelt out.
      "jsx-a11y/no-redundant-roles": ["error", { table: ["table"], thead: ["rowgroup"], tbody: ["rowgroup"], tr: ["row"], ul: ["list"], ol: ["list"] }],
      "jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { td: ["cell"], th: ["rowheader", "columnheader"], tr: ["none", "presentation"] }],
      // What scrolls sideways must be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { roles: ["region", "group", "tabpanel"], tags: [], allowExpressionValues: true }],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // The content security policy lets no inline style through.
      "no-restricted-syntax": ["error", ...stateIsWrittenByTheEngine, { selector: "JSXAttribute[name.name='style']", message: "Inline styles are blocked by the content security policy: use a class, or an SVG attribute." }],
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", WebAssembly: "readonly", crypto: "readonly", setTimeout: "readonly", clearTimeout: "readonly" } },
  },
);
