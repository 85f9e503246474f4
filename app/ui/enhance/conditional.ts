// Hides fields that only matter with a choice until it is made. Without this they are simply all there.
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-reveals]")) {
  const part = document.getElementById(input.dataset["reveals"] ?? "");
  if (!part) continue;
  // Said by the choice itself: ARIA has no "expanded" for radios and checkboxes, and what appears comes right after.
  const update = (): void => {
    part.hidden = !input.checked;
  };
  update();
  const scope = input.form ?? document;
  scope.addEventListener("change", update);
  addEventListener("pageshow", update);
}
