// Authorities can be dragged from group to group: onto another to change places, onto a card to move.
// What the drop would do is said while dragging. Beside every authority a plain link does the same.
type DragPlace = { element: HTMLElement; key: string; words: string };
type DragChoice = { key: string; effect: string; harmless: boolean };

const form = document.querySelector<HTMLFormElement>("[data-drag-form]");
const hint = document.querySelector<HTMLElement>("[data-drag-hint]");
const words = document.querySelector<HTMLElement>("[data-drag-words]");
const cards = document.querySelector<HTMLElement>("[data-board]");
if (form && hint && words && cards) drag(form, hint, words, cards);

// The words stand in a bar of their own and never in the page: a sentence that wraps would push the
// cards down beneath the pointer, and the authority would be dropped on its neighbour.
function drag(form: HTMLFormElement, hint: HTMLElement, words: HTMLElement, cards: HTMLElement): void {
  let held: HTMLElement | null = null;
  let over: DragPlace | null = null;
  let choices: ReadonlyMap<string, DragChoice> = new Map();
  hint.classList.add("app-board__hint--works");
  for (const member of cards.querySelectorAll<HTMLElement>("[data-authority]")) {
    member.draggable = true;
    member.classList.add("app-group__member--free");
  }

  const board = location.pathname.replace(/\/$/, "");
  const say = (): void => {
    for (const marked of cards.querySelectorAll(".app-over")) marked.classList.remove("app-over", "app-over--warned");
    const choice = over ? choices.get(over.key) : undefined;
    const warned = choice ? !choice.harmless : false;
    over?.element.classList.add("app-over");
    over?.element.classList.toggle("app-over--warned", warned);
    words.hidden = !over;
    words.classList.toggle("app-warned", warned);
    words.textContent = over ? `${over.words}${choice ? `: ${choice.effect}` : ""}` : "";
  };

  cards.addEventListener("dragstart", (event) => {
    held = (event.target as Element).closest<HTMLElement>("[data-authority]");
    if (!held || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", nameOf(held));
    held.classList.add("app-group__member--held");
    const authority = held.dataset["authority"] ?? "";
    choices = new Map();
    void fetch(`${board}/changes?authority=${encodeURIComponent(authority)}`)
      .then((answer) => (answer.ok ? answer.json() : { choices: [] }))
      .then((told: { choices: DragChoice[] }) => {
        choices = new Map(told.choices.map((choice) => [choice.key, choice]));
        if (over) say();
      })
      .catch(() => undefined);
  });

  cards.addEventListener("dragover", (event) => {
    const place = placeOf(event.target, held);
    if (place) event.preventDefault();
    if (over?.element === place?.element) return;
    over = place;
    say();
  });

  cards.addEventListener("drop", (event) => {
    const place = placeOf(event.target, held);
    if (!place || !held) return;
    event.preventDefault();
    form.action = `${board}/move?authority=${encodeURIComponent(held.dataset["authority"] ?? "")}`;
    const change = form.elements.namedItem("change");
    if (change instanceof HTMLInputElement) change.value = place.key;
    form.requestSubmit();
  });

  cards.addEventListener("dragend", () => {
    held?.classList.remove("app-group__member--held");
    held = over = null;
    say();
  });
}

/** Where a drop would land: on an authority of another group, or on another group's card. */
function placeOf(target: EventTarget | null, held: HTMLElement | null): DragPlace | null {
  if (!held || !(target instanceof Element)) return null;
  const card = target.closest<HTMLElement>("[data-group]");
  if (!card || card.contains(held) || card.classList.contains("app-group--kept")) return null;
  const other = target.closest<HTMLElement>("[data-authority]");
  const number = card.dataset["group"] ?? "";
  if (other) return { element: other, key: `swap:${other.dataset["authority"] ?? ""}`, words: `${nameOf(held)} and ${nameOf(other)} change places` };
  return { element: card, key: `move:${number}`, words: `${nameOf(held)} moves to group ${number}` };
}

function nameOf(member: HTMLElement): string {
  return member.querySelector(".app-group__who")?.textContent ?? "";
}
export {};
