import { defineConfig } from "vitest/config";
import { aliases } from "./vite.config";

const withoutDatabase = ["tests/{machines,emails,ui,scheduling}/**/*.test.{ts,tsx}", "tests/**/*.unit.test.{ts,tsx}"];
const withDatabase = "tests/**/*.db.test.{ts,tsx}";
const inBrowser = ["tests/{journeys,crash}/**/*.test.{ts,tsx}", "tests/**/*.browser.test.{ts,tsx}"];

/**
 * Three projects, by folder:
 * - unit: machines, emails, ui, scheduling, and `*.unit.test.ts` anywhere; no database;
 * - journeys: journeys and crash, against real processes, one file at a time;
 * - integration: everything else, and `*.db.test.ts` anywhere; each file has its own database.
 */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    // Vite puts its own BASE_URL ("/") into the environment, where ours would be.
    env: { NODE_ENV: "test", TZ: "Europe/London", BASE_URL: "http://localhost:3000" },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: withoutDatabase, exclude: [withDatabase, ...inBrowser] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{machines,emails,ui,scheduling}/**/!(*.db).test.{ts,tsx}", "tests/**/*.unit.test.{ts,tsx}", ...inBrowser],
          globalSetup: "tests/support/postgres.setup.ts",
          setupFiles: "tests/support/integration.setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: inBrowser,
          globalSetup: "tests/support/postgres.setup.ts",
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
