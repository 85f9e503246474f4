// Counts words while they are typed, with the very function the server counts with.
import { countWords, wordCountMessage } from "../count-words";

for (const group of document.querySelectorAll<HTMLElement>("[data-max-words]")) {
  const area = group.querySelector("textarea");
  const shown = group.querySelector<HTMLElement>(".govuk-character-count__message");
  const limit = Number(group.dataset["maxWords"]);
  if (!area || !shown || !(limit > 0)) continue;
  const spoken = document.createElement("div");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("role", "status");
  shown.after(spoken);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    shown.textContent = wordCountMessage(area.value, limit);
    const over = countWords(area.value) > limit;
    shown.classList.toggle("govuk-error-message", over);
    shown.classList.toggle("govuk-hint", !over);
    clearTimeout(pause);
    // Said only after a pause, so that typing is not talked over.
    pause = setTimeout(() => { spoken.textContent = shown.textContent; }, 1_500);
  };
  area.addEventListener("input", update);
}
