// Adds one tick that ticks all, above a table whose rows can be chosen, with how many are chosen.
for (const table of document.querySelectorAll<HTMLTableElement>("table.app-chase")) {
  const boxes = [...table.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")];
  const place = table.closest(".app-scroll") ?? table;
  if (boxes.length === 0) continue;
  const bar = document.createElement("div");
  bar.className = "govuk-checkboxes govuk-checkboxes--small app-no-print";
  bar.innerHTML = `<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" id="choose-all"><label class="govuk-label govuk-checkboxes__label" for="choose-all">Choose all <span class="app-soft" role="status"></span></label></div>`;
  place.before(bar);
  const all = bar.querySelector("input");
  const count = bar.querySelector("[role=status]");
  const update = (): void => {
    const chosen = boxes.filter((box) => box.checked).length;
    if (all) {
      all.checked = chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    if (count) count.textContent = chosen > 0 ? `(${chosen} of ${boxes.length} chosen)` : "";
  };
  all?.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    update();
  });
  table.addEventListener("change", update);
  update();
}
