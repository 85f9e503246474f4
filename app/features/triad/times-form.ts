import { valueOf, type FormValues } from "~/ui/form-state";
import type { AgendaItem, SetTime } from "./agenda";
import { readTime } from "./days";

/** The fields of the times of one part of the agenda, from 0. */
export const timeField = (index: number, which: "from" | "to"): string => `${which}-${index}`;

/** The agenda's times as its form shows them. */
export function timeValues(agenda: readonly AgendaItem[]): FormValues {
  return Object.fromEntries(agenda.flatMap((item, index) => [[timeField(index, "from"), item.from], [timeField(index, "to"), item.to], [`words-${index}`, item.words]]));
}

/** The times that were posted, with the words of the part that each was typed beside. */
export function timesPosted(values: FormValues): { readonly times: readonly SetTime[]; readonly errors: Readonly<Record<string, string>> } {
  const read = (name: string) => valueOf({ values, errors: {} }, name).trim();
  const errors: Record<string, string> = {};
  const times: SetTime[] = [];
  for (let index = 0; read(`words-${index}`) !== ""; index += 1) {
    const words = read(`words-${index}`);
    const [from, to] = [readTime(read(timeField(index, "from"))), readTime(read(timeField(index, "to")))];
    if (!from) errors[timeField(index, "from")] = `${words}: enter when it begins, like 09:30`;
    if (!to) errors[timeField(index, "to")] = `${words}: enter when it ends, like 10:15`;
    times.push({ words, from: from ?? "", to: to ?? "" });
  }
  return { times, errors };
}
