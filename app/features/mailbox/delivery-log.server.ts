import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import { resend } from "~/workflow/outbox.server";

import { visibleTo } from "./access.server";
import { literally } from "./literally";
import { logViews, type LogView } from "./words";

/** Emails a page of the delivery log. */
export const emailsPerPage = 50;

const viewed: Readonly<Record<LogView, Prisma.OutboxEmailWhereInput>> = {
  all: {},
  failed: { failedAt: { not: null } },
  waiting: { sentAt: null, failedAt: null, supersededAt: null },
  notSent: { supersededAt: { not: null } },
};

export interface LogAsked {
  readonly view: LogView;
  /** Part of a person's name, of an address, of a record's title or of a subject. */
  readonly words: string;
  /** Counted from 1. */
  readonly page: number;
}

function matching(words: string): Prisma.OutboxEmailWhereInput {
  const contains = { contains: literally(words), mode: "insensitive" as const };
  return words === "" ? {} : { OR: [{ subject: contains }, { address: contains }, { person: { name: contains } }, { workflow: { title: contains } }] };
}

/** One page of what was sent, newest first, with how many there are of each kind. */
export async function deliveryLog(actor: SignedIn, asked: LogAsked) {
  const within: Prisma.OutboxEmailWhereInput = { AND: [visibleTo(actor), matching(asked.words)] };
  const counts = await Promise.all(logViews.map((view) => db.outboxEmail.count({ where: { ...within, ...viewed[view] } })));
  const count = Object.fromEntries(logViews.map((view, index) => [view, counts[index] ?? 0])) as Record<LogView, number>;
  const pages = Math.max(1, Math.ceil(count[asked.view] / emailsPerPage));
  const page = Math.min(asked.page, pages);
  const rows = await db.outboxEmail.findMany({
    where: { ...within, ...viewed[asked.view] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * emailsPerPage,
    take: emailsPerPage,
    select: {
      id: true, template: true, role: true, address: true, subject: true, props: true, occasion: true, urgency: true, createdAt: true, attempts: true,
      sentAt: true, failedAt: true, supersededAt: true, digestedIn: true, lastError: true,
      person: { select: { name: true, leftAt: true } },
      workflow: { select: { title: true } },
    },
  });
  const again = await sentAgain(rows.map((row) => row.id));
  return {
    count,
    page,
    pages,
    emails: rows.map(({ props, person, workflow, ...row }) => ({
      ...row,
      subject: row.subject ?? wordsOf(row.template, props),
      to: person?.name ?? (row.address || "Nobody"),
      whose: workflow?.title ?? null,
      again: again.get(row.id) ?? null,
      // What waits goes by itself, what was gathered is in its digest, and whoever left is not written to.
      canResend: row.address !== "" && !person?.leftAt && !row.digestedIn && (row.sentAt !== null || row.failedAt !== null),
    })),
  };
}

export type DeliveryLog = Awaited<ReturnType<typeof deliveryLog>>;

/** Until an email is rendered it has no subject: what it is and whose, from what is stored. */
function wordsOf(template: string, props: Prisma.JsonValue): string {
  const what = template.replace(/^[^/]*\//, "").replaceAll("-", " ");
  const whose = typeof props === "object" && props !== null && !Array.isArray(props) ? props["subject"] : undefined;
  const words = typeof whose === "string" && whose !== "" ? `${what}: ${whose}` : what;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When each of these was last sent again. */
async function sentAgain(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await db.outboxEmail.findMany({
    where: { OR: ids.map((id) => ({ occasion: { startsWith: `resend:${id}:` } })) },
    orderBy: { createdAt: "asc" },
    select: { occasion: true, createdAt: true },
  });
  return new Map(rows.map((row) => [row.occasion.split(":")[1] ?? "", row.createdAt]));
}

export type Resent =
  | { readonly kind: "queued"; readonly to: string; readonly address: string }
  /** There is no such email for this person, or its reader has left. */
  | { readonly kind: "absent" }
  /** It is on its way already: the button was pressed twice, or two coordinators pressed it. */
  | { readonly kind: "underWay" };

/** Sends an email of the log once more, to the person's address of today. */
export async function resendEmail(actor: SignedIn, id: string): Promise<Resent> {
  const email = await db.outboxEmail.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: { address: true, person: { select: { name: true, email: true } } } });
  if (!email) return { kind: "absent" };
  if (await isUnderWay(id)) return { kind: "underWay" };
  const queued = await resend(id);
  // Of two presses at the same moment the second finds the first's.
  if (!queued) return { kind: (await isUnderWay(id)) ? "underWay" : "absent" };
  const address = email.person?.email ?? email.address;
  return { kind: "queued", to: email.person?.name ?? address, address };
}

async function isUnderWay(id: string): Promise<boolean> {
  return (await db.outboxEmail.count({ where: { occasion: { startsWith: `resend:${id}:` }, sentAt: null, failedAt: null, supersededAt: null } })) > 0;
}
