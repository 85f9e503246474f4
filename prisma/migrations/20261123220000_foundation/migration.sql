-- The foundation: regions, people, the workflow engine, templates, rounds, self-assessments.

-- What Prisma's schema cannot say.

-- Emails without an event (reminders, digests, sign-in codes) are still sent once for each occasion.
DROP INDEX "outbox_email_event_id_person_id_template_occasion_key";
CREATE UNIQUE INDEX "outbox_email_event_id_person_id_template_occasion_key"
  ON "outbox_email" ("event_id", "person_id", "template", "occasion") NULLS NOT DISTINCT;

-- The log is append-only: the database itself refuses to change or delete a row of it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER workflow_event_append_only BEFORE UPDATE OR DELETE ON "workflow_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER workflow_event_no_truncate BEFORE TRUNCATE ON "workflow_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answer_history_append_only BEFORE DELETE ON "answer_history"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A party is a post or a person, never both, never neither.
ALTER TABLE "workflow_party" ADD CONSTRAINT "workflow_party_post_or_person"
  CHECK (("post_id" IS NULL) <> ("person_id" IS NULL));
CREATE UNIQUE INDEX "workflow_party_once" ON "workflow_party" ("workflow_id", "role", "post_id", "person_id")
  NULLS NOT DISTINCT WHERE "to" IS NULL;

-- The inbox: open parties by post or person.
CREATE INDEX "workflow_party_open_post" ON "workflow_party" ("post_id", "workflow_id") WHERE "to" IS NULL;
CREATE INDEX "workflow_party_open_person" ON "workflow_party" ("person_id", "workflow_id") WHERE "to" IS NULL;

ALTER TABLE "holding" ADD CONSTRAINT "holding_ends_after_it_begins" CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "person" ADD CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_revision_positive" CHECK ("revision" >= 0);

-- Deadlines still open, and emails still to send.
CREATE INDEX "deadline_open" ON "deadline" ("workflow_id", "due_at") WHERE "closed_at" IS NULL;
CREATE INDEX "outbox_email_unsent" ON "outbox_email" ("send_after")
  WHERE "sent_at" IS NULL AND "superseded_at" IS NULL AND "failed_at" IS NULL;
