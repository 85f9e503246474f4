import pino from "pino";
import { currentRequest } from "./request.server";
import { settings } from "./settings.server";
import { singleton } from "./singleton.server";

/**
 * What a log line may carry. The list is closed on purpose: names, addresses, titles and
 * answers have no field, so they cannot be logged.
 */
export interface LogFields {
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, such as routes/cycles.$cycleId; never the address with its ids and query. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly task?: string;
  readonly job?: string;
  readonly attempt?: number;
  readonly count?: number;
  readonly machine?: string;
  readonly event?: string;
  readonly workflowId?: string;
  readonly emailId?: string;
  readonly template?: string;
  readonly part?: string;
  readonly pid?: number;
  readonly port?: number;
  readonly signal?: string;
  /** Logged by name, code and place in our code; its message only at LOG_LEVEL=debug, since it may quote what people typed. */
  readonly error?: unknown;
}

const allowed = new Set<string>([
  "requestId", "method", "route", "status", "ms", "task", "job", "attempt", "count", "machine", "event",
  "workflowId", "emailId", "template", "part", "pid", "port", "signal",
]);

// Made at first use: a bad setting must be told as a sentence by whoever starts, not thrown by an import.
const logger = (): pino.Logger => singleton("log", () =>
  pino({
    level: settings().LOG_LEVEL,
    base: null,
    mixin: () => ({ part: process.env["CANDOUR_PART"] ?? "command" }),
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  }),
);

function fieldsOf(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = Object.fromEntries(Object.entries(fields).filter(([name, value]) => allowed.has(name) && value !== undefined));
  kept["requestId"] ??= currentRequest()?.requestId;
  if (fields.error !== undefined) kept["error"] = describe(fields.error);
  return kept;
}

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...("code" in error ? { code: String(error.code) } : {}),
    ...(logger().isLevelEnabled("debug") ? { message: error.message } : {}),
    at: frames.slice(0, 8).map((line) => line.trim().replace(/^at /, "")),
  };
}

/** Structured logs: one JSON line each, with a short fixed sentence and the fields above. */
export const log = {
  debug: (sentence: string, fields: LogFields = {}): void => logger().debug(fieldsOf(fields), sentence),
  info: (sentence: string, fields: LogFields = {}): void => logger().info(fieldsOf(fields), sentence),
  warn: (sentence: string, fields: LogFields = {}): void => logger().warn(fieldsOf(fields), sentence),
  error: (sentence: string, fields: LogFields = {}): void => logger().error(fieldsOf(fields), sentence),
};
