import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(".cache/chromium");
const unpacked = path.join(folder, ".unpacked");

/**
 * Chromium from npm, unpacked into a folder of ours; CHROMIUM_PATH names another.
 * The package takes whatever is in its folder for whole, so only one may unpack at a time.
 * @returns where the program is
 */
export async function chromiumPath(): Promise<string> {
  const own = process.env["CHROMIUM_PATH"];
  if (own) return own;
  const temporary = process.env["TMPDIR"];
  // The package unpacks into the temporary folder: give it a private one.
  process.env["TMPDIR"] = folder;
  try {
    // Where the system has none of the browser's libraries, the package brings them under this name.
    if (!existsSync("/usr/lib/x86_64-linux-gnu/libnss3.so") && !existsSync("/usr/lib64/libnss3.so")) process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs20.x";
    const { default: packed } = await import("@sparticuz/chromium");
    return await packed.executablePath();
  } finally {
    if (temporary === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = temporary;
  }
}

/** Once per run, before there are workers: unpacks the browser, anew when a run was ended while it did. */
export default async function setup(): Promise<void> {
  if (existsSync(unpacked)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await chromiumPath();
  writeFileSync(unpacked, "");
}
