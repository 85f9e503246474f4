/**
 * npm test: everything, in order, from a fresh clone on. The last line is "N passed, N failed".
 */
import { checkNode, ensureClient, ensureInstalled, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
ensureInstalled({ development: true });
ensureClient();
const { build, inTurn, lint, processPages, testPostgres, tests, total, types } = await import("./steps.mjs");
// Lint works on one core and takes the longest: beside it there is time for all that needs no database.
const outcomes = (await Promise.all([inTurn(lint), inTurn(types, build, processPages, () => tests("unit"))])).flat();
const postgres = await testPostgres();
for (const project of ["integration", "journeys", "crash"]) outcomes.push(await tests(project));
await postgres.stop();
const { passed, failed } = total(outcomes);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
