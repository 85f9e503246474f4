import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NeedsPerson } from "~/platform/needs-person";
import { isAlive } from "~/platform/postgres/postmaster.server";

/**
 * Takes the data folder for this process, so that two Candours never work on one.
 * A lock left by a killed process counts as none.
 * @returns gives the folder back
 * @throws NeedsPerson when another Candour runs on the folder or the folder cannot be written
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, "candour.pid");
  try {
    mkdirSync(folder, { recursive: true });
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        // "wx" fails when the file exists: of two starters one wins.
        writeFileSync(file, `${process.pid} ${startOf(process.pid)}`, { flag: "wx" });
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        refuseWhenHeld(file, folder);
        rmSync(file, { force: true });
      }
    }
  } catch (error) {
    if (error instanceof NeedsPerson) throw error;
    throw new NeedsPerson(`The data folder ${folder} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : "unknown reason"}); set DATA_DIR to a folder that can.`, { cause: error });
  }
  throw new NeedsPerson(`Another Candour is starting on the data folder ${folder} at this moment.`);
}

function refuseWhenHeld(file: string, folder: string): void {
  const [pid, start] = existsSync(file) ? readFileSync(file, "utf8").split(" ") : [];
  const holder = Number(pid);
  // The number of an ended process may have gone to another program, which began at another time.
  if (holder > 0 && isAlive(holder) && startOf(holder) === start) {
    throw new NeedsPerson(`Candour already runs on the data folder ${folder} (process ${holder}); stop that one, or set DATA_DIR and PORT to start a second.`);
  }
}

/** When a process began, in the system's own count; empty where the system does not tell. */
function startOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return "";
  // After the name in brackets, which may hold anything, the 20th word is the start time.
  return readFileSync(file, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
}
