// Started as a worker thread from a .ts process, from tests and from a bundled server alike: it
// brings its own TypeScript loader, so that the solvers run from source wherever they are called.
import { register } from "tsx/esm/api";

register();
await import("./entry.ts");
