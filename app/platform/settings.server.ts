import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { NeedsPerson } from "./needs-person";
import { forget, singleton } from "./singleton.server";

/** A text setting; an empty one counts as not given, as in `DEMO= npm start`. */
const text = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

const textOr = (fallback: string) => text.transform((value) => value ?? fallback);

function wholeNumber({ fallback, from, to }: { fallback: number; from: number; to: number }) {
  return text.transform((value, context) => {
    const number = value === undefined ? fallback : Number(value);
    if (Number.isInteger(number) && number >= from && number <= to) return number;
    context.addIssue({ code: "custom", message: `must be a whole number from ${from} to ${to}` });
    return z.NEVER;
  });
}

const yesOrNo = text.transform((value, context) => {
  if (value === undefined) return undefined;
  if (["1", "true", "yes"].includes(value.toLowerCase())) return true;
  if (["0", "false", "no"].includes(value.toLowerCase())) return false;
  context.addIssue({ code: "custom", message: "must be 1 or 0" });
  return z.NEVER;
});

function address({ schemes, example }: { schemes: readonly string[]; example: string }) {
  return text.refine((value) => value === undefined || (URL.canParse(value) && schemes.includes(new URL(value).protocol)), {
    message: `must be an address such as ${example}`,
  });
}

const logLevels = ["silent", "fatal", "error", "warn", "info", "debug"] as const;

const schema = z
  .object({
    NODE_ENV: textOr("production").pipe(z.enum(["production", "development", "test"], { error: "must be production, development or test" })),
    PORT: wholeNumber({ fallback: 3000, from: 1, to: 65535 }),
    HOST: textOr("127.0.0.1"),
    BASE_URL: address({ schemes: ["http:", "https:"], example: "https://candour.example.org" }),
    DATABASE_URL: address({ schemes: ["postgres:", "postgresql:"], example: "postgresql://user:password@host:5432/candour" }),
    DATABASE_POOL: wholeNumber({ fallback: 10, from: 2, to: 200 }),
    DATA_DIR: textOr(".data").transform((folder) => path.resolve(folder)),
    SMTP_URL: address({ schemes: ["smtp:", "smtps:"], example: "smtp://user:password@mail.example.org:587" }),
    MAIL_FROM: textOr("Candour <candour@example.org>").refine((value) => /^([^<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(value), {
      message: "must be an email address such as Candour <candour@example.org>",
    }),
    DEMO: yesOrNo,
    SESSION_SECRET: text.refine((value) => value === undefined || value.length >= 32, { message: "must have at least 32 characters" }),
    SESSION_IDLE_MINUTES: wholeNumber({ fallback: 30, from: 2, to: 720 }),
    OIDC_ISSUER: address({ schemes: ["http:", "https:"], example: "https://login.microsoftonline.com/TENANT/v2.0" }),
    OIDC_CLIENT_ID: text,
    OIDC_CLIENT_SECRET: text,
    OIDC_LABEL: textOr("your council account"),
    S3_BUCKET: text,
    S3_REGION: textOr("eu-west-2"),
    S3_ENDPOINT: address({ schemes: ["http:", "https:"], example: "https://s3.example.org" }),
    S3_ACCESS_KEY_ID: text,
    S3_SECRET_ACCESS_KEY: text,
    UPLOAD_LIMIT_MB: wholeNumber({ fallback: 20, from: 1, to: 500 }),
    LOG_LEVEL: textOr("info").pipe(z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` })),
    METRICS_TOKEN: text,
    TRUST_PROXY: wholeNumber({ fallback: 0, from: 0, to: 10 }),
    RATE_LIMIT: wholeNumber({ fallback: 600, from: 0, to: 1_000_000 }),
    WORKER_CONCURRENCY: wholeNumber({ fallback: 4, from: 1, to: 100 }),
  })
  .superRefine((given, context) => {
    const together = (names: readonly (keyof typeof given)[]) => {
      const missing = names.filter((name) => given[name] === undefined);
      if (missing.length === 0 || missing.length === names.length) return;
      for (const name of missing) {
        const present = names.filter((other) => !missing.includes(other));
        context.addIssue({ code: "custom", path: [name], message: `is needed because ${present.join(" and ")} ${present.length > 1 ? "are" : "is"} set` });
      }
    };
    together(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]);
    together(["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]);
    if (given.NODE_ENV === "production" && given.DATABASE_URL && !given.SESSION_SECRET && !given.DEMO) {
      context.addIssue({
        code: "custom",
        path: ["SESSION_SECRET"],
        message: "is needed with DATABASE_URL, the same for every web process: 32 random characters or more",
      });
    }
  });

type Read = z.output<typeof schema>;

/** Candour's settings, checked. Sizes and times carry their unit in the name. */
export type Settings = Omit<Read, "DEMO" | "BASE_URL"> & {
  /** Where people reach Candour, without a slash at the end. */
  BASE_URL: string;
  /** Demo regions are loaded and the personas can be tried. */
  DEMO: boolean;
};

/** One or more settings cannot be used; the message has one sentence for each. */
export class SettingsError extends NeedsPerson {
  override readonly name = "SettingsError";
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join("\n"));
  }
}

/**
 * Reads the settings from an environment, without side effects.
 * @throws SettingsError naming every setting that cannot be used
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = schema.safeParse(environment);
  if (!read.success) {
    throw new SettingsError(read.error.issues.map((issue) => `The setting ${issue.path.join(".")} ${issue.message}.`));
  }
  const { DEMO, BASE_URL, ...rest } = read.data;
  const host = ["0.0.0.0", "::", "127.0.0.1"].includes(rest.HOST) ? "localhost" : rest.HOST;
  return {
    ...rest,
    DEMO: DEMO ?? !rest.DATABASE_URL,
    BASE_URL: (BASE_URL ?? `http://${host}:${rest.PORT}`).replace(/\/+$/, ""),
  };
}

/**
 * The settings of this process, read once.
 * @throws SettingsError naming every setting that cannot be used
 */
export function settings(): Settings {
  return singleton("settings", () => readSettings(process.env));
}

/** Makes the next `settings()` read the environment again. For commands and tests that change it. */
export function forgetSettings(): void {
  forget("settings");
}

/**
 * The secret that signs sessions: the setting when given, otherwise one generated at
 * first use and kept in DATA_DIR, readable by the process's own user only.
 * @throws the file system's error when the folder cannot be written
 */
export function sessionSecret(): string {
  const { SESSION_SECRET, DATA_DIR } = settings();
  if (SESSION_SECRET) return SESSION_SECRET;
  const file = path.join(DATA_DIR, "session-secret");
  mkdirSync(DATA_DIR, { recursive: true });
  try {
    // "wx" fails when the file exists, so that two processes starting at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8");
}
