import { fork, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PortBusy } from "~/platform/http/port-busy";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import { lockFolder } from "./folder-lock";
import { builtCommand } from "./prepare.mjs";
import { endWith, needsPerson } from "./process";
import { embeddedMark } from "./with-database";

type Part = "web" | "worker";

/**
 * The top of Candour's process tree: database, preparation, web and worker. What dies is started
 * again; Ctrl-C ends everything in order, requests and jobs in flight first, the database last.
 */
export async function supervise({ web = "web" }: { web?: "web" | "web-dev" } = {}): Promise<void> {
  let release = (): void => undefined;
  try {
    const { DATA_DIR, DATABASE_URL } = settings();
    release = lockFolder(DATA_DIR);
    await checkPort();
    const family = new Family({ postgresFolder: DATABASE_URL ? undefined : path.join(DATA_DIR, "postgres"), web });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => family.stop());
    const code = await family.live();
    release();
    process.exit(code);
  } catch (error) {
    release();
    endWith(error);
  }
}

/** A Candour that was killed a moment ago may still be finishing a request: allow it three seconds. */
async function checkPort(): Promise<void> {
  const { PORT, HOST } = settings();
  for (let tries = 0; ; tries += 1) {
    const free = await new Promise<boolean>((resolve, reject) => {
      const probe = createServer();
      probe.once("error", (error) => ("code" in error && error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
      probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
    });
    if (free) return;
    if (tries >= 10) throw new PortBusy(PORT);
    await pause(300);
  }
}

class Family {
  readonly #children = new Map<Part, ChildProcess>();
  readonly #stopping = new AbortController();
  /** Settled when the family must end: with an exit code, or with the failure. */
  readonly #end: { promise: Promise<number>; resolve: (code: number) => void; reject: (error: unknown) => void };
  #postgres: EmbeddedPostgres | undefined;
  #preparing: ChildProcess | undefined;

  readonly #postgresFolder: string | undefined;
  readonly #commands: Readonly<Record<Part, string>>;
  readonly #fromSource: boolean;

  /** @param web which command serves the pages */
  constructor({ postgresFolder, web }: { postgresFolder: string | undefined; web: string }) {
    this.#postgresFolder = postgresFolder;
    this.#commands = { web, worker: "worker" };
    this.#fromSource = web === "web-dev";
    let resolve: (code: number) => void = () => undefined;
    let reject: (error: unknown) => void = () => undefined;
    const promise = new Promise<number>((resolvePromise, rejectPromise) => {
      resolve = resolvePromise;
      reject = rejectPromise;
    });
    // Awaited later; a failure meanwhile is not an unhandled one.
    promise.catch(() => undefined);
    this.#end = { promise, resolve, reject };
  }

  stop(): void {
    if (this.#stopping.signal.aborted) return;
    console.log("\nCandour is stopping");
    this.#stopping.abort();
    this.#end.resolve(0);
  }

  /** From start to end. @returns the exit code */
  async live(): Promise<number> {
    try {
      await this.#startDatabase();
      if (!this.#isStopping) await this.#prepare();
      if (!this.#isStopping) await Promise.all([this.#keep("worker"), this.#keep("web")]);
      if (!this.#isStopping) this.#welcome();
      return await this.#end.promise;
    } finally {
      this.#stopping.abort();
      this.#preparing?.kill("SIGKILL");
      await Promise.all([...this.#children.values()].map(ended));
      await this.#postgres?.stop();
    }
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #startDatabase(): Promise<void> {
    if (!this.#postgresFolder) return;
    console.log("  Starting the database ...");
    this.#postgres = await startEmbeddedPostgres({ folder: this.#postgresFolder, progress: (sentence) => console.log(`  ${sentence} ...`) });
    void this.#watchDatabase(this.#postgresFolder);
  }

  /** PostgreSQL recovers by itself when a session is killed; when its main process is, start it again on its port. */
  async #watchDatabase(folder: string): Promise<void> {
    while (!this.#isStopping) {
      await pause(250);
      if (this.#isStopping || this.#postgres?.isRunning()) continue;
      console.log("  The database ended; starting it again ...");
      try {
        const before = this.#postgres?.url;
        this.#postgres = await startEmbeddedPostgres({ folder });
        // Its port was taken meanwhile: the others must learn the new address.
        if (before !== this.#postgres.url) for (const child of this.#children.values()) child.kill("SIGTERM");
      } catch (error) {
        this.#end.reject(error);
        return;
      }
    }
  }

  #environment(part: string): NodeJS.ProcessEnv {
    const { DEMO, DATABASE_URL } = settings();
    return {
      ...process.env,
      CANDOUR_PART: part,
      DEMO: DEMO ? "1" : "0",
      DATABASE_URL: this.#postgres?.url ?? DATABASE_URL,
      SESSION_SECRET: sessionSecret(),
      ...(this.#postgres ? { [embeddedMark]: "1" } : {}),
    };
  }

  /** Migrations, reference data and demo, in a child: the memory they need is given back. */
  async #prepare(): Promise<void> {
    console.log("  Preparing the database ...");
    const child = this.#fork("migrate");
    this.#preparing = child;
    const code = await new Promise<number>((resolve) => child.once("exit", (exit) => resolve(exit ?? 1)));
    this.#preparing = undefined;
    if (code !== 0 && !this.#isStopping) this.#end.resolve(code);
    if (code !== 0) this.#stopping.abort();
  }

  #fork(command: string): ChildProcess {
    const [file, execArgv] = this.#fromSource ? [path.resolve("commands", `${command}.ts`), ["--import", "tsx"]] : [builtCommand(command), []];
    return fork(file, [], { execArgv, env: this.#environment(command), stdio: ["ignore", "inherit", "inherit", "ipc"] });
  }

  /** Starts a part and starts it again whenever it ends. Resolves when it is ready for the first time. */
  #keep(part: Part): Promise<void> {
    return new Promise((ready) => {
      const again = (restarts: number): void => {
        const began = Date.now();
        const child = this.#fork(this.#commands[part]);
        this.#children.set(part, child);
        child.on("message", () => ready());
        child.once("exit", (code) => {
          if (this.#isStopping) return ready();
          if (code === needsPerson) {
            this.#end.resolve(needsPerson);
            return ready();
          }
          // After a minute of good service the next fall counts as a first one.
          const falls = Date.now() - began > 60_000 ? 0 : restarts;
          const wait = Math.min(30_000, 250 * 2 ** falls);
          console.error(`  The ${part} process ended (${code ?? child.signalCode}); starting it again in ${wait / 1000} s ...`);
          setTimeout(() => (this.#isStopping ? undefined : again(falls + 1)), wait);
        });
      };
      again(0);
    });
  }

  #welcome(): void {
    const { BASE_URL, DEMO, SMTP_URL } = settings();
    console.log(`\nCandour is ready at ${BASE_URL}`);
    if (DEMO) {
      console.log("This is a demo: choose somebody to be on the sign-in page, for instance the South East coordinator.");
      if (!SMTP_URL) console.log(`Emails are not sent; read them at ${BASE_URL}/mailbox`);
    } else console.log("Sign in with your email address: a link and a code are sent to it.");
    console.log("Ctrl-C stops it.");
  }
}

/** Asks a child to end, and ends it after half a minute if it has not. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 30_000);
  await exit;
  clearTimeout(force);
}
