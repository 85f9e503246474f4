import type { EvaluatedModules } from "vite/module-runner";
import { afterAll } from "vitest";
import { anotherDatabase } from "./database";

// Files share a process, so that what holds no state is loaded once; of the rest each file has its own.
forgetModules();
forgetAll();
const environment = { ...process.env };
const { forgetSettings } = await import("~/platform/settings.server");

// Before the test file's imports: whatever it imports finds its own database in the settings.
const { url, drop } = await anotherDatabase({ like: "template" });
process.env["DATABASE_URL"] = url;
process.env["SESSION_SECRET"] ??= "a secret for tests that is long enough";
process.env["LOG_LEVEL"] ??= "silent";
forgetSettings();

afterAll(async () => {
  const { closeDatabase } = await import("~/platform/db.server");
  await closeDatabase();
  await drop();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

/** What the application keeps once per process. */
function forgetAll(): void {
  const holder = globalThis as typeof globalThis & Record<symbol, unknown>;
  for (const name of Object.getOwnPropertySymbols(holder)) if (Symbol.keyFor(name)?.startsWith("candour.")) delete holder[name];
}

/**
 * As `vi.resetModules`, but for the folders whose modules hold no state, which the import rules
 * keep from importing any that do: loading those again would be most of a file's time.
 */
function forgetModules(): void {
  const { evaluatedModules } = (globalThis as unknown as { __vitest_worker__: { evaluatedModules: EvaluatedModules } }).__vitest_worker__;
  const kept = /\/node_modules\/|\/(machines|emails|app\/ui|app\/scheduling|app\/platform\/prisma-client)\//;
  for (const [file, module] of evaluatedModules.idToModuleMap) {
    if (kept.test(file)) continue;
    Object.assign(module, { promise: undefined, exports: undefined, evaluated: false });
    module.importers.clear();
  }
}
