// Hides fields that only matter with a choice until it is made. Without this they are simply all there.
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-reveals]")) {
  const part = document.getElementById(input.dataset["reveals"] ?? "");
  if (!part) continue;
  input.setAttribute("aria-controls", part.id);
  const update = (): void => {
    part.hidden = !input.checked;
    input.setAttribute("aria-expanded", String(input.checked));
  };
  update();
  const scope = input.form ?? document;
  scope.addEventListener("change", update);
  addEventListener("pageshow", update);
}
