/**
 * npm run audit: verifies the log of every process. Exit 0 when each chain holds, 1 with the
 * first broken row when one does not.
 */
import { endWith } from "./process";
import { withDatabase } from "./with-database";

try {
  process.exitCode = await withDatabase(async () => {
    const { verifyChains } = await import("~/workflow/audit.server");
    const { closeDatabase } = await import("~/platform/db.server");
    const { workflows, events, broken } = await verifyChains();
    await closeDatabase();
    if (!broken) {
      console.log(`The log holds: ${events} events of ${workflows} records, each following the one before it.`);
      return 0;
    }
    console.log(`The log is broken at row ${broken.seq} of record ${broken.workflowId}: ${broken.what}.`);
    return 1;
  });
} catch (error) {
  endWith(error);
}
