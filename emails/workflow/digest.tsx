import { z } from "zod";

import { count, dayOf, sayDay, timeLeft } from "../dates";
import { defineEmail } from "../define-email";
import { southEast } from "../examples";
import { P, PageLink } from "../letter";

/** One line of a digest: an email that could wait, in the words of its subject. */
export interface DigestItem {
  /** The email's own subject: what, whose and by when. */
  readonly subject: string;
  /** Whose record: "Kent's self-assessment". */
  readonly title: string;
  /** ISO day, or null. */
  readonly due: string | null;
  /** The record's page, as a path. */
  readonly path: string;
}

const lines = z.array(
  z.object({
    subject: z.string(),
    title: z.string(),
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
  { subject: 'Chapter complete, "Quality of practice": Kent self-assessment 2026/27, by Mon 30 Nov', title: "Kent's self-assessment", due: "2026-11-30", path: "/self-assessments/0199f2c4-example" },
  { subject: 'Chapter complete, "Leadership": Kent self-assessment 2026/27, by Mon 30 Nov', title: "Kent's self-assessment", due: "2026-11-30", path: "/self-assessments/0199f2c4-example" },
  { subject: "New date: Kent self-assessment 2026/27", title: "Kent's self-assessment", due: null, path: "/self-assessments/0199f2c4-example" },
];

/** To those who chose one email a day for what can wait. */
export const digest = defineEmail({
  about: { items },
  what: ({ about }) => `${count(itemsOf(about.items).length, "thing")} that could wait`,
  whose: (letter) => `your daily digest of ${sayDay(dayOf(letter.when), letter.when)}`,
  deadline: "settled",
  preview: ({ about }) => itemsOf(about.items).map((item) => item.subject).slice(0, 2).join("; "),
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
            <tr key={`${item.subject} ${item.path}`}>
              <td style={cell}>
                <PageLink path={item.path}>{item.subject}</PageLink>
              </td>
              <td style={{ ...cell, whiteSpace: "nowrap" }}>{item.due ? timeLeft(item.due, letter.when) : "No date"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  ),
  button: () => ({ label: "See your tasks" }),
  next: () => null,
  why: () => "You are told because you chose a daily digest.",
  example: {
    ...southEast({ role: "self", recipient: { name: "Amara Okafor" }, title: "Your digest", subject: "your digest", path: "/tasks", due: null, by: null }),
    about: { items: JSON.stringify(example) },
  },
});
