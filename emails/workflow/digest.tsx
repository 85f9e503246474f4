import { z } from "zod";

import { count, dayOf, sayDay, timeLeft } from "../dates";
import { defineEmail } from "../define-email";
import { southEast } from "../examples";
import { P, PageLink } from "../letter";

/** One line of a digest: an email that could wait, in the words of its subject. */
export interface DigestItem {
  /** Whose record: "Kent's self-assessment". */
  readonly title: string;
  /** What happened to it: "Chapter complete". */
  readonly what: string;
  /** ISO day, or null. */
  readonly due: string | null;
  /** The record's page, as a path. */
  readonly path: string;
}

const lines = z.array(
  z.object({
    title: z.string(),
    what: z.string(),
    due: z.iso.date().nullable(),
    path: z.string().regex(/^\/(?!\/)/),
  }),
);

/** `about` holds plain values only, so the list travels as JSON. */
const items = z.string().refine(
  (text) => {
    try {
      return lines.safeParse(JSON.parse(text)).success;
    } catch {
      return false;
    }
  },
  { error: "must be a JSON list of digest items" },
);

const itemsOf = (text: string): readonly DigestItem[] => lines.parse(JSON.parse(text));
const soonest = (a: DigestItem, b: DigestItem): number => (a.due ?? "9999").localeCompare(b.due ?? "9999");

const cell = { fontFamily: "Arial, Helvetica, sans-serif", fontSize: "16px", lineHeight: "1.4", padding: "9px 10px 9px 0", borderBottom: "1px solid #c9d5d1", textAlign: "left", verticalAlign: "top" } as const;

const example: readonly DigestItem[] = [
  { title: "Kent's self-assessment", what: "Chapter complete, \"Quality of practice\"", due: "2026-11-30", path: "/self-assessments/0199f2c4-example" },
  { title: "Kent's self-assessment", what: "Chapter complete, \"Leadership\"", due: "2026-11-30", path: "/self-assessments/0199f2c4-example" },
  { title: "Medway's self-assessment", what: "Writing under way", due: null, path: "/self-assessments/0199f2c5-example" },
];

/** To those who chose one email a day for what can wait. */
export const digest = defineEmail({
  about: { items },
  what: ({ about }) => `${count(itemsOf(about.items).length, "thing")} that could wait`,
  whose: (letter) => `your daily digest of ${sayDay(dayOf(letter.when), letter.when)}`,
  deadline: "settled",
  preview: ({ about }) => itemsOf(about.items).map((item) => `${item.what}: ${item.title}`).slice(0, 2).join("; "),
  heading: (letter) => `Your digest of ${sayDay(dayOf(letter.when), letter.when)}`,
  Body: ({ letter }) => (
    <>
      <P>You chose one email a day for what can wait. What is due soon still comes by itself.</P>
      <table cellPadding={0} cellSpacing={0} style={{ width: "100%", borderCollapse: "collapse", margin: "0 0 20px" }}>
        <thead data-skip-in-text="true">
          <tr>
            <th scope="col" style={cell}>
              What
            </th>
            <th scope="col" style={cell}>
              Due
            </th>
          </tr>
        </thead>
        <tbody>
          {[...itemsOf(letter.about.items)].sort(soonest).map((item) => (
            <tr key={`${item.what} ${item.title} ${item.path}`}>
              <td style={cell}>
                <PageLink path={item.path}>{`${item.title}: ${item.what}`}</PageLink>
              </td>
              <td style={{ ...cell, whiteSpace: "nowrap" }}>{item.due ? `${sayDay(item.due, letter.when)}, ${timeLeft(item.due, letter.when)}` : "No date"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  ),
  button: () => ({ label: "See your tasks", path: "/" }),
  next: () => null,
  why: () => "You are told because you chose a daily digest.",
  example: {
    ...southEast({ role: "person", recipient: { name: "Amara Okafor" }, title: "Your digest", subject: "your digest", path: "/", due: null, by: null }),
    about: { items: JSON.stringify(example) },
  },
});
