import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { aliases } from "./vite.config";

const withoutDatabase = ["tests/{machines,emails,ui,scheduling}/**/*.test.{ts,tsx}", "tests/**/*.unit.test.{ts,tsx}"];
const withDatabase = "tests/**/*.db.test.{ts,tsx}";
const inBrowser = ["tests/journeys/**/*.test.{ts,tsx}", "tests/**/*.browser.test.{ts,tsx}"];
const killing = "tests/crash/**/*.test.ts";
// Vitest keeps a core for itself; on two that would leave the second idle most of the time.
const atOnce = Math.max(2, availableParallelism() - 1);

/**
 * Four projects, by folder:
 * - unit: machines, emails, ui, scheduling, and `*.unit.test.ts` anywhere; no database;
 * - journeys: against real processes and a real browser;
 * - crash: kills real processes, alone on the machine;
 * - integration: everything else, and `*.db.test.ts` anywhere; each file has its own database.
 */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    maxWorkers: atOnce,
    // Vite puts its own BASE_URL ("/") into the environment, where ours would be.
    env: { NODE_ENV: "test", TZ: "Europe/London", BASE_URL: "http://localhost:3000" },
    projects: [
      {
        extends: true,
        test: { name: "unit", isolate: false, include: withoutDatabase, exclude: [withDatabase, ...inBrowser] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{machines,emails,ui,scheduling}/**/!(*.db).test.{ts,tsx}", "tests/**/*.unit.test.{ts,tsx}", ...inBrowser, killing],
          globalSetup: "tests/support/postgres.setup.ts",
          setupFiles: "tests/support/integration.setup.ts",
          // Packages are loaded once a worker; the set-up gives each file its own copy of the application.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: inBrowser,
          globalSetup: ["tests/support/postgres.setup.ts", "tests/support/chromium.ts"],
          setupFiles: "tests/support/journeys.setup.ts",
          isolate: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: { name: "crash", include: [killing], testTimeout: 600_000, hookTimeout: 600_000 },
      },
    ],
  },
});
