import { afterAll } from "vitest";
import { anotherDatabase } from "./database";
import { environmentKeeper, ownCopy } from "./own-copy";

ownCopy();
const restoreEnvironment = environmentKeeper();
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
  restoreEnvironment();
});
