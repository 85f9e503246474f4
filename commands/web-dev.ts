import "./check-settings";
import { hostname } from "node:os";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { closeDatabase } from "~/platform/db.server";
import { beat } from "~/platform/heartbeat.server";
import { createApp, listen } from "~/platform/http/server.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import { runProcess } from "./process";

/** The web process for development: Vite serves browser files and loads the application anew after each change. */
await runProcess("web", async ({ stopping, announce }) => {
  const { PORT, HOST } = settings();
  sessionSecret();
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  const app = createApp({
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    assets: vite.middlewares,
    isStopping: () => stopping.aborted,
  });
  const server = await listen(app, { port: PORT, host: HOST });
  const stopBeating = beat(`web:${hostname()}:${process.pid}`, "web");
  announce("ready");
  return async () => {
    stopBeating();
    await server.stop({ seconds: 1 });
    await vite.close();
    await closeDatabase();
  };
});
