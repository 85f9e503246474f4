import { formatDate, formatTime } from "~/ui/dates";

interface Times {
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
}

/** "10:00 to 15:30", in London time. */
export function hoursWords({ startsAt, endsAt }: Times): string {
  return `${formatTime(startsAt)} to ${formatTime(endsAt)}`;
}

/** "14:05", in London time. */
export function timeWords(at: Date | string): string {
  return formatTime(at);
}

/** "Tue 9 Feb 2027, 10:00 to 15:30". */
export function whenWords(times: Times): string {
  return `${formatDate(times.startsAt, { year: true })}, ${hoursWords(times)}`;
}

/** Where it takes place, for those who do not have the link: "County Hall, and online". */
export function placeWords({ mode, place }: { readonly mode: string; readonly place: string }): string {
  if (mode === "online") return "Online";
  return mode === "both" ? `${place}, and online` : place;
}
