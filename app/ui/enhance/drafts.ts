import { draftPrefix } from "./frame";

/** Words typed and not known to be saved, kept on this device. */
export type Draft = {
  /** The form they belong to, and the browser tab they were typed in. */
  readonly form: string;
  readonly tab: string;
  /** As it would be posted. */
  readonly words: string;
  /** The hidden fields they were typed against, such as the revision: another value means that somebody saved since. */
  readonly base: string;
  readonly typedAt: number;
  /** Moved on every few seconds by a page that is still open. */
  readonly aliveAt: number;
};

/** A page that is open says so every five seconds; silence for longer than this means that it is gone. */
export const aliveMs = 12_000;

/** The name of this tab: it survives a reload and a crash, and no other tab has it. */
export function tabName(): string {
  try {
    const known = sessionStorage.getItem("candour:tab");
    if (known) return known;
    const name = Math.random().toString(36).slice(2, 10);
    sessionStorage.setItem("candour:tab", name);
    return name;
  } catch {
    return "only";
  }
}

/** Keeps a draft; false when this browser keeps nothing (full, or forbidden), which the person must be told. */
export function keepDraft(person: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(person, draft.form, draft.tab), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets one draft, once the server has it. */
export function forgetDraft(person: string, form: string, tab: string): void {
  try {
    localStorage.removeItem(keyOf(person, form, tab));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Every draft of this person for this form, newest first. */
export function draftsOf(person: string, form: string): readonly Draft[] {
  const drafts: Draft[] = [];
  try {
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (!key?.startsWith(`${draftPrefix}${person}:${form}:`)) continue;
      const draft: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
      if (isDraft(draft) && draft.form === form) drafts.push(draft);
    }
  } catch {
    return drafts;
  }
  return drafts.sort((a, b) => b.typedAt - a.typedAt);
}

function keyOf(person: string, form: string, tab: string): string {
  return `${draftPrefix}${person}:${form}:${tab}`;
}

function isDraft(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && "words" in value && "typedAt" in value && "form" in value;
}
