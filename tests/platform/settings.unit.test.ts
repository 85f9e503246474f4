import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "~/platform/settings.server";

function sentencesOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.sentences;
    throw error;
  }
  return [];
}

describe("settings", () => {
  test("an empty environment gives a demo on this machine only", () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", BASE_URL: "http://localhost:3000", DEMO: true, NODE_ENV: "production" });
  });

  test("with a database of one's own there is no demo data unless asked for", () => {
    const own = { DATABASE_URL: "postgresql://a:b@db.example.org/candour", SESSION_SECRET: "x".repeat(32) };
    expect(readSettings(own).DEMO).toBe(false);
    expect(readSettings({ ...own, DEMO: "1" }).DEMO).toBe(true);
  });

  test("each bad setting is one sentence that names it", () => {
    expect(sentencesOf({ PORT: "eighty", BASE_URL: "candour", LOG_LEVEL: "loud", DEMO: "perhaps" })).toEqual([
      "The setting PORT must be a whole number from 1 to 65535.",
      "The setting BASE_URL must be an address such as https://candour.example.org.",
      "The setting DEMO must be 1 or 0.",
      "The setting LOG_LEVEL must be one of silent, fatal, error, warn, info, debug.",
    ]);
  });

  test("a bad value is never repeated, because it may be a secret", () => {
    expect(sentencesOf({ SESSION_SECRET: "hunter2", DATABASE_URL: "hunter2" }).join()).not.toContain("hunter2");
  });

  test("sign-in by a council's provider needs its three settings together", () => {
    expect(sentencesOf({ OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_ID: "candour" })).toEqual([
      "The setting OIDC_CLIENT_SECRET is needed because OIDC_ISSUER and OIDC_CLIENT_ID are set.",
    ]);
  });

  test("several web processes on one database must be given one secret", () => {
    expect(sentencesOf({ DATABASE_URL: "postgresql://a:b@db.example.org/candour" })).toEqual([
      "The setting SESSION_SECRET is needed with DATABASE_URL, the same for every web process: 32 random characters or more.",
    ]);
  });

  test("an empty setting counts as not given, and BASE_URL loses its last slash", () => {
    expect(readSettings({ SMTP_URL: "", BASE_URL: "https://candour.example.org/" })).toMatchObject({ SMTP_URL: undefined, BASE_URL: "https://candour.example.org" });
  });
});
