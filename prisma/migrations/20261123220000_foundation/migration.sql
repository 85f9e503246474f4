-- The foundation: regions, people, the workflow engine, templates, rounds, self-assessments.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "region" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "code_gss" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority" (
    "id" TEXT NOT NULL,
    "code_gss" TEXT NOT NULL,
    "code_dfe" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "population_0_25" INTEGER,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authority_code" (
    "authority_id" TEXT NOT NULL,
    "code_gss" TEXT NOT NULL,
    "code_dfe" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "effective" DATE NOT NULL,

    CONSTRAINT "authority_code_pkey" PRIMARY KEY ("code_gss","authority_id")
);

-- CreateTable
CREATE TABLE "authority_change" (
    "code_gss_old" TEXT NOT NULL,
    "code_gss_new" TEXT NOT NULL DEFAULT '',
    "name_old" TEXT NOT NULL,
    "code_dfe_old" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "effective" DATE NOT NULL,

    CONSTRAINT "authority_change_pkey" PRIMARY KEY ("code_gss_old","code_gss_new")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "phone" TEXT,
    "digest" TEXT NOT NULL DEFAULT 'each',
    "copy_me" BOOLEAN NOT NULL DEFAULT true,
    "left_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "region_id" TEXT NOT NULL,
    "authority_id" TEXT,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holding" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "post_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "actor_id" UUID,
    "what" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "directory_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "indicator_definition" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "polarity" TEXT NOT NULL,
    "publication" TEXT NOT NULL,

    CONSTRAINT "indicator_definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_value" (
    "indicator_id" TEXT NOT NULL,
    "authority_id" TEXT NOT NULL,
    "period" INTEGER NOT NULL,
    "value" DOUBLE PRECISION,
    "status" TEXT NOT NULL,

    CONSTRAINT "indicator_value_pkey" PRIMARY KEY ("indicator_id","authority_id","period")
);

-- CreateTable
CREATE TABLE "indicator_benchmark" (
    "indicator_id" TEXT NOT NULL,
    "code_gss" TEXT NOT NULL,
    "period" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "status" TEXT NOT NULL,

    CONSTRAINT "indicator_benchmark_pkey" PRIMARY KEY ("indicator_id","code_gss","period")
);

-- CreateTable
CREATE TABLE "neighbour" (
    "authority_id" TEXT NOT NULL,
    "neighbour_id" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "closeness" TEXT NOT NULL,

    CONSTRAINT "neighbour_pkey" PRIMARY KEY ("authority_id","neighbour_id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "authority_id" TEXT NOT NULL,
    "inspected_on" DATE,
    "published_on" DATE,
    "type" TEXT,
    "overall" TEXT,
    "leaders" TEXT,
    "help_and_protection" TEXT,
    "children_in_care" TEXT,
    "care_leavers" TEXT,
    "record" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_load" (
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_load_pkey" PRIMARY KEY ("file")
);

-- CreateTable
CREATE TABLE "template" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "region_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "template_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "template_version_id" UUID NOT NULL,
    "previous_cycle_id" UUID,
    "opens_on" DATE NOT NULL,
    "submissions_due_on" DATE NOT NULL,
    "challenge_starts_on" DATE NOT NULL,
    "summit_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "rules" JSONB NOT NULL,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle_group" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "cycle_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle_group_member" (
    "group_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,

    CONSTRAINT "cycle_group_member_pkey" PRIMARY KEY ("group_id","authority_id")
);

-- CreateTable
CREATE TABLE "self_assessment" (
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "joined_late_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "reference" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "follow_up_due" DATE,
    "follow_up" JSONB,

    CONSTRAINT "self_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chapter_work" (
    "self_assessment_id" UUID NOT NULL,
    "chapter_id" TEXT NOT NULL,
    "author_id" UUID,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "chapter_work_pkey" PRIMARY KEY ("self_assessment_id","chapter_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "self_assessment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "carried_forward" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_history" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "answer_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "self_assessment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endorsement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "self_assessment_id" UUID NOT NULL,
    "question_id" TEXT,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_comment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "self_assessment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "chapter_id" TEXT,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "moderation_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_read" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "self_assessment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_read_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_state" (
    "machine" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "workflow_state_pkey" PRIMARY KEY ("machine","state")
);

-- CreateTable
CREATE TABLE "workflow_step" (
    "machine" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "awaited" BOOLEAN NOT NULL DEFAULT true,
    "to" TEXT NOT NULL,

    CONSTRAINT "workflow_step_pkey" PRIMARY KEY ("machine","state","event","role")
);

-- CreateTable
CREATE TABLE "workflow" (
    "id" UUID NOT NULL,
    "machine" TEXT NOT NULL,
    "machine_version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "region_id" TEXT NOT NULL,
    "authority_id" TEXT,
    "parent_id" UUID,
    "title" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "head_hash" TEXT,

    CONSTRAINT "workflow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_party" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workflow_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "post_id" UUID,
    "person_id" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to" TIMESTAMPTZ(3),
    "waiting" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "workflow_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workflow_event" (
    "id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "on_behalf_of" UUID,
    "channel" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "machine_version" TEXT NOT NULL,
    "request_key" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "workflow_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workflow_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "handled_to" TIMESTAMPTZ(3) NOT NULL,
    "fires" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "fired_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_email" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workflow_id" UUID,
    "event_id" UUID,
    "occasion" TEXT NOT NULL DEFAULT 'event',
    "template" TEXT NOT NULL,
    "person_id" UUID,
    "role" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "urgency" TEXT NOT NULL DEFAULT 'now',
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "while_in" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "send_after" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),
    "digested_in" UUID,
    "last_error" TEXT,
    "subject" TEXT,
    "message_id" TEXT,

    CONSTRAINT "outbox_email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workflow_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "all_day" BOOLEAN NOT NULL DEFAULT false,
    "location" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailbox_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "message_id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "person_id" UUID,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "calendar" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mailbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "region_name_key" ON "region"("name");

-- CreateIndex
CREATE UNIQUE INDEX "authority_code_gss_key" ON "authority"("code_gss");

-- CreateIndex
CREATE INDEX "authority_region_id_idx" ON "authority"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "post_authority_id_kind_idx" ON "post"("authority_id", "kind");

-- CreateIndex
CREATE INDEX "post_region_id_kind_idx" ON "post"("region_id", "kind");

-- CreateIndex
CREATE INDEX "holding_person_id_to_idx" ON "holding"("person_id", "to");

-- CreateIndex
CREATE INDEX "holding_post_id_to_idx" ON "holding"("post_id", "to");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "indicator_value_authority_id_idx" ON "indicator_value"("authority_id");

-- CreateIndex
CREATE INDEX "inspection_authority_id_idx" ON "inspection"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "template_version_template_id_version_key" ON "template_version"("template_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_region_id_name_key" ON "cycle"("region_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_group_cycle_id_number_key" ON "cycle_group"("cycle_id", "number");

-- CreateIndex
CREATE INDEX "cycle_group_member_authority_id_idx" ON "cycle_group_member"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "self_assessment_reference_key" ON "self_assessment"("reference");

-- CreateIndex
CREATE INDEX "self_assessment_authority_id_idx" ON "self_assessment"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "self_assessment_cycle_id_authority_id_key" ON "self_assessment"("cycle_id", "authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "answer_self_assessment_id_question_id_key" ON "answer"("self_assessment_id", "question_id");

-- CreateIndex
CREATE INDEX "answer_history_answer_id_at_idx" ON "answer_history"("answer_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_self_assessment_id_version_key" ON "document_version"("self_assessment_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "endorsement_version_id_role_key" ON "endorsement"("version_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_storage_key_key" ON "evidence_file"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_file_self_assessment_id_idx" ON "evidence_file"("self_assessment_id");

-- CreateIndex
CREATE INDEX "moderation_comment_self_assessment_id_idx" ON "moderation_comment"("self_assessment_id");

-- CreateIndex
CREATE INDEX "document_read_self_assessment_id_at_idx" ON "document_read"("self_assessment_id", "at");

-- CreateIndex
CREATE INDEX "workflow_machine_state_idx" ON "workflow"("machine", "state");

-- CreateIndex
CREATE INDEX "workflow_parent_id_idx" ON "workflow"("parent_id");

-- CreateIndex
CREATE INDEX "workflow_region_id_machine_idx" ON "workflow"("region_id", "machine");

-- CreateIndex
CREATE INDEX "workflow_authority_id_idx" ON "workflow"("authority_id");

-- CreateIndex
CREATE INDEX "workflow_party_workflow_id_idx" ON "workflow_party"("workflow_id");

-- CreateIndex
CREATE INDEX "workflow_party_post_id_idx" ON "workflow_party"("post_id");

-- CreateIndex
CREATE INDEX "workflow_party_person_id_idx" ON "workflow_party"("person_id");

-- CreateIndex
CREATE INDEX "workflow_event_actor_id_at_idx" ON "workflow_event"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_event_workflow_id_seq_key" ON "workflow_event"("workflow_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_event_workflow_id_request_key_key" ON "workflow_event"("workflow_id", "request_key");

-- CreateIndex
CREATE INDEX "deadline_workflow_id_closed_at_idx" ON "deadline"("workflow_id", "closed_at");

-- CreateIndex
CREATE INDEX "deadline_next_at_idx" ON "deadline"("next_at");

-- CreateIndex
CREATE INDEX "outbox_email_workflow_id_idx" ON "outbox_email"("workflow_id");

-- CreateIndex
CREATE INDEX "outbox_email_person_id_created_at_idx" ON "outbox_email"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_email_event_id_person_id_template_occasion_key" ON "outbox_email"("event_id", "person_id", "template", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_entry_workflow_id_kind_key" ON "calendar_entry"("workflow_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_message_message_id_key" ON "mailbox_message"("message_id");

-- CreateIndex
CREATE INDEX "mailbox_message_to_at_idx" ON "mailbox_message"("to", "at");

-- AddForeignKey
ALTER TABLE "authority" ADD CONSTRAINT "authority_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authority_code" ADD CONSTRAINT "authority_code_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holding" ADD CONSTRAINT "holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator_definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "neighbour" ADD CONSTRAINT "neighbour_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "neighbour" ADD CONSTRAINT "neighbour_neighbour_id_fkey" FOREIGN KEY ("neighbour_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "template_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_previous_cycle_id_fkey" FOREIGN KEY ("previous_cycle_id") REFERENCES "cycle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_group" ADD CONSTRAINT "cycle_group_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_group_member" ADD CONSTRAINT "cycle_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "cycle_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_group_member" ADD CONSTRAINT "cycle_group_member_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chapter_work" ADD CONSTRAINT "chapter_work_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_history" ADD CONSTRAINT "answer_history_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_comment" ADD CONSTRAINT "moderation_comment_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_read" ADD CONSTRAINT "document_read_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_step" ADD CONSTRAINT "workflow_step_machine_state_fkey" FOREIGN KEY ("machine", "state") REFERENCES "workflow_state"("machine", "state") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_machine_state_fkey" FOREIGN KEY ("machine", "state") REFERENCES "workflow_state"("machine", "state") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "workflow"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_party" ADD CONSTRAINT "workflow_party_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_party" ADD CONSTRAINT "workflow_party_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_party" ADD CONSTRAINT "workflow_party_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_on_behalf_of_fkey" FOREIGN KEY ("on_behalf_of") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_email" ADD CONSTRAINT "outbox_email_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_email" ADD CONSTRAINT "outbox_email_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "workflow_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_email" ADD CONSTRAINT "outbox_email_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma's schema cannot say.

-- Emails without an event (reminders, digests, sign-in codes) are still sent once for each occasion.
DROP INDEX "outbox_email_event_id_person_id_template_occasion_key";
CREATE UNIQUE INDEX "outbox_email_event_id_person_id_template_occasion_key"
  ON "outbox_email" ("event_id", "person_id", "template", "occasion") NULLS NOT DISTINCT;

-- The log is append-only: the database itself refuses to change or delete a row of it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
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

-- The inbox: what waits, by post or person.
CREATE INDEX "workflow_party_waiting_post" ON "workflow_party" ("post_id", "workflow_id") WHERE "waiting" AND "to" IS NULL;
CREATE INDEX "workflow_party_waiting_person" ON "workflow_party" ("person_id", "workflow_id") WHERE "waiting" AND "to" IS NULL;

ALTER TABLE "holding" ADD CONSTRAINT "holding_ends_after_it_begins" CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "person" ADD CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "workflow" ADD CONSTRAINT "workflow_revision_positive" CHECK ("revision" >= 0);

-- Deadlines still open, and emails still to send.
CREATE INDEX "deadline_open" ON "deadline" ("workflow_id", "due_at") WHERE "closed_at" IS NULL;
CREATE INDEX "outbox_email_unsent" ON "outbox_email" ("send_after")
  WHERE "sent_at" IS NULL AND "superseded_at" IS NULL AND "failed_at" IS NULL;
