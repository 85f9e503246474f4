-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "self_assessment_id" UUID,
    "question_id" TEXT,
    "theme_reason" TEXT NOT NULL DEFAULT '',
    "wants" TEXT NOT NULL DEFAULT '',
    "wished_days" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3),
    "days" INTEGER NOT NULL,
    "team_size" INTEGER NOT NULL,
    "candidate_days" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "scoped_at" TIMESTAMPTZ(3),
    "endorsed_by_id" UUID,
    "endorsed_at" TIMESTAMPTZ(3),
    "first_day" DATE,
    "last_day" DATE,
    "proposed_at" TIMESTAMPTZ(3),
    "object_by" DATE,
    "welcomed_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "venue" TEXT NOT NULL DEFAULT '',
    "joining" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL DEFAULT '',
    "statement_at" TIMESTAMPTZ(3),
    "presented_at" TIMESTAMPTZ(3),
    "postponed_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "request_key" TEXT,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_objection" (
    "visit_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_objection_pkey" PRIMARY KEY ("visit_id")
);

-- CreateTable
CREATE TABLE "visit_timetable" (
    "visit_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_timetable_pkey" PRIMARY KEY ("visit_id")
);

-- CreateTable
CREATE TABLE "visit_timetable_shared" (
    "visit_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_timetable_shared_pkey" PRIMARY KEY ("visit_id","version")
);

-- CreateTable
CREATE TABLE "visit_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "visit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "visit_request_key_key" ON "visit"("request_key");

-- CreateIndex
CREATE INDEX "visit_authority_id_idx" ON "visit"("authority_id");

-- CreateIndex
CREATE INDEX "visit_cycle_id_idx" ON "visit"("cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_file_storage_key_key" ON "visit_file"("storage_key");

-- CreateIndex
CREATE INDEX "visit_file_visit_id_idx" ON "visit_file"("visit_id");

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_objection" ADD CONSTRAINT "visit_objection_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_timetable" ADD CONSTRAINT "visit_timetable_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_timetable_shared" ADD CONSTRAINT "visit_timetable_shared_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_file" ADD CONSTRAINT "visit_file_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema cannot say.

ALTER TABLE "visit" ADD CONSTRAINT "visit_ends_after_it_begins"
  CHECK (("first_day" IS NULL) = ("last_day" IS NULL) AND ("last_day" IS NULL OR "last_day" >= "first_day"));
ALTER TABLE "visit" ADD CONSTRAINT "visit_theme_is_linked_whole"
  CHECK (("self_assessment_id" IS NULL) = ("question_id" IS NULL));

-- A timetable that was sent out, and an objection once made, stay as they were.
CREATE TRIGGER visit_timetable_shared_immutable BEFORE UPDATE ON "visit_timetable_shared"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visit_objection_immutable BEFORE UPDATE ON "visit_objection"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
