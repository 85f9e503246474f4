// A search under way says how far it is by itself, and the page is shown anew when it has ended.
type Told = { live: boolean; counting: boolean; label: string; words: string; elapsed: number; rounds: string };

const everyMs = 1_000;

for (const panel of document.querySelectorAll<HTMLElement>("[data-search]")) watch(panel.dataset["search"] ?? "", (told) => show(panel, told));
for (const panel of document.querySelectorAll<HTMLElement>("[data-counting]")) {
  const place = panel.querySelector("[data-rounds]");
  watch(panel.dataset["counting"] ?? "", (told) => {
    if (place && told.rounds && place.textContent !== told.rounds) place.textContent = told.rounds;
    return told.counting;
  });
}

/** Asks once a second until told that there is nothing more to hear. A lost connection is asked again, less often. */
function watch(address: string, tell: (told: Told) => boolean): void {
  if (address === "") return;
  const once = async (): Promise<void> => {
    const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => null);
    if (answer && !answer.ok) return;
    const more = answer ? tell((await answer.json()) as Told) : true;
    if (more) setTimeout(() => void once(), answer ? everyMs : 5 * everyMs);
  };
  setTimeout(() => void once(), everyMs / 2);
}

function show(panel: HTMLElement, told: Told): boolean {
  if (!told.live) {
    location.replace(panel.dataset["page"] ?? location.href);
    return false;
  }
  const put = (name: string, text: string): void => {
    const place = panel.querySelector(`[data-search-${name}]`);
    if (place && place.textContent !== text) place.textContent = text;
  };
  put("label", told.label);
  put("words", told.words);
  const bar = panel.querySelector("progress");
  if (bar) bar.value = Math.min(told.elapsed, bar.max);
  panel.querySelector<HTMLElement>("[data-search-look]")?.toggleAttribute("hidden", true);
  return true;
}

export {};
