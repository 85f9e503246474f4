-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "starts_at" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "speaker" TEXT NOT NULL DEFAULT '',
    "request_key" TEXT,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directors_meeting" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "request_key" TEXT,

    CONSTRAINT "directors_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "event_id" UUID,
    "theme" TEXT NOT NULL DEFAULT '',
    "cycle_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "paper" TEXT NOT NULL DEFAULT '',
    "submitted_by_id" UUID NOT NULL,
    "meeting_id" UUID,
    "amended_text" TEXT,
    "deferred_to" DATE,
    "owner_post_id" UUID,
    "done_by" DATE,
    "closing" TEXT NOT NULL DEFAULT '',
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recommendation_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "amended_text" TEXT,
    "deferred_to" DATE,
    "decided_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_request_key_key" ON "agenda_item"("request_key");

-- CreateIndex
CREATE INDEX "agenda_item_event_id_idx" ON "agenda_item"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "directors_meeting_request_key_key" ON "directors_meeting"("request_key");

-- CreateIndex
CREATE INDEX "directors_meeting_region_id_held_on_idx" ON "directors_meeting"("region_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_request_key_key" ON "recommendation"("request_key");

-- CreateIndex
CREATE INDEX "recommendation_region_id_idx" ON "recommendation"("region_id");

-- CreateIndex
CREATE INDEX "recommendation_event_id_idx" ON "recommendation"("event_id");

-- CreateIndex
CREATE INDEX "recommendation_meeting_id_idx" ON "recommendation"("meeting_id");

-- CreateIndex
CREATE INDEX "decision_recommendation_id_idx" ON "decision"("recommendation_id");

-- CreateIndex
CREATE INDEX "decision_meeting_id_idx" ON "decision"("meeting_id");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directors_meeting" ADD CONSTRAINT "directors_meeting_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directors_meeting" ADD CONSTRAINT "directors_meeting_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "workflow"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_owner_post_id_fkey" FOREIGN KEY ("owner_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "directors_meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "directors_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


