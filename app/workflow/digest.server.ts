import { emails, type EmailName } from "~emails/index";
import type { Letter } from "~emails/define-email";

import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";

import { queueEmail } from "./outbox.server";
import { inTransaction } from "./transaction.server";
import { dayOf } from "./working-days";

/**
 * One email a day for those who chose it, gathering what could wait. Queued once a day for each
 * person however often it is called. Returns how many digests were queued.
 */
export async function queueDigests(): Promise<number> {
  const people = await db.outboxEmail.findMany({
    where: { urgency: "digest", sentAt: null, supersededAt: null, digestedIn: null, personId: { not: null } },
    distinct: ["personId"],
    select: { personId: true },
  });
  let queued = 0;
  for (const { personId } of people) if (personId && (await queueDigestOf(personId))) queued += 1;
  return queued;
}

function queueDigestOf(personId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true, email: true, leftAt: true } });
    const rows = await tx.outboxEmail.findMany({
      where: { personId, urgency: "digest", sentAt: null, supersededAt: null, digestedIn: null },
      orderBy: { createdAt: "asc" },
      select: { id: true, template: true, props: true },
    });
    if (rows.length === 0 || person.leftAt) return false;
    const items = rows.map((row) => {
      const letter = row.props as unknown as Letter;
      return { subject: emails[row.template as EmailName].compose(letter).subject, title: letter.title, path: letter.path, due: letter.due };
    });
    const moment = now();
    const id = await queueEmail(tx, {
      template: "workflow/digest",
      personId,
      role: "self",
      address: person.email,
      occasion: `digest:${dayOf(moment)}`,
      props: {
        recipient: { name: person.name }, role: "self", title: "Your daily summary", subject: "Daily summary", authority: null, round: "",
        region: "", path: "/tasks", due: null, by: null, when: moment.toISOString(), about: { items: JSON.stringify(items) }, calendar: [],
      },
    });
    if (!id) return false;
    await tx.outboxEmail.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { digestedIn: id, sentAt: moment } });
    return true;
  });
}
