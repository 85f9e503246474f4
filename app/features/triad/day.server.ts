import { openConflicts } from "~/features/kept-text";
import { notesOf, SLOT, takesNotes } from "./notes.server";
import type { TriadPage } from "./page.server";

/** What somebody notes on the day: the slots, by the authority challenged, with their notes, and the oldest conflict of them. */
export async function desk(triad: TriadPage) {
  const roles = new Set(triad.standing.roles);
  const writing = triad.agenda.flatMap(({ slot }) => (slot && takesNotes(slot, { roles, speaks: triad.speaks, deputyOf: triad.deputyOf }) ? [slot.challenged] : []));
  const [notes, conflicts] = await Promise.all([notesOf(triad.id), openConflicts(triad.id, { prefix: SLOT })]);
  return {
    writing,
    // Notes of a slot are read by those who take them and by the coordinator.
    notes: Object.fromEntries(Object.entries(notes).filter(([id]) => writing.includes(id))),
    conflict: conflicts.find((one) => writing.includes(one.key.slice(SLOT.length))) ?? null,
  };
}
