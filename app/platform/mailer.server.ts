import { createTransport, type Transporter } from "nodemailer";
import { settings } from "./settings.server";
import { singleton } from "./singleton.server";

/** One email to one person, rendered and ready. */
export interface Message {
  readonly from?: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Stable per event and person, with its angle brackets: a second delivery is then recognised. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A calendar file; `method` is REQUEST or CANCEL. */
  readonly icalEvent?: { readonly method: string; readonly content: string; readonly filename?: string };
}

/** What the mail server said. */
export interface Delivery {
  readonly accepted: boolean;
  readonly response: string;
}

/** No mail server is set, so messages stay in the local mailbox. */
export class NoSmtp extends Error {
  override readonly name = "NoSmtp";
  constructor() {
    super("SMTP_URL is not set");
  }
}

const connection = singleton<{ transport?: Transporter | undefined }>("mailer", () => ({}));

/** Waits short enough that a worker stopping mid-delivery is not held up for long. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/**
 * Hands a message to the mail server. Only the outbox calls this.
 * @throws NoSmtp when there is no mail server; nodemailer's error, with `responseCode`, when it is unreachable or refuses
 */
export async function deliver(message: Message): Promise<Delivery> {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!SMTP_URL) throw new NoSmtp();
  connection.transport ??= createTransport({ url: SMTP_URL, pool: true, maxConnections: 3, ...patience, ...tlsFor(SMTP_URL) });
  const sent = (await connection.transport.sendMail({
    from: message.from ?? MAIL_FROM,
    to: message.to,
    subject: message.subject,
    html: message.html,
    text: message.text,
    messageId: message.messageId,
    headers: { ...message.headers },
    ...(message.icalEvent ? { icalEvent: message.icalEvent } : {}),
    // Rendered text only: a template may not reach for files or other servers.
    disableFileAccess: true,
    disableUrlAccess: true,
  })) as { accepted?: unknown[]; response?: string };
  return { accepted: (sent.accepted ?? []).length > 0, response: sent.response ?? "" };
}

/** Off this machine a message travels encrypted or not at all. */
function tlsFor(url: string): { requireTLS?: boolean } {
  const { protocol, hostname } = new URL(url);
  const onThisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return protocol === "smtp:" && !onThisMachine ? { requireTLS: true } : {};
}

/** Closes the connections to the mail server; the next delivery opens new ones. */
export function closeMailer(): void {
  connection.transport?.close();
  connection.transport = undefined;
}
