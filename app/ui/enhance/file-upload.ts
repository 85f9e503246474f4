// Says at once when a chosen file is too big, before minutes are spent sending it. The server checks again.
for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-max-bytes]")) {
  const limit = Number(input.dataset["maxBytes"]);
  const note = document.createElement("p");
  note.className = "govuk-hint";
  note.setAttribute("role", "status");
  input.after(note);
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    const big = files.find((file) => file.size > limit);
    note.className = big ? "govuk-error-message" : "govuk-hint";
    note.textContent = big
      ? `${big.name} is ${megabytes(big.size)} and the limit is ${megabytes(limit)}. Choose a smaller file.`
      : files.map((file) => `${file.name}, ${megabytes(file.size)}`).join("; ");
  });
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
