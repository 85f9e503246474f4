/** How the keys of drafts begin in this browser's storage; then the person, the form and the tab. */
export const draftPrefix = "candour:draft:";

/** Asks every autosaving form to save now. */
export const flushEvent = "candour:flush";

/** When somebody last did something, shared by all tabs. */
export const activeKey = "candour:active";

/** Marks activity: a request has just reached the server, so its idle clock began again. */
export function markActive(): void {
  try {
    localStorage.setItem(activeKey, String(Date.now()));
  } catch {
    // Without storage each tab counts for itself.
  }
}

/** The keys of drafts kept in this browser, of everybody or of everybody but one person. */
export function draftKeys(except?: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(draftPrefix) && (except === undefined || !key.startsWith(`${draftPrefix}${except}:`)));
  } catch {
    return [];
  }
}

/** The time of a moment as the service shows it everywhere: Europe/London, "14:03". */
export function clockTime(moment: number): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Europe/London" }).format(moment);
}
