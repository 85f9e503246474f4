-- CreateTable
CREATE TABLE "scrutiny" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "cycle_id" UUID NOT NULL,
    "per_report" INTEGER NOT NULL,
    "groups_allowed" BOOLEAN NOT NULL,
    "tables" INTEGER NOT NULL,
    "reply_days" INTEGER NOT NULL,
    "never" JSONB NOT NULL DEFAULT '[]',
    "elsewhere" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "draft" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "scrutiny_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "validation" (
    "id" UUID NOT NULL,
    "scrutiny_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "self_assessment_id" UUID,
    "turn" INTEGER NOT NULL,
    "table_no" INTEGER NOT NULL,
    "outcome" TEXT,
    "outcome_text" TEXT NOT NULL DEFAULT '',
    "reply_by" DATE,
    "reply" TEXT NOT NULL DEFAULT '',
    "closing" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "validation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scrutineer" (
    "validation_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "leads" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scrutineer_pkey" PRIMARY KEY ("validation_id","authority_id")
);

-- CreateTable
CREATE TABLE "validation_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "validation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "validation_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scrutiny_region_id_idx" ON "scrutiny"("region_id");

-- CreateIndex
CREATE INDEX "validation_self_assessment_id_idx" ON "validation"("self_assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "validation_scrutiny_id_authority_id_key" ON "validation"("scrutiny_id", "authority_id");

-- CreateIndex
CREATE INDEX "validation_question_validation_id_idx" ON "validation_question"("validation_id");

-- AddForeignKey
ALTER TABLE "scrutiny" ADD CONSTRAINT "scrutiny_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scrutiny" ADD CONSTRAINT "scrutiny_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scrutiny" ADD CONSTRAINT "scrutiny_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation" ADD CONSTRAINT "validation_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation" ADD CONSTRAINT "validation_scrutiny_id_fkey" FOREIGN KEY ("scrutiny_id") REFERENCES "scrutiny"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation" ADD CONSTRAINT "validation_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation" ADD CONSTRAINT "validation_self_assessment_id_fkey" FOREIGN KEY ("self_assessment_id") REFERENCES "self_assessment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scrutineer" ADD CONSTRAINT "scrutineer_validation_id_fkey" FOREIGN KEY ("validation_id") REFERENCES "validation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scrutineer" ADD CONSTRAINT "scrutineer_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation_question" ADD CONSTRAINT "validation_question_validation_id_fkey" FOREIGN KEY ("validation_id") REFERENCES "validation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation_question" ADD CONSTRAINT "validation_question_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation_question" ADD CONSTRAINT "validation_question_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;


