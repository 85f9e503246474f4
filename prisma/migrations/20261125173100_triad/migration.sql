-- CreateTable
CREATE TABLE "triad" (
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "publish_key" TEXT,
    "poll" INTEGER NOT NULL DEFAULT 0,
    "poll_closes_on" DATE,
    "session_on" DATE,
    "starts_at" TEXT NOT NULL DEFAULT '09:30',
    "ends_at" TEXT NOT NULL DEFAULT '16:00',
    "host_authority_id" TEXT,
    "venue" TEXT NOT NULL DEFAULT '',
    "joining" TEXT NOT NULL DEFAULT '',
    "proposed_at" TIMESTAMPTZ(3),
    "attendance_due_on" DATE,
    "confirmed_at" TIMESTAMPTZ(3),
    "team" JSONB NOT NULL DEFAULT '[]',
    "agenda" JSONB,
    "agenda_revision" INTEGER NOT NULL DEFAULT 0,
    "held_at" TIMESTAMPTZ(3),
    "postponed" INTEGER NOT NULL DEFAULT 0,
    "pair_reason" TEXT,
    "reason" TEXT,

    CONSTRAINT "triad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "triad_member" (
    "triad_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "cycle_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "attendee_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" UUID,
    "cannot_reason" TEXT,

    CONSTRAINT "triad_member_pkey" PRIMARY KEY ("triad_id","authority_id")
);

-- CreateTable
CREATE TABLE "date_option" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "triad_id" UUID NOT NULL,
    "poll" INTEGER NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "date_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_answer" (
    "option_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_answer_pkey" PRIMARY KEY ("option_id","authority_id")
);

-- CreateTable
CREATE TABLE "venue_offer" (
    "triad_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "venue_offer_pkey" PRIMARY KEY ("triad_id","authority_id")
);

-- CreateTable
CREATE TABLE "pack_waiver" (
    "triad_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pack_waiver_pkey" PRIMARY KEY ("triad_id","authority_id")
);

-- CreateTable
CREATE TABLE "triad_attendance" (
    "triad_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "triad_attendance_pkey" PRIMARY KEY ("triad_id","person_id")
);

-- CreateTable
CREATE TABLE "session_proposal" (
    "cycle_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "made_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_proposal_pkey" PRIMARY KEY ("cycle_id")
);

-- CreateTable
CREATE TABLE "blocked_date" (
    "region_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "blocked_date_pkey" PRIMARY KEY ("region_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "triad_cycle_id_number_key" ON "triad"("cycle_id", "number");

-- CreateIndex
CREATE INDEX "triad_member_authority_id_idx" ON "triad_member"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "date_option_triad_id_poll_day_key" ON "date_option"("triad_id", "poll", "day");

-- AddForeignKey
ALTER TABLE "triad" ADD CONSTRAINT "triad_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad" ADD CONSTRAINT "triad_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad" ADD CONSTRAINT "triad_host_authority_id_fkey" FOREIGN KEY ("host_authority_id") REFERENCES "authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad_member" ADD CONSTRAINT "triad_member_triad_id_fkey" FOREIGN KEY ("triad_id") REFERENCES "triad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad_member" ADD CONSTRAINT "triad_member_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad_member" ADD CONSTRAINT "triad_member_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad_member" ADD CONSTRAINT "triad_member_attendee_id_fkey" FOREIGN KEY ("attendee_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_option" ADD CONSTRAINT "date_option_triad_id_fkey" FOREIGN KEY ("triad_id") REFERENCES "triad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_answer" ADD CONSTRAINT "date_answer_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "date_option"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_answer" ADD CONSTRAINT "date_answer_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_answer" ADD CONSTRAINT "date_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue_offer" ADD CONSTRAINT "venue_offer_triad_id_fkey" FOREIGN KEY ("triad_id") REFERENCES "triad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue_offer" ADD CONSTRAINT "venue_offer_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_waiver" ADD CONSTRAINT "pack_waiver_triad_id_fkey" FOREIGN KEY ("triad_id") REFERENCES "triad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pack_waiver" ADD CONSTRAINT "pack_waiver_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad_attendance" ADD CONSTRAINT "triad_attendance_triad_id_fkey" FOREIGN KEY ("triad_id") REFERENCES "triad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triad_attendance" ADD CONSTRAINT "triad_attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_proposal" ADD CONSTRAINT "session_proposal_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocked_date" ADD CONSTRAINT "blocked_date_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- An authority is in one group of a round at a time, whoever presses at the same moment.
CREATE UNIQUE INDEX "triad_member_one_group" ON "triad_member" ("cycle_id", "authority_id") WHERE "left_at" IS NULL;
ALTER TABLE "date_answer" ADD CONSTRAINT "date_answer_answer" CHECK ("answer" IN ('yes', 'ifNeedBe', 'no'));
