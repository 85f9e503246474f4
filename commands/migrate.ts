/**
 * npm run migrate: brings the database to this version, and loads the demo regions where DEMO
 * says so. The supervisor runs it as a child before it starts anything.
 */
import { settings } from "~/platform/settings.server";
import { endWith } from "./process";
import { withDatabase } from "./with-database";

try {
  await withDatabase(async ({ embedded }) => {
    const { prepareDatabase } = await import("./prepare-database");
    const { closeDatabase } = await import("~/platform/db.server");
    await prepareDatabase({ demo: settings().DEMO, mayWipe: embedded });
    await closeDatabase();
  });
} catch (error) {
  endWith(error);
}
