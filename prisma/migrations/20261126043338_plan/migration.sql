-- AlterTable
ALTER TABLE "commitment" ADD COLUMN     "workstream_id" UUID;

-- AlterTable
ALTER TABLE "recommendation" ADD COLUMN     "workstream_id" UUID;

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "consult_by" DATE NOT NULL,
    "meeting_id" UUID,
    "paper" TEXT NOT NULL DEFAULT '',
    "previous_id" UUID,
    "review" TEXT NOT NULL DEFAULT '',
    "closing" TEXT NOT NULL DEFAULT '',
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "plan_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_priority" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "plan_id" UUID NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "plan_priority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workstream" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "plan_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "sponsor_post_id" UUID NOT NULL,
    "lead_post_id" UUID NOT NULL,
    "update_on" DATE,

    CONSTRAINT "workstream_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workplan_action" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workstream_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "owner_post_id" UUID NOT NULL,
    "done_by" DATE NOT NULL,
    "carried_id" UUID,

    CONSTRAINT "workplan_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workstream_update" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workstream_id" UUID NOT NULL,
    "quarter_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "narrative" TEXT NOT NULL,
    "recovery_id" UUID,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workstream_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_comment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "plan_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_previous_id_key" ON "plan"("previous_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_request_key_key" ON "plan"("request_key");

-- CreateIndex
CREATE INDEX "plan_region_id_idx" ON "plan"("region_id");

-- CreateIndex
CREATE INDEX "plan_meeting_id_idx" ON "plan"("meeting_id");

-- CreateIndex
CREATE INDEX "plan_decision_plan_id_idx" ON "plan_decision"("plan_id");

-- CreateIndex
CREATE INDEX "plan_decision_meeting_id_idx" ON "plan_decision"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_priority_plan_id_title_key" ON "plan_priority"("plan_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "workstream_plan_id_title_key" ON "workstream"("plan_id", "title");

-- CreateIndex
CREATE INDEX "workplan_action_carried_id_idx" ON "workplan_action"("carried_id");

-- CreateIndex
CREATE UNIQUE INDEX "workplan_action_workstream_id_text_key" ON "workplan_action"("workstream_id", "text");

-- CreateIndex
CREATE UNIQUE INDEX "workstream_update_recovery_id_key" ON "workstream_update"("recovery_id");

-- CreateIndex
CREATE INDEX "workstream_update_workstream_id_idx" ON "workstream_update"("workstream_id");

-- CreateIndex
CREATE INDEX "plan_comment_plan_id_idx" ON "plan_comment"("plan_id");

-- CreateIndex
CREATE INDEX "commitment_workstream_id_idx" ON "commitment"("workstream_id");

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_workstream_id_fkey" FOREIGN KEY ("workstream_id") REFERENCES "workstream"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "directors_meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_decision" ADD CONSTRAINT "plan_decision_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_decision" ADD CONSTRAINT "plan_decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "directors_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_decision" ADD CONSTRAINT "plan_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_priority" ADD CONSTRAINT "plan_priority_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "plan_priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_sponsor_post_id_fkey" FOREIGN KEY ("sponsor_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream" ADD CONSTRAINT "workstream_lead_post_id_fkey" FOREIGN KEY ("lead_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workplan_action" ADD CONSTRAINT "workplan_action_workstream_id_fkey" FOREIGN KEY ("workstream_id") REFERENCES "workstream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workplan_action" ADD CONSTRAINT "workplan_action_owner_post_id_fkey" FOREIGN KEY ("owner_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workplan_action" ADD CONSTRAINT "workplan_action_carried_id_fkey" FOREIGN KEY ("carried_id") REFERENCES "commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream_update" ADD CONSTRAINT "workstream_update_workstream_id_fkey" FOREIGN KEY ("workstream_id") REFERENCES "workstream"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream_update" ADD CONSTRAINT "workstream_update_recovery_id_fkey" FOREIGN KEY ("recovery_id") REFERENCES "commitment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workstream_update" ADD CONSTRAINT "workstream_update_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_comment" ADD CONSTRAINT "plan_comment_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_comment" ADD CONSTRAINT "plan_comment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_workstream_id_fkey" FOREIGN KEY ("workstream_id") REFERENCES "workstream"("id") ON DELETE SET NULL ON UPDATE CASCADE;


