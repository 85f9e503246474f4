import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { pool } from "./db.server";
import { singleton } from "./singleton.server";

const metrics = singleton("metrics", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "candour_" });
  return {
    registry,
    requests: new Histogram({
      name: "candour_http_request_duration_seconds",
      help: "Time to answer, by the route's pattern",
      labelNames: ["method", "route", "status"] as const,
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    jobs: new Gauge({ name: "candour_jobs", help: "Jobs by state: waiting, due, running, failed", labelNames: ["state"] as const, registers: [registry] }),
    outbox: new Gauge({ name: "candour_outbox_emails", help: "Emails by state: waiting, sent, failed, superseded", labelNames: ["state"] as const, registers: [registry] }),
    heartbeat: new Gauge({ name: "candour_worker_heartbeat_age_seconds", help: "Seconds since a worker was last alive", registers: [registry] }),
  };
});

/** Notes one answered request. @param route the route's pattern, never the address */
export function countRequest({ method, route, status, seconds }: { method: string; route: string; status: number; seconds: number }): void {
  metrics.requests.observe({ method, route, status: String(status) }, seconds);
}

/** Everything in Prometheus's text form. Queue and outbox are counted in the database, so any web process tells them. */
export async function readMetrics(): Promise<{ contentType: string; text: string }> {
  await Promise.all([readJobs(), readOutbox(), readHeartbeat()]);
  return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() };
}

async function readJobs(): Promise<void> {
  const { rows } = await pool.query<Record<"waiting" | "due" | "running" | "failed", number>>(`
    SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now())::int AS waiting,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now())::int AS due,
           count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
           count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed
      FROM graphile_worker.jobs`);
  for (const [state, count] of Object.entries(rows[0] ?? {})) metrics.jobs.set({ state }, count);
}

async function readOutbox(): Promise<void> {
  const { rows } = await pool.query<Record<"waiting" | "sent" | "failed" | "superseded", number>>(`
    SELECT count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL AND superseded_at IS NULL)::int AS waiting,
           count(*) FILTER (WHERE sent_at IS NOT NULL)::int AS sent,
           count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NOT NULL)::int AS failed,
           count(*) FILTER (WHERE sent_at IS NULL AND superseded_at IS NOT NULL)::int AS superseded
      FROM outbox_email`);
  for (const [state, count] of Object.entries(rows[0] ?? {})) metrics.outbox.set({ state }, count);
}

async function readHeartbeat(): Promise<void> {
  const { rows } = await pool.query<{ age: number | null }>("SELECT extract(epoch FROM now() - max(seen_at))::float AS age FROM worker_heartbeat WHERE process = 'worker'");
  metrics.heartbeat.set(rows[0]?.age ?? Number.POSITIVE_INFINITY);
}
