import { count, sayDay } from "./dates";

/** "the South East round 2026/27", whether or not the round's own name says its region. */
export function sayRound(letter: { readonly round: string; readonly region: string }): string {
  const region = letter.region && !letter.round.includes(letter.region) ? `${letter.region} ` : "";
  return `the ${region}round ${letter.round}`.trim();
}

/** The first letter as a capital, for the beginning of a sentence. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first letter small, for words in the middle of a sentence. */
export function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** "15 of 19 authorities", "15 authorities" when the whole is not known, or "the authorities". */
export function ofAll(part: number | null | undefined, whole: number | null | undefined, one: string, many?: string): string {
  if (typeof part === "number" && typeof whole === "number") return `${part} of ${count(whole, one, many)}`;
  if (typeof part === "number") return count(part, one, many);
  return `the ${many ?? `${one}s`}`;
}

/** Who did it by name alone, without their post; "Somebody" when it is not known. */
export function sayName(letter: { readonly by: string | null }): string {
  return letter.by?.split(/,| \(/)[0]?.trim() || "Somebody";
}

/** A sentence that holds only when the letter brings a calendar file. */
export function calendarNote(letter: { readonly calendar: readonly { readonly method: string }[] }): string {
  if (letter.calendar.length === 0) return "";
  return letter.calendar[0]?.method === "CANCEL"
    ? "The attached file takes the date out of your calendar."
    : "The attached file puts the date in your calendar, or moves it if it is there.";
}

/** An email's name in words, for the coordinator who is told about it: "endorsement wanted". Anything else is left as it is. */
export function nameOfEmail(name: string): string {
  return /^[a-z-]+\/[a-z-]+$/.test(name) ? name.replace(/^[^/]*\//, "").replaceAll("-", " ") : name;
}

/** The day an extension or a moved round gives, as the record has it now. */
export function newDay(letter: { readonly due: string | null; readonly about: { readonly newDate?: string | null | undefined; readonly newDueOn?: string | null | undefined } }): string | null {
  return letter.about.newDueOn ?? letter.about.newDate ?? letter.due;
}

/** "from Tue 26 Jan to Thu 28 Jan", "on Tue 26 Jan", or nothing while the days are not known. */
export function sayDays(letter: { readonly when: string; readonly about: { readonly firstDay?: string | null | undefined; readonly lastDay?: string | null | undefined } }): string {
  const { firstDay, lastDay } = letter.about;
  if (!firstDay) return "";
  return !lastDay || lastDay === firstDay ? `on ${sayDay(firstDay, letter.when)}` : `from ${sayDay(firstDay, letter.when)} to ${sayDay(lastDay, letter.when)}`;
}

/** "on Tue 9 Feb, 10:00 to 15:30, at County Hall", or that the day is not known yet. */
export function sayOccasion(letter: {
  readonly when: string;
  readonly about: { readonly startsOn?: string | null | undefined; readonly hours?: string | null | undefined; readonly place?: string | null | undefined };
}): string {
  const { startsOn, hours, place } = letter.about;
  if (!startsOn) return "on a day to be set";
  return `on ${sayDay(startsOn, letter.when)}${hours ? `, ${hours}` : ""}${place ? `, ${place === "Online" ? "online" : `at ${place}`}` : ""}`;
}
