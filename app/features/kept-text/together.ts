/** Two versions of one text put together, the present one first: no words of either are dropped. */
export function together(present: string, kept: string): string {
  return [present, kept].filter((text) => text.trim() !== "").join("\n\n");
}
