// Shows the copy button beside an address, where the browser allows copying.
for (const place of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  const button = place.querySelector("button");
  const said = place.querySelector("[aria-live]");
  if (!button || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(place.dataset["copy"] ?? "").then(
      () => { if (said) said.textContent = "Copied"; },
      () => { if (said) said.textContent = "Your browser did not allow it: select the address and copy it"; },
    );
  });
}
