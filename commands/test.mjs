/**
 * npm test: everything, in order, from a fresh clone on. The last line is "N passed, N failed".
 */
import { checkNode, ensureBuild, ensureClient, ensureInstalled, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
ensureInstalled({ development: true });
ensureClient();
const { lint, processPages, testPostgres, tests, total, types } = await import("./steps.mjs");
const outcomes = await Promise.all([types(), lint()]);
outcomes.push(await processPages());
outcomes.push(await tests("unit"));
ensureBuild();
const postgres = await testPostgres();
for (const project of ["integration", "journeys", "crash"]) outcomes.push(await tests(project));
await postgres.stop();
const { passed, failed } = total(outcomes);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
