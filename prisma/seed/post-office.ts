import type { EmailName } from "~emails/index";
import { renderEmail } from "~emails/render";
import { pool } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { messageIdOf } from "~/workflow/outbox.server";

interface Waiting {
  readonly id: string;
  readonly template: EmailName;
  readonly props: unknown;
  readonly address: string;
  readonly pointless: boolean;
}

/**
 * Delivers what waits in the outbox into the local mailbox, each email at the moment it was written:
 * what the outbox itself does one by one where there is no mail server, here for a day's emails at
 * once (a test compares the two). With a mail server set, nothing of a story may go out: the emails
 * are kept as superseded.
 */
export async function deliverLocally(): Promise<void> {
  if (settings().SMTP_URL) {
    await pool.query("UPDATE outbox_email SET superseded_at = created_at WHERE sent_at IS NULL AND failed_at IS NULL AND superseded_at IS NULL");
    return;
  }
  const { rows } = await pool.query<Waiting>(`
    SELECT email.id, email.template, email.props, email.address,
           coalesce(cardinality(email.while_in) > 0 AND NOT workflow.state = ANY (email.while_in), false)
             OR coalesce(person.left_at <= email.created_at, false) AS pointless
      FROM outbox_email email
      LEFT JOIN workflow ON workflow.id = email.workflow_id
      LEFT JOIN person ON person.id = email.person_id
     WHERE email.sent_at IS NULL AND email.failed_at IS NULL AND email.superseded_at IS NULL AND email.urgency = 'now' AND email.address <> ''
     ORDER BY email.created_at`);
  if (rows.length === 0) return;
  const { BASE_URL: baseUrl, MAIL_FROM: from } = settings();
  const letters = rows
    .filter(({ pointless }) => !pointless)
    .map(({ id, template, props, address }) => ({ id, messageId: messageIdOf(id), ...renderEmail(template, props, { baseUrl, from, to: address }) }));
  await pool.query(
    `WITH letter AS (
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS l (id, message_id, subject, html, text, calendar)
     ), noted AS (
       UPDATE outbox_email email
          SET sent_at = email.created_at, attempts = 1, subject = letter.subject, message_id = letter.message_id,
              props = CASE WHEN email.secret THEN '{}' ELSE email.props END
         FROM letter WHERE email.id = letter.id
     ), dropped AS (
       UPDATE outbox_email SET superseded_at = created_at, props = CASE WHEN secret THEN '{}' ELSE props END WHERE id = ANY ($7::uuid[])
     )
     INSERT INTO mailbox_message (message_id, "to", person_id, subject, html, text, calendar, at)
     SELECT letter.message_id, email.address, email.person_id, letter.subject, letter.html, letter.text, letter.calendar, email.created_at
       FROM letter JOIN outbox_email email USING (id)`,
    [
      ...(["id", "messageId", "subject", "html", "text", "calendar"] as const).map((column) => letters.map((letter) => letter[column])),
      rows.filter(({ pointless }) => pointless).map(({ id }) => id),
    ],
  );
}

/** Takes the jobs of emails already settled out of the queue, which the worker would otherwise look at one by one. */
export async function clearSettledJobs(): Promise<void> {
  await pool.query(`
    SELECT graphile_worker.complete_jobs(array_agg(job.id))
      FROM graphile_worker.jobs job
      JOIN outbox_email email ON job.key = 'email:' || email.id
     WHERE email.sent_at IS NOT NULL OR email.superseded_at IS NOT NULL`);
}
