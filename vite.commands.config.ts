import { defineConfig } from "vite";
import { aliases, ssr } from "./vite.config";

/** The processes as they are served: bundled, because loading their thousand sources one by one takes longer than all else at a start. */
export default defineConfig({
  resolve: { alias: aliases },
  ssr,
  build: {
    ssr: true,
    copyPublicDir: false,
    outDir: "build/commands",
    target: "node20",
    rollupOptions: { input: { web: "commands/web.ts", worker: "commands/worker.ts", migrate: "commands/migrate.ts" } },
  },
});
