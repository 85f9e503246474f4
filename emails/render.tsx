import { render, toPlainText } from "react-email";

import { calendarFile } from "./calendar";
import { emailNamed, type EmailName } from "./index";
import { Frame } from "./letter";

export interface Rendered {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An iCalendar file, its METHOD inside; null when the letter carries no date. */
  readonly calendar: string | null;
}

export interface RenderOptions {
  /** Where people reach Candour, without a slash at the end. */
  readonly baseUrl: string;
  /** The sender as "Name <address>": the organiser of calendar entries. */
  readonly from?: string;
  /** The recipient's address: the attendee of calendar entries. */
  readonly to?: string;
}

/** "Name <address>" in its two parts. */
function mailbox(value: string): { name: string; email: string } {
  const match = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(value);
  const email = (match?.[2] ?? value).trim();
  return { name: match?.[1] || email, email };
}

/**
 * An email from its name and stored props. The same props give the same letter, whenever it is
 * sent: a retry looks like the first try.
 * @throws z.ZodError when the props are not that email's
 */
export async function renderEmail(name: EmailName, props: unknown, options: RenderOptions): Promise<Rendered> {
  const { baseUrl } = options;
  const composed = emailNamed(name).compose(props);
  const html = await render(<Frame composed={composed} baseUrl={baseUrl} />);
  const text = toPlainText(html, {
    wordwrap: 78,
    selectors: [
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
    ],
  });
  const { letter } = composed;
  const calendar = calendarFile(letter.calendar, letter.when, baseUrl, {
    organiser: mailbox(options.from ?? `Candour <candour@${new URL(baseUrl).hostname}>`),
    ...(options.to ? { attendee: { name: letter.recipient.name, email: options.to } } : {}),
  });
  return { subject: composed.subject, html, text, calendar };
}
