import type { TestProject } from "vitest/node";
import { sharedServer, startTestPostgres, templateDatabase } from "./test-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the test server's maintenance database. */
    postgresUrl: string;
    /** Name of the migrated database that each test file clones. */
    templateDatabase: string;
  }
}

/** Once per run: the test server, its own or the one that `npm test` has started for all its runs. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide("templateDatabase", templateDatabase);
  const shared = process.env[sharedServer];
  if (shared) {
    project.provide("postgresUrl", shared);
    return undefined;
  }
  const { url, stop } = await startTestPostgres();
  project.provide("postgresUrl", url);
  return stop;
}
