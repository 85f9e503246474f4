/**
 * npm run db:reset: deletes everything in the database and makes it afresh, with the demo
 * regions where DEMO says so. With DATABASE_URL it asks for --yes.
 */
import { settings } from "~/platform/settings.server";
import { NeedsPerson } from "~/platform/needs-person";
import { lockFolder } from "./folder-lock";
import { endWith } from "./process";
import { withDatabase } from "./with-database";

let release = (): void => undefined;
try {
  const { DATABASE_URL, DATA_DIR } = settings();
  if (DATABASE_URL && !process.argv.includes("--yes")) {
    throw new NeedsPerson("This deletes everything in the database of DATABASE_URL; if you mean it: npm run db:reset -- --yes");
  }
  if (!DATABASE_URL) release = lockFolder(DATA_DIR);
  await withDatabase(async ({ embedded }) => {
    const { prepareDatabase, wipe } = await import("./prepare-database");
    const { closeDatabase } = await import("~/platform/db.server");
    await wipe({ alsoDemoNote: true });
    await prepareDatabase({ demo: settings().DEMO, mayWipe: embedded });
    await closeDatabase();
  });
  console.log("The database is as new.");
  release();
} catch (error) {
  release();
  endWith(error);
}
