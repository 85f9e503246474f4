/** npm run check: the quick part of the tests, for every few minutes. */
import { checkNode, ensureClient, ensureInstalled, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
ensureInstalled({ development: true });
ensureClient();
const { lint, processPages, tests, total, types } = await import("./steps.mjs");
const { passed, failed } = total([...(await Promise.all([types(), lint()])), await processPages(), await tests("unit")]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
