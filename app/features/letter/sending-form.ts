import { marksPosted, type Mark } from "~/features/child-data/forms";
import type { FormValues } from "~/ui/form-state";
import type { TextToCheck } from "./preview.server";

/** What was ticked and said of each thing that looked like data about a child, or what is still to be said. */
export function marksOfLetter(values: FormValues, toCheck: readonly TextToCheck[]): { readonly marks: Readonly<Record<string, readonly Mark[]>>; readonly errors: Readonly<Record<string, string>> } {
  const read = toCheck.map(({ key, hits }) => ({ key, ...marksPosted(values, hits) }));
  return { marks: Object.fromEntries(read.map(({ key, marks }) => [key, marks])), errors: Object.assign({}, ...read.map(({ errors }) => errors)) as Record<string, string> };
}

/** One of the two ways a letter goes out, as its page says it. `next` is where one stands afterwards, below the record. */
interface Sending {
  readonly kind: "sentForCheck" | "final";
  readonly event: string;
  readonly title: string;
  readonly explains: string;
  readonly button: string;
  readonly done: { readonly title: string; readonly text: string };
  readonly next: string;
}

const sendings = (host: string): Readonly<Record<string, Sending>> => ({
  send: {
    kind: "sentForCheck", event: "letter.send", title: "Send the letter for its facts to be checked", button: "Send it to be checked", next: "",
    explains: `This version is frozen, and the director of ${host} is asked to correct facts in it. It is not final.`,
    done: { title: "Sent to be checked", text: "The director and the delegate are asked by email. You are told when they answer, or do not." },
  },
  finalise: {
    kind: "final", event: "letter.finalise", title: "Make the letter final", button: "Make it final", next: "/final",
    explains: `From now on not a word of it changes, and there is no second one. ${host} then answers each area with an action or with the reason for none.`,
    done: { title: "The letter is final", text: "The director, the chief executive and the lead member are told by email." },
  },
});

/** The way that an address names; undefined for any other word. */
export function sendingNamed(way: string | undefined, host: string): Sending | undefined {
  const ways = sendings(host);
  return way !== undefined && Object.hasOwn(ways, way) ? ways[way] : undefined;
}
