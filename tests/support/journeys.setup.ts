import { afterAll } from "vitest";
import { environmentKeeper, ownCopy } from "./own-copy";

// A file that looks into its server's database does so with an application of its own.
ownCopy();
afterAll(environmentKeeper());
