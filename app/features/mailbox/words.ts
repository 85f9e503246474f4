import { formatDateTime } from "~/ui/dates";

/** The ways of looking at the delivery log. */
export const logViews = ["all", "failed", "waiting", "notSent"] as const;
export type LogView = (typeof logViews)[number];

/** What the log knows of one email's way. */
export interface Delivery {
  readonly urgency: string;
  readonly attempts: number;
  readonly sentAt: Date | string | null;
  readonly failedAt: Date | string | null;
  readonly supersededAt: Date | string | null;
  readonly digestedIn: string | null;
  readonly lastError: string | null;
}

export interface DeliveryWords {
  readonly label: string;
  readonly kind: "calm" | "quiet" | "warn" | "late";
  readonly detail: string;
}

/** Where an email is, in a word for the pill and a line beside it. */
export function deliveryWords(email: Delivery): DeliveryWords {
  const tries = email.attempts === 1 ? "1 try" : `${email.attempts} tries`;
  if (email.supersededAt) return { label: "Not sent", kind: "quiet", detail: "Overtaken by a later step, or no longer for this person" };
  if (email.failedAt) return { label: "Failed", kind: "late", detail: `${failureWords(email.lastError)}, ${tries}` };
  if (email.digestedIn) return { label: "In a digest", kind: "calm", detail: email.sentAt ? formatDateTime(email.sentAt) : "" };
  if (email.sentAt) return { label: "Sent", kind: "calm", detail: formatDateTime(email.sentAt) };
  if (email.attempts > 0) return { label: "Trying again", kind: "warn", detail: `${failureWords(email.lastError)}, ${tries}` };
  return { label: "Waiting", kind: "quiet", detail: email.urgency === "digest" ? "For the person's daily digest" : "For the worker" };
}

/** The class of a failure in plain words. What a mail server said word for word is never kept. */
export function failureWords(lastError: string | null): string {
  if (lastError === null) return "The mail server did not take it";
  if (lastError.includes("nobody holds")) return "Nobody holds the post";
  const code = /refused with (\d{3})/.exec(lastError)?.[1];
  if (code === "550" || code === "551" || code === "553") return `The mail server does not know the address (${code})`;
  if (code === "552") return "The mailbox is full (552)";
  if (code?.startsWith("5")) return `The mail server refused it (${code})`;
  if (code) return `The mail server put it off (${code})`;
  return "The mail server could not be reached";
}

/** Roles as the log names them beside a person. */
const roles: Readonly<Record<string, string>> = {
  dcs: "director",
  delegate: "director's delegate",
  coordinator: "coordinator",
  regionalChair: "regional chair",
  author: "author",
  contributor: "author",
  chiefExecutive: "chief executive",
  leadMember: "lead member",
  endorser: "has endorsed",
  moderator: "moderator",
  reader: "reader",
  observer: "observer",
};

/** "director", or nothing where the role says no more than the name. */
export function roleWords(role: string): string {
  return roles[role] ?? "";
}
