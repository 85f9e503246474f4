import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

const standIn = fileURLToPath(new URL("./commands/schema-engine.mjs", import.meta.url));

// Prisma downloads a native schema engine that `prisma generate` does not use, from a host
// that council networks block. Ours, built on Prisma's WebAssembly engine, needs no download.
// With production dependencies only it is never run: naming it is enough to stop the download.
if (!process.env["PRISMA_SCHEMA_ENGINE_BINARY"] && existsSync(standIn)) {
  process.env["PRISMA_SCHEMA_ENGINE_BINARY"] = standIn;
}

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env["DATABASE_URL"] ? { datasource: { url: process.env["DATABASE_URL"] } } : {}),
});
