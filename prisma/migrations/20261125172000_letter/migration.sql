-- CreateTable
CREATE TABLE "letter" (
    "record_id" UUID NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "left_out" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "letter_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accuracy_point" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "right_text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "is_fact" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "raised_by" UUID NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "refusal" TEXT,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "accuracy_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_response" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_read" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_read_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_release" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_wording" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "theme_wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_area" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "no_action_because" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "plan_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_action" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "status" TEXT,
    "changed" TEXT,
    "reviewed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_update" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_return" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_review" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "what_changed" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "letter_version_record_id_version_key" ON "letter_version"("record_id", "version");

-- CreateIndex
CREATE INDEX "accuracy_point_record_id_idx" ON "accuracy_point"("record_id");

-- CreateIndex
CREATE INDEX "accuracy_point_version_id_idx" ON "accuracy_point"("version_id");

-- CreateIndex
CREATE INDEX "host_response_record_id_at_idx" ON "host_response"("record_id", "at");

-- CreateIndex
CREATE INDEX "letter_read_record_id_at_idx" ON "letter_read"("record_id", "at");

-- CreateIndex
CREATE INDEX "letter_release_record_id_at_idx" ON "letter_release"("record_id", "at");

-- CreateIndex
CREATE INDEX "theme_wording_record_id_idx" ON "theme_wording"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_area_record_id_number_key" ON "plan_area"("record_id", "number");

-- CreateIndex
CREATE INDEX "plan_action_record_id_idx" ON "plan_action"("record_id");

-- CreateIndex
CREATE INDEX "plan_action_area_id_idx" ON "plan_action"("area_id");

-- CreateIndex
CREATE INDEX "action_update_record_id_at_idx" ON "action_update"("record_id", "at");

-- CreateIndex
CREATE INDEX "action_update_action_id_idx" ON "action_update"("action_id");

-- CreateIndex
CREATE INDEX "plan_return_record_id_at_idx" ON "plan_return"("record_id", "at");

-- CreateIndex
CREATE INDEX "progress_review_record_id_at_idx" ON "progress_review"("record_id", "at");

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_version" ADD CONSTRAINT "letter_version_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accuracy_point" ADD CONSTRAINT "accuracy_point_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "letter_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host_response" ADD CONSTRAINT "host_response_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_read" ADD CONSTRAINT "letter_read_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_release" ADD CONSTRAINT "letter_release_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_wording" ADD CONSTRAINT "theme_wording_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_area" ADD CONSTRAINT "plan_area_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "plan_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_update" ADD CONSTRAINT "action_update_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "plan_action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_return" ADD CONSTRAINT "plan_return_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_review" ADD CONSTRAINT "progress_review_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "letter"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- One final letter a record, whoever presses at the same moment; and what was frozen stays as it was.
CREATE UNIQUE INDEX "letter_version_one_final" ON "letter_version" ("record_id") WHERE "kind" = 'final';
CREATE UNIQUE INDEX "theme_wording_standing" ON "theme_wording" ("record_id", "finding_id") WHERE "withdrawn_at" IS NULL;
CREATE TRIGGER letter_version_append_only BEFORE UPDATE OR DELETE ON "letter_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER host_response_append_only BEFORE UPDATE OR DELETE ON "host_response"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_update_append_only BEFORE UPDATE OR DELETE ON "action_update"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "letter_version" ADD CONSTRAINT "letter_version_kind" CHECK ("kind" IN ('sentForCheck', 'final'));
-- An answered point has who, when and why; a refusal has its ground.
ALTER TABLE "accuracy_point" ADD CONSTRAINT "accuracy_point_answered" CHECK (
  ("outcome" IS NULL AND "answered_by" IS NULL) OR ("outcome" IN ('accepted', 'refused') AND "answered_by" IS NOT NULL AND "answer" IS NOT NULL AND (("refusal" IS NOT NULL) = ("outcome" = 'refused'))));
