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

/** Times of an agenda changed by hand: one pair for each item, in order. Each begins where or after the one before ends. */
export function retimed(items: readonly AgendaItem[], times: readonly { readonly from: string; readonly to: string }[]): readonly AgendaItem[] | null {
  if (times.length !== items.length) return null;
  const next = items.map((item, index) => ({ ...item, ...times[index] }));
  const sound = next.every((item, index) => {
    const before = next[index - 1];
    return item.from < item.to && (!before || before.to <= item.from);
  });
  return sound ? next : null;
}
