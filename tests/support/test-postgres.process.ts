/**
 * The test server as a process of its own, so that the runs of one `npm test` share it, and with it
 * the demonstration, whose loading takes most of a minute. Sends its address to whoever started it,
 * and ends with them.
 */
import { startTestPostgres } from "./test-postgres";

const { url, stop } = await startTestPostgres();
let stopping: Promise<void> | undefined;
const end = (): void => void (stopping ??= stop().then(() => process.exit(0)));
for (const signal of ["disconnect", "SIGTERM"] as const) process.once(signal, end);
process.on("SIGINT", end);
process.send?.(url);
