import { compile } from "html-to-text";
import { renderToStaticMarkup } from "react-dom/server";
import { plainTextSelectors } from "react-email";

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

// As in react-email's `render` and `toPlainText`, which make their converter anew for each letter and
// stream letters that have nothing to wait for: more than half of the time a letter took.
const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

const toPlainText = compile({
  wordwrap: 78,
  selectors: [
    ...plainTextSelectors,
    { selector: "h1", options: { uppercase: false } },
    { selector: "h2", options: { uppercase: false } },
  ],
});

/**
 * An email from its name and stored props. The same props give the same letter, whenever it is
 * sent: a retry looks like the first try.
 * @throws z.ZodError when the props are not that email's
 */
export function renderEmail(name: EmailName, props: unknown, options: RenderOptions): Rendered {
  const { baseUrl } = options;
  const composed = emailNamed(name).compose(props);
  const html = doctype + renderToStaticMarkup(<Frame composed={composed} baseUrl={baseUrl} />);
  const { letter } = composed;
  const calendar = calendarFile(letter.calendar, letter.when, baseUrl, {
    organiser: mailbox(options.from ?? `Candour <candour@${new URL(baseUrl).hostname}>`),
    ...(options.to ? { attendee: { name: letter.recipient.name, email: options.to } } : {}),
  });
  return { subject: composed.subject, html, text: toPlainText(html), calendar };
}
