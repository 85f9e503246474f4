/** One bench in a process of its own, so that none warms up another. Started by bench.ts. */
import path from "node:path";
import { pathToFileURL } from "node:url";

const name = process.argv[2];
const { run } = (await import(pathToFileURL(path.resolve("tests/bench", `${name}.ts`)).href)) as { run: () => Promise<unknown> };
await run();
process.exit();
