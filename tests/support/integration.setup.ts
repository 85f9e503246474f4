import { afterAll, vi } from "vitest";
import { anotherDatabase } from "./database";

// Files share a process, so that packages are loaded once; of the application each file has its own.
vi.resetModules();
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
