import type { Draft } from "./drafts";
import { clockTime } from "./frame";

/** What a form holds, as it would be posted, without hidden fields and files: what a person can have typed or chosen. */
export function wordsOf(form: HTMLFormElement): string {
  const words = new URLSearchParams();
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map((input) => input.name));
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && !hidden.has(name)) words.append(name, value);
  return words.toString();
}

/** Puts words back into a form. */
export function fill(form: HTMLFormElement, words: string): void {
  const values = new URLSearchParams(words);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) field.checked = values.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && /^(text|email|tel|search|url)$/.test(field.type))) {
      const value = values.get(field.name);
      if (value !== null) field.value = value;
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * Offers words kept from an earlier visit. When nobody saved since and nothing new is typed they go straight
 * back in; otherwise they are shown beside the answer, to use or to discard: nothing is written over unasked.
 */
export function offerKept(form: HTMLFormElement, draft: Draft, how: { readonly straightIn: boolean; readonly forget: () => void }): void {
  const before = wordsOf(form);
  const notice = document.createElement("div");
  notice.className = "app-kept";
  notice.setAttribute("role", "status");
  const text = document.createElement("p");
  text.className = "govuk-body";
  notice.append(text);
  if (how.straightIn) {
    fill(form, draft.words);
    text.textContent = `We put back what you typed at ${clockTime(draft.typedAt)}, which had not been saved.`;
    notice.append(button("Take it out again", () => { fill(form, before); notice.remove(); }));
  } else {
    text.textContent = `What you typed here at ${clockTime(draft.typedAt)} was kept on this device and is not the same as the answer as it stands now.`;
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Read it";
    details.append(summary);
    for (const [, value] of new URLSearchParams(draft.words)) {
      const words = document.createElement("p");
      words.className = "app-prewrap";
      words.textContent = value;
      details.append(words);
    }
    notice.append(
      details,
      button("Use these words instead", () => { fill(form, draft.words); how.forget(); notice.remove(); }),
      button("Discard them", () => { how.forget(); notice.remove(); }),
    );
  }
  form.prepend(notice);
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
