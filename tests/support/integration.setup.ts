import { afterAll } from "vitest";
import { forgetSettings } from "~/platform/settings.server";
import { anotherDatabase } from "./database";

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
});
