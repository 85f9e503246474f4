import { once } from "node:events";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** How the mail server treats the next messages. */
export type MailTrouble = "none" | "refuse-for-now" | "refuse-for-good" | "hang-up";

/** A real mail server that keeps what it is given. */
export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly port: number;
  readonly received: readonly (Email & { readonly envelopeTo: readonly string[] })[];
  /** Changes what happens to messages from now on. */
  trouble: MailTrouble;
  /** Resolves with the first message that fits, now or later. */
  waitFor(fits: (email: Email) => boolean, patienceMs?: number): Promise<Email>;
  stop(): Promise<void>;
}

/** @param port 0 for any free one; a given one lets a test end the server and start it again in its place */
export async function startMailServer({ port = 0 }: { port?: number } = {}): Promise<MailServer> {
  const received: (Email & { envelopeTo: string[] })[] = [];
  const state: { trouble: MailTrouble } = { trouble: "none" };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        if (state.trouble === "refuse-for-now") return done(answer(451, "Try again later"));
        if (state.trouble === "refuse-for-good") return done(answer(550, "No such mailbox"));
        if (state.trouble === "hang-up") return void server.connections.forEach((connection) => connection.close());
        PostalMime.parse(Buffer.concat(pieces)).then(
          (email) => {
            received.push({ ...email, envelopeTo: session.envelope.rcptTo.map(({ address }) => address) });
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error("unreadable message")),
        );
      });
    },
  });
  // A client that ends in the middle of a message is part of what is tested.
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    port: actual,
    received,
    get trouble() {
      return state.trouble;
    },
    set trouble(trouble) {
      state.trouble = trouble;
    },
    async waitFor(fits, patienceMs = 30_000) {
      for (const ends = Date.now() + patienceMs; Date.now() < ends; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const found = received.find(fits);
        if (found) return found;
      }
      throw new Error(`no such email came; received: ${received.map(({ subject }) => subject).join(" | ") || "none"}`);
    },
    stop: () =>
      new Promise((resolve) => {
        for (const connection of server.connections) connection.close();
        server.close(() => resolve());
      }),
  };
}

function answer(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}
