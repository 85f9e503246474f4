// Draws the processes: machines/<name>.md for whoever reads the code, and machines/<name>.layout.json
// for the application's own picture. With --check it writes nothing and fails when one is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { machines } from "~machines/index";
import { processWords } from "~/features/process-words";
import { layoutOf, pageOf } from "./process-drawing";

const check = process.argv.includes("--check");
const stale: string[] = [];

for (const [name, machine] of Object.entries(machines)) {
  const words = processWords[name];
  if (!words) throw new Error(`the process "${name}" has no words: add it to app/features/process-words.ts`);
  const layout = await layoutOf(machine, words);
  const files = { [`${name}.md`]: pageOf(machine, words), [`${name}.layout.json`]: `${JSON.stringify(layout, null, 1)}\n` };
  for (const [file, content] of Object.entries(files)) {
    const target = path.resolve("machines", file);
    if (existsSync(target) && readFileSync(target, "utf8") === content) continue;
    if (check) stale.push(file);
    else {
      writeFileSync(target, content);
      console.log(`machines/${file} drawn`);
    }
  }
}

if (stale.length > 0) {
  console.error(`Stale: ${stale.map((file) => `machines/${file}`).join(", ")}. Run npm run processes and commit what it writes.`);
  process.exit(1);
}
