import { currentRequest } from "../request.server";

interface PlainPage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What the person had typed, given back in a form that sends it again. */
  readonly typed?: readonly (readonly [string, string])[];
}

const pages = {
  403: { title: "This was not sent from a Candour page", paragraphs: ["Nothing was changed.", "Open the page in Candour again and send it from there. If you came from a link in an email, sign in first."] },
  411: { title: "This could not be received", paragraphs: ["Nothing was changed. The sender did not say how long the message is."] },
  413: { title: "This is too large", paragraphs: ["Nothing was changed. Go back, where what you typed should still be, and choose a smaller file or send less text at once."] },
  429: { title: "Too many requests in a short time", paragraphs: ["Wait a minute, then load this page again. Nothing is lost."] },
  500: { title: "Sorry, something went wrong", paragraphs: ["The fault is ours and has been noted. Try again in a few minutes."] },
  503: { title: "Candour cannot reach its database", paragraphs: ["What was saved before is safe. Nothing new was saved just now.", "Try again in a minute."] },
  507: { title: "There is no room to store this", paragraphs: ["Nothing was saved: the storage for files is full. Tell whoever runs Candour for your region."] },
} as const satisfies Record<number, PlainPage>;

export type PlainPageStatus = keyof typeof pages;

/**
 * A page that needs neither the database nor the application's own code, for when either fails.
 * What was typed comes with it, visible and ready to send again.
 */
export function plainPage(status: PlainPageStatus, { typed = [], address = "" }: { typed?: PlainPage["typed"]; address?: string } = {}): string {
  const { title, paragraphs } = pages[status];
  const reference = currentRequest()?.requestId;
  const body = [
    `<h1>${escape(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`),
    typed.length > 0 ? sendAgain(typed, address) : `<p><a href="/">Go to your tasks</a></p>`,
    reference ? `<p>If you ask for help, quote ${escape(reference)}.</p>` : "",
  ].join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} – Candour</title>
<link rel="stylesheet" href="/plain.css"></head><body><main>
${body}
</main></body></html>`;
}

/** Long values are shown, so that they can be copied; short words such as numbers of versions travel unseen. */
function sendAgain(typed: readonly (readonly [string, string])[], address: string): string {
  const isWriting = (value: string): boolean => value.length > 40 || /\s/.test(value.trim());
  const count = typed.filter(([, value]) => isWriting(value)).length;
  let shown = 0;
  const fields = typed.map(([name, value]) => {
    if (!isWriting(value)) return `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`;
    shown += 1;
    return `<p><label for="typed-${shown}">What you typed${count > 1 ? ` (${shown} of ${count})` : ""}</label><br>
<textarea id="typed-${shown}" name="${escape(name)}" rows="10" cols="60">\n${escape(value)}</textarea></p>`;
  });
  return `<form method="post" action="${escape(address)}">${fields.join("\n")}\n<p><button>Try again</button></p></form>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
