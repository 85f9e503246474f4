/** npm run dev: as npm start, but pages are built as they are asked for and change as their sources do. */
import { checkNode, ensureClient, ensureInstalled, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
process.env.NODE_ENV = "development";
console.log("Candour is starting for development");
ensureInstalled({ development: true });
ensureClient();
const { register } = await import("tsx/esm/api");
register();
const { supervise } = await import("./supervisor.ts");
await supervise({ web: "web-dev" });
