/** A part of the day. Times are "09:30", London. */
export interface AgendaItem {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  /** Set for a slot in which an authority is challenged. */
  readonly slot: Slot | null;
}

/** Who has which role while one authority is challenged. */
export interface Slot {
  readonly challenged: string;
  readonly leads: string;
  readonly observes: readonly string[];
  /** The authority whose people take notes, or null when a challenger does. */
  readonly scribe: string | null;
}

export interface Party {
  readonly id: string;
  readonly name: string;
}

/**
 * The roles of each slot, by turns: each authority is challenged once and leads once, nobody challenges
 * their own, and the one that takes notes is never the one being challenged. With challengers in the
 * room one of them takes notes.
 */
export function rotate(members: readonly Party[], withChallengers: boolean): readonly Slot[] {
  const at = (index: number): Party | undefined => members[index % members.length];
  if (members.length < 2) return [];
  return members.flatMap((challenged, index): Slot[] => {
    const leads = at(index + 1);
    if (!leads) return [];
    const rest = members.filter((one) => one.id !== challenged.id && one.id !== leads.id);
    const scribe = withChallengers ? null : (rest.at(-1) ?? leads).id;
    const observes = rest.filter((one) => rest.length < 2 || withChallengers || one.id !== scribe).map((one) => one.id);
    return [{ challenged: challenged.id, leads: leads.id, observes, scribe }];
  });
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const five = (minutes: number): number => Math.floor(minutes / 5) * 5;

/** The agenda of a day: welcome, a slot for each authority with lunch in the middle, and what was learned. */
export function agendaOf(day: { readonly members: readonly Party[]; readonly withChallengers: boolean; readonly startsAt: string; readonly endsAt: string }): readonly AgendaItem[] {
  const slots = rotate(day.members, day.withChallengers);
  const [begins, ends] = [minutesOf(day.startsAt), minutesOf(day.endsAt)];
  const lunch = ends - begins >= 240 ? 45 : 0;
  const edge = ends - begins >= 180 ? 30 : five((ends - begins) / 10);
  const each = Math.max(5, five((ends - begins - 2 * edge - lunch) / Math.max(1, slots.length)));
  const names = new Map(day.members.map((member) => [member.id, member.name]));
  const items: AgendaItem[] = [];
  let clock = begins;
  const add = (length: number, words: string, slot: Slot | null = null): void => {
    items.push({ from: timeOf(clock), to: timeOf(clock + length), words, slot });
    clock += length;
  };
  if (edge > 0) add(edge, "Welcome and how we work today");
  const beforeLunch = Math.ceil(slots.length / 2);
  slots.forEach((slot, index) => {
    if (lunch > 0 && index === beforeLunch) add(lunch, "Lunch");
    add(each, `${names.get(slot.challenged) ?? ""} is challenged`, slot);
  });
  if (ends > clock) items.push({ from: timeOf(clock), to: timeOf(ends), words: "What we learned, and what follows", slot: null });
  return items;
}

/** The times of one item as somebody set them, with the words they were set for. */
export interface SetTime {
  readonly words: string;
  readonly from: string;
  readonly to: string;
}

/** Why times set by hand cannot stand, and for which item, from 0; null when they can. */
export function wrongWithTimes(times: readonly { readonly from: string; readonly to: string }[], day: { readonly startsAt: string; readonly endsAt: string }): { readonly index: number; readonly reason: "ends-before-it-begins" | "overlaps" | "outside-the-day" } | null {
  for (const [index, { from, to }] of times.entries()) {
    const before = times[index - 1];
    if (to <= from) return { index, reason: "ends-before-it-begins" };
    if (before && from < before.to) return { index, reason: "overlaps" };
    if (from < day.startsAt || to > day.endsAt) return { index, reason: "outside-the-day" };
  }
  return null;
}

/** The agenda with times set by hand, as long as the day still has the parts they were set for; otherwise as it is generated. */
export function withTimes(items: readonly AgendaItem[], set: readonly SetTime[]): readonly AgendaItem[] {
  if (set.length !== items.length || set.some((one, index) => one.words !== items[index]?.words)) return items;
  return items.map((item, index) => ({ ...item, from: set[index]?.from ?? item.from, to: set[index]?.to ?? item.to }));
}
