import { timingSafeEqual } from "node:crypto";
import path from "node:path";
import { Router, type Request } from "express";
import { pool } from "../db.server";
import { isMigrated } from "../migrations.server";
import { readMetrics } from "../metrics.server";
import { settings } from "../settings.server";

/** Older than this, and no worker counts as alive: it beats every ten seconds. */
const heartbeatLimitSeconds = 45;

type Check = "ok" | "failed";

/** Whether this installation can do its work: each part by itself. */
export async function readiness(): Promise<{ database: Check; migrations: Check; worker: Check }> {
  const check = async (holds: () => Promise<boolean>): Promise<Check> => {
    try {
      return (await holds()) ? "ok" : "failed";
    } catch {
      return "failed";
    }
  };
  return {
    database: await check(async () => (await pool.query("SELECT 1")).rowCount === 1),
    migrations: await check(() => isMigrated({ pool, folder: path.resolve("prisma/migrations") })),
    worker: await check(async () => {
      const { rowCount } = await pool.query("SELECT 1 FROM worker_heartbeat WHERE process = 'worker' AND seen_at > now() - $1::int * interval '1 second'", [heartbeatLimitSeconds]);
      return (rowCount ?? 0) > 0;
    }),
  };
}

/** /healthz (the process answers), /readyz (it can do its work) and /metrics. None needs the application. */
export function healthRoutes({ isStopping }: { isStopping: () => boolean }): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text").send("ok\n");
  });
  router.get("/readyz", (_request, response, next) => {
    readiness().then((checks) => {
      const ready = !isStopping() && Object.values(checks).every((check) => check === "ok");
      response.status(ready ? 200 : 503).set("Cache-Control", "no-store").json(isStopping() ? { ...checks, stopping: true } : checks);
    }, next);
  });
  router.get("/metrics", (request, response, next) => {
    if (!mayReadMetrics(request)) {
      response.sendStatus(404);
      return;
    }
    readMetrics().then(({ contentType, text }) => response.set("Content-Type", contentType).send(text), next);
  });
  return router;
}

/** With METRICS_TOKEN by that token; without one only from this machine and not through a proxy. */
function mayReadMetrics(request: Request): boolean {
  const { METRICS_TOKEN } = settings();
  if (!METRICS_TOKEN) {
    return request.get("x-forwarded-for") === undefined && ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
  }
  const given = Buffer.from(request.get("authorization") ?? "");
  const wanted = Buffer.from(`Bearer ${METRICS_TOKEN}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
