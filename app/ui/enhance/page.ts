// Goes with every page: focus after an error, no double posts, a warning before a session ends, drafts cleared at sign-out.
import { framePaths } from "../root-data";
import { activeKey, draftKeys, flushEvent, markActive } from "./frame";

const person = document.body.dataset["person"];

focusFirst();
errorLinks();
noDoublePosts();
signOutClears();
if (person) {
  markActive();
  // A shared machine: whoever signs in next must not meet somebody else's words.
  for (const key of draftKeys(person)) localStorage.removeItem(key);
  idleWarning();
}

function focusFirst(): void {
  document.querySelector<HTMLElement>(".govuk-error-summary[data-focus], [data-focus]")?.focus();
}

/** A link in the error summary goes into the field, with its label in sight. */
function errorLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".govuk-error-summary a[href^='#']") : null;
    const field = link ? document.getElementById(link.hash.slice(1)) : null;
    if (!field) return;
    event.preventDefault();
    const choice = field instanceof HTMLInputElement && /radio|checkbox/.test(field.type);
    const legend = choice ? field.closest("fieldset")?.querySelector("legend") : null;
    (legend ?? document.querySelector(`label[for="${field.id}"]`) ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

/** A second press within four seconds posts nothing: the first is on its way. */
function noDoublePosts(): void {
  const posted = new WeakMap<HTMLFormElement, number>();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (Date.now() - (posted.get(form) ?? 0) < 4_000) event.preventDefault();
    else posted.set(form, Date.now());
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form").forEach((form) => posted.delete(form));
  });
}

/** Leaving on purpose clears what this device keeps, after asking when something there was never saved. */
function signOutClears(): void {
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.target.dataset["signOut"] === undefined) return;
    const keys = draftKeys();
    if (keys.length > 0 && !confirm("Some words on this device have not been saved. Sign out and lose them?")) {
      event.preventDefault();
      return;
    }
    for (const key of keys) localStorage.removeItem(key);
    document.dispatchEvent(new Event("candour:leaving"));
  }, { capture: true });
}

/** Warns before the server ends an idle session. Time is read from the clock, so a laptop that slept is not fooled. */
function idleWarning(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-idle]");
  if (!dialog) return;
  const warnAfter = Number(dialog.dataset["warnAfter"]) * 1_000;
  const endsAfter = Number(dialog.dataset["endsAfter"]) * 1_000;
  const left = dialog.querySelector("[data-idle-left]");
  const live = dialog.querySelector("[data-idle-live]");
  const stay = dialog.querySelector<HTMLButtonElement>("[data-idle-stay]");
  const words = dialog.querySelector("p");
  const loadedAt = Date.now();
  let ended = false;

  const say = (text: string): void => {
    if (words && words.textContent !== text) words.textContent = text;
    if (live) live.textContent = text;
  };
  const look = (): void => {
    const idle = Date.now() - Math.max(loadedAt, Number(storedActivity()));
    if (idle < warnAfter) {
      if (dialog.open && !ended) dialog.close();
      return;
    }
    if (!dialog.open) {
      document.dispatchEvent(new Event(flushEvent));
      dialog.showModal();
    }
    if (idle >= endsAfter && !ended) {
      ended = true;
      say("You have been signed out because nothing was done for a while. Words that were not saved are kept on this device until you sign in again.");
      if (stay) stay.textContent = "Sign in again";
    } else if (!ended) {
      const seconds = Math.max(1, Math.round((endsAfter - idle) / 1_000));
      const text = seconds >= 60 ? `in ${Math.ceil(seconds / 60)} minute${seconds > 60 ? "s" : ""}` : "in less than a minute";
      if (left && left.textContent !== text) {
        left.textContent = text;
        if (live) live.textContent = `You will be signed out ${text}.`;
      }
    }
  };
  stay?.addEventListener("click", async () => {
    if (ended) {
      location.assign(location.pathname + location.search);
      return;
    }
    const answer = await fetch(framePaths.extendSession, { method: "POST", redirect: "manual" }).catch(() => null);
    if (answer?.ok) {
      markActive();
      dialog.close();
    } else if (answer) {
      ended = true;
      say("You have been signed out already. Words that were not saved are kept on this device until you sign in again.");
      stay.textContent = "Sign in again";
    } else {
      say("We cannot reach the service, so you may be signed out. Words that were not saved are kept on this device. Check the connection and press again.");
    }
  });
  setInterval(look, Math.min(10_000, Math.max(250, warnAfter / 4)));
  document.addEventListener("visibilitychange", look);
}

function storedActivity(): string {
  try {
    return localStorage.getItem(activeKey) ?? "0";
  } catch {
    return "0";
  }
}
