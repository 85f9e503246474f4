import "./check-settings";
import { hostname } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { closeDatabase } from "~/platform/db.server";
import { beat } from "~/platform/heartbeat.server";
import { createApp, listen } from "~/platform/http/server.server";
import { log } from "~/platform/log.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import { runProcess } from "./process";

/** The web process: serves the application as built. */
await runProcess("web", async ({ stopping, announce }) => {
  const { PORT, HOST } = settings();
  sessionSecret();
  const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
  const server = await listen(createApp({ build, clientFolder: path.resolve("build/client"), isStopping: () => stopping.aborted }), { port: PORT, host: HOST });
  log.info("web is listening", { port: server.port });
  const stopBeating = beat(`web:${hostname()}:${process.pid}`, "web");
  announce("ready");
  return async () => {
    stopBeating();
    await server.stop({ seconds: 20 });
    await closeDatabase();
  };
});
