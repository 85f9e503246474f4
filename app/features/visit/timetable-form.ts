import { valueOf, type FormValues } from "~/ui/form-state";
import type { Read } from "./forms";
import { MOST_SLOTS, slotField, type Slot } from "./timetable";

const parts = ["from", "to", "what", "where", "who"] as const;

/** A day's entries as the form shows them. */
export function slotValues(slots: readonly Slot[]): FormValues {
  return Object.fromEntries(slots.flatMap((one, index) => parts.map((part) => [slotField(index, part), one[part]])));
}

/** "9.30", "930", "9:30" and "09:30" are the same time; null when it is none. */
function timeOf(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, hour = "", minute = "00"] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, "0")}:${minute}` : null;
}

/** A day's entries as posted, in order of time, with what is wrong with them. Rows without a word in them are left out. */
export function slotsPosted(values: FormValues): Read<readonly Slot[]> {
  const errors: Record<string, string> = {};
  const slots: (Slot & { readonly index: number })[] = [];
  const read = (index: number, part: (typeof parts)[number]) => valueOf({ values, errors: {} }, slotField(index, part)).replace(/\s+/g, " ").trim();
  for (let index = 0; index < MOST_SLOTS; index += 1) {
    if (parts.every((part) => read(index, part) === "")) continue;
    const row = index + 1;
    const from = timeOf(read(index, "from"));
    const to = timeOf(read(index, "to"));
    const what = read(index, "what");
    if (!from) errors[slotField(index, "from")] = `Entry ${row}: give the time it begins, like 09:30`;
    if (!to) errors[slotField(index, "to")] = `Entry ${row}: give the time it ends, like 10:30`;
    if (from && to && to <= from) errors[slotField(index, "to")] = `Entry ${row}: it must end after it begins`;
    if (what === "") errors[slotField(index, "what")] = `Entry ${row}: say what it is`;
    for (const [part, most] of [["what", 200], ["where", 200], ["who", 300]] as const) {
      if (read(index, part).length > most) errors[slotField(index, part)] = `Entry ${row}: use ${most} characters or fewer`;
    }
    slots.push({ index, from: from ?? "", to: to ?? "", what, where: read(index, "where"), who: read(index, "who") });
  }
  slots.sort((a, b) => (a.from === b.from ? a.to.localeCompare(b.to) : a.from.localeCompare(b.from)));
  return { errors, content: slots.map(({ index: _index, ...one }) => one) };
}
