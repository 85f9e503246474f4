// Saves what is typed, tells the truth about it, and keeps on this device whatever the server does not have yet.
import type { AutosaveAnswer } from "../autosave-answer";
import { offerKept, wordsOf } from "./autosave-kept";
import { aliveMs, draftsOf, forgetDraft, keepDraft, tabName, type Draft } from "./drafts";
import { clockTime, flushEvent, markActive } from "./frame";

const pauseMs = 1_500;
const longestMs = 10_000;
const person = document.body.dataset["person"] ?? "nobody";
const tab = tabName();

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) autosave(form);

function autosave(form: HTMLFormElement): void {
  const name = form.dataset["autosave"] ?? "";
  const status = form.querySelector<HTMLElement>("[data-autosave-status]");
  // After a refusal the page shows words that the server does not have, so nothing counts as saved.
  let saved = document.querySelector(".govuk-error-summary") ? "" : wordsOf(form);
  let lastSavedAt: number | null = null;
  let dirtySince: number | null = null;
  let sending = false;
  let stopped = false;
  let trouble = false;
  let leaving = false;
  let waiting: { readonly button: HTMLElement | null } | null = null;
  let kept = true;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isDirty = (): boolean => wordsOf(form) !== saved;
  const say = (text: string, bad: boolean, action?: { readonly words: string; readonly href?: string | undefined; readonly act?: () => void }): void => {
    trouble = bad;
    if (!status || (status.dataset["said"] === text && !action)) return;
    status.dataset["said"] = text;
    status.dataset["kind"] = bad ? "bad" : "good";
    status.textContent = text;
    if (!action) return;
    const link = document.createElement(action.href ? "a" : "button");
    link.className = action.href ? "govuk-link" : "app-link-button";
    if (link instanceof HTMLAnchorElement) {
      link.href = action.href ?? "";
      link.addEventListener("click", () => { leaving = kept; });
    } else {
      link.setAttribute("type", "button");
      link.addEventListener("click", () => action.act?.());
    }
    link.textContent = action.words;
    status.append(" ", link);
  };
  const where = (): string => (kept ? "Your words are kept on this device" : "They are only in this page, so do not close it");

  const keep = (): void => {
    const now = Date.now();
    kept = keepDraft(person, { form: name, tab, words: wordsOf(form), base: baseOf(form), typedAt: now, aliveAt: now });
  };
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(false), wait);
  };
  const changed = (): void => {
    if (!isDirty()) return;
    keep();
    dirtySince ??= Date.now();
    schedule(Math.min(pauseMs, Math.max(0, dirtySince + longestMs - Date.now())));
  };

  async function send(leavingPage: boolean): Promise<void> {
    if (sending || stopped || !isDirty()) return;
    sending = true;
    const sent = wordsOf(form);
    const slow = setTimeout(() => say("Saving", false), 3_000);
    let answer: Response | null = null;
    try {
      const body = new URLSearchParams(sent);
      for (const input of hiddenOf(form)) body.append(input.name, input.value);
      body.append("intent", "autosave");
      answer = await fetch(form.dataset["autosaveTo"] ?? form.getAttribute("action") ?? location.href, {
        method: "POST", body, redirect: "manual", keepalive: leavingPage && body.toString().length < 60_000,
        headers: { Accept: "application/json, text/html;q=0.9", "X-Autosave": "1" }, signal: AbortSignal.timeout(20_000),
      });
    } catch {
      // No answer at all: told as such below, and tried again.
    }
    clearTimeout(slow);
    const details = answer ? await detailsOf(answer, name) : {};
    sending = false;
    // Part of a form may be saved though another part is refused: its new revisions count in every case.
    for (const [field, value] of Object.entries(details.fields ?? {})) setHidden(form, field, value);
    if (answer?.ok) done(sent, details);
    else failed(answer, details, sent);
    if (waiting) form.requestSubmit(waiting.button);
    waiting = null;
  }

  function done(sent: string, details: AutosaveAnswer): void {
    tries = 0;
    dirtySince = null;
    saved = sent;
    const at = details.savedAt ? Date.parse(details.savedAt) : Date.now();
    lastSavedAt = Number.isNaN(at) ? Date.now() : at;
    markActive();
    say(`Saved ${clockTime(lastSavedAt)}`, false);
    if (isDirty()) changed();
    else forgetDraft(person, name, tab);
  }

  function failed(answer: Response | null, details: AutosaveAnswer, sent: string): void {
    const since = lastSavedAt ? `Not saved since ${clockTime(lastSavedAt)}` : "Not saved yet";
    if (answer?.status === 409) {
      stopped = true;
      const href = details.conflictHref ?? form.dataset["conflictHref"];
      // The server shows both versions there, so it has these words; without an address they go with the form.
      if (href) {
        saved = sent;
        if (!isDirty()) forgetDraft(person, name, tab);
      }
      say(`Somebody else saved this first. ${where()}.`, true, { words: "See both versions", href, act: () => form.requestSubmit() });
      return;
    }
    if (answer?.status === 422 || answer?.status === 413) {
      // Trying the same words again would be refused again: the next change starts afresh.
      say(`${since}: ${details.message ?? "something here has to be put right first"}. ${where()}.`, true);
      return;
    }
    if (answer && (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status))) {
      say(`${since}: you are signed out, or this page is closed to you now. ${where()}.`, true, { words: "Sign in and come back", href: location.pathname + location.search });
      return;
    }
    tries += 1;
    say(`${since}: ${answer ? "the service did not take it" : "no connection"}. ${where()}, and we keep trying.`, true);
    schedule(Math.min(60_000, (answer?.status === 429 ? 30_000 : 2_500) * 2 ** Math.min(tries, 5)));
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sending) {
      // The save on its way will change the revision; posting beside it would look like a conflict with ourselves.
      event.preventDefault();
      waiting = { button: event.submitter };
      return;
    }
    // Kept until the next page shows that the server has it: the connection may be lost on the way.
    if (isDirty()) keep();
    leaving = true;
    clearTimeout(timer);
  });
  const flush = (leavingPage: boolean): void => {
    if (!leaving && isDirty()) {
      keep();
      void send(leavingPage);
    }
  };
  addEventListener("pageshow", (event) => {
    leaving = false;
    // Brought back from the browser's memory, its revisions may be old: words not saved come back from this device.
    if (event.persisted) location.reload();
  });
  document.addEventListener(flushEvent, () => flush(false));
  document.addEventListener("candour:leaving", () => { leaving = true; });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") flush(true); });
  addEventListener("pagehide", () => flush(true));
  addEventListener("online", () => { tries = 0; if (isDirty()) schedule(0); });
  addEventListener("beforeunload", (event) => {
    if (leaving || !isDirty()) return;
    // Words that only this page has are worth a question; words kept here or on their way are not.
    if (trouble || !kept) event.preventDefault();
    else flush(true);
  });
  setInterval(() => { if (!leaving && isDirty()) touch(person, name); }, 5_000);
  bringBack(form, name, isDirty);
  if (isDirty()) changed();
}

/** Drafts left by an earlier visit: put back when nobody saved since, shown beside the answer when somebody did. */
function bringBack(form: HTMLFormElement, name: string, typed: () => boolean): void {
  const now = Date.now();
  for (const draft of draftsOf(person, name)) {
    if (same(draft, form)) forgetDraft(person, name, draft.tab);
    else if (draft.tab === tab || now - draft.aliveAt > aliveMs) offer(form, draft, typed);
    else setTimeout(() => {
      // Fresh, from another tab: offered only if that tab has fallen silent.
      const again = draftsOf(person, name).find((other) => other.tab === draft.tab);
      if (again && again.aliveAt === draft.aliveAt && !same(again, form)) offer(form, again, typed);
    }, aliveMs + 1_000);
  }
}

function offer(form: HTMLFormElement, draft: Draft, typed: () => boolean): void {
  offerKept(form, draft, { straightIn: draft.base === baseOf(form) && !typed(), forget: () => forgetDraft(person, draft.form, draft.tab) });
}

/** Whether a form holds what a draft does: boxes may have changed places, and empty ones may have come or gone. */
function same(draft: Draft, form: HTMLFormElement): boolean {
  return filled(wordsOf(form)) === filled(draft.words);
}

function filled(words: string): string {
  const boxes = new URLSearchParams([...new URLSearchParams(words)].filter(([, value]) => value !== ""));
  boxes.sort();
  return boxes.toString();
}

function touch(who: string, name: string): void {
  const own = draftsOf(who, name).find((draft) => draft.tab === tab);
  if (own) keepDraft(who, { ...own, aliveAt: Date.now() });
}

function hiddenOf(form: HTMLFormElement): readonly HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=hidden][name]")].filter((input) => input.name !== "intent");
}

function baseOf(form: HTMLFormElement): string {
  return hiddenOf(form).map((input) => `${input.name}=${input.value}`).join("&");
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  for (const input of hiddenOf(form)) if (input.name === name) input.value = value;
}

/** What the answer says besides its status: JSON as it stands, or the same form's hidden fields from the page. */
async function detailsOf(answer: Response, name: string): Promise<AutosaveAnswer> {
  try {
    const type = answer.headers.get("content-type") ?? "";
    if (type.includes("json")) return (await answer.json()) as AutosaveAnswer;
    if (!answer.ok || !type.includes("html")) return {};
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = page.querySelector<HTMLFormElement>(`form[data-autosave="${CSS.escape(name)}"]`);
    return form ? { fields: Object.fromEntries(hiddenOf(form).map((input) => [input.name, input.value])) } : {};
  } catch {
    return {};
  }
}
