// Keeps a list up to date while several people add to it: parts marked data-live are fetched again with the page.
import { clockTime } from "./frame";

const everyMs = 20_000;
/** Somebody who has gone away must not be kept signed in by their open page. */
const awayMs = 10 * 60_000;

let touchedAt = Date.now();
for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, () => { touchedAt = Date.now(); }, { passive: true });

for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
  const said = document.createElement("p");
  said.className = "app-soft app-small";
  said.setAttribute("role", "status");
  part.before(said);
  let before = part.innerHTML;
  let tried = false;
  const look = async (): Promise<void> => {
    // Whoever is in the middle of the list keeps their place: it is renewed when they have left it.
    if (document.visibilityState === "hidden" || Date.now() - touchedAt > awayMs || part.contains(document.activeElement)) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "manual", signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLElement>(`[data-live="${CSS.escape(part.dataset["live"] ?? "")}"]`);
      if (tried) said.textContent = "";
      tried = false;
      if (!fresh || fresh.innerHTML === before) return;
      before = fresh.innerHTML;
      part.replaceChildren(...fresh.childNodes);
      said.textContent = `Somebody added or changed something: renewed ${clockTime(Date.now())}`;
    } catch {
      tried = true;
      said.textContent = `No connection. The list may be older than it should be`;
    }
  };
  setInterval(() => void look(), everyMs);
  addEventListener("online", () => void look());
  addEventListener("pageshow", (event) => { if (event.persisted) void look(); });
}
