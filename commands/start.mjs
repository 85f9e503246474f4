/**
 * npm start: from a fresh clone to a running Candour. Plain Node until the packages are there.
 */
import { checkNode, ensureBuild, ensureClient, ensureInstalled, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
process.env.NODE_ENV ||= "production";
console.log("Candour is starting");
ensureInstalled({ development: false });
ensureClient();
ensureBuild();
const { register } = await import("tsx/esm/api");
register();
const { supervise } = await import("./supervisor.ts");
await supervise();
