/** npm run web, npm run worker: one process by itself, built first when its sources changed. */
import { builtCommand, checkNode, ensureBuild, ensureClient, ensureInstalled, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
process.env.NODE_ENV ||= "production";
ensureInstalled({ development: false });
ensureClient();
ensureBuild();
await import(builtCommand(process.argv[2]));
