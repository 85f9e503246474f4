-- CreateTable
CREATE TABLE "challenger" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "level" TEXT NOT NULL DEFAULT 'challenger',
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "about" TEXT NOT NULL DEFAULT '',
    "max_load" INTEGER NOT NULL DEFAULT 2,
    "trained_until" DATE,
    "applied_at" TIMESTAMPTZ(3),
    "endorsed_by_id" UUID,
    "endorsed_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "challenger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenger_away" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "challenger_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,

    CONSTRAINT "challenger_away_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenger_conflict" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "challenger_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "challenger_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_record" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "challenger_id" UUID NOT NULL,
    "trained_on" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "event_id" UUID,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "region_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "starts_at" TEXT NOT NULL,
    "ends_at" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "request_key" TEXT,

    CONSTRAINT "training_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_booking" (
    "event_id" UUID NOT NULL,
    "challenger_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'booked',
    "booked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_booking_pkey" PRIMARY KEY ("event_id","challenger_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "challenger_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "activity_title" TEXT NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "respond_by" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "code_version" TEXT,
    "code_signed_at" TIMESTAMPTZ(3),
    "conflict" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_host" (
    "assignment_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,

    CONSTRAINT "assignment_host_pkey" PRIMARY KEY ("assignment_id","authority_id")
);

-- CreateTable
CREATE TABLE "assignment_day" (
    "challenger_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "assignment_id" UUID NOT NULL,

    CONSTRAINT "assignment_day_pkey" PRIMARY KEY ("challenger_id","day")
);

-- CreateIndex
CREATE INDEX "challenger_person_id_idx" ON "challenger"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "challenger_region_id_person_id_key" ON "challenger"("region_id", "person_id");

-- CreateIndex
CREATE INDEX "challenger_away_challenger_id_to_day_idx" ON "challenger_away"("challenger_id", "to_day");

-- CreateIndex
CREATE INDEX "challenger_conflict_challenger_id_idx" ON "challenger_conflict"("challenger_id");

-- CreateIndex
CREATE INDEX "training_record_challenger_id_idx" ON "training_record"("challenger_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_event_request_key_key" ON "training_event"("request_key");

-- CreateIndex
CREATE INDEX "training_event_region_id_day_idx" ON "training_event"("region_id", "day");

-- CreateIndex
CREATE INDEX "training_booking_challenger_id_idx" ON "training_booking"("challenger_id");

-- CreateIndex
CREATE INDEX "assignment_activity_id_idx" ON "assignment"("activity_id");

-- CreateIndex
CREATE INDEX "assignment_challenger_id_idx" ON "assignment"("challenger_id");

-- CreateIndex
CREATE INDEX "assignment_day_assignment_id_idx" ON "assignment_day"("assignment_id");

-- AddForeignKey
ALTER TABLE "challenger" ADD CONSTRAINT "challenger_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenger" ADD CONSTRAINT "challenger_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenger" ADD CONSTRAINT "challenger_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenger_away" ADD CONSTRAINT "challenger_away_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "challenger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenger_conflict" ADD CONSTRAINT "challenger_conflict_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "challenger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenger_conflict" ADD CONSTRAINT "challenger_conflict_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "challenger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_event" ADD CONSTRAINT "training_event_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_booking" ADD CONSTRAINT "training_booking_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "training_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_booking" ADD CONSTRAINT "training_booking_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "challenger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "challenger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_host" ADD CONSTRAINT "assignment_host_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_host" ADD CONSTRAINT "assignment_host_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_day" ADD CONSTRAINT "assignment_day_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "challenger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_day" ADD CONSTRAINT "assignment_day_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;





-- What Prisma's schema cannot say.

ALTER TABLE "challenger" ADD CONSTRAINT "challenger_level_is_known" CHECK ("level" IN ('challenger', 'lead'));
ALTER TABLE "challenger" ADD CONSTRAINT "challenger_max_load_is_sane" CHECK ("max_load" BETWEEN 1 AND 20);
ALTER TABLE "challenger_away" ADD CONSTRAINT "challenger_away_ends_after_it_begins" CHECK ("to_day" >= "from_day");
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_ends_after_it_begins" CHECK ("valid_until" >= "trained_on");
ALTER TABLE "training_event" ADD CONSTRAINT "training_event_has_places" CHECK ("capacity" BETWEEN 1 AND 500);
ALTER TABLE "training_booking" ADD CONSTRAINT "training_booking_outcome_is_known" CHECK ("outcome" IN ('booked', 'attended', 'missed', 'cancelled'));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_role_is_known" CHECK ("role" IN ('challenger', 'lead'));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_days_are_whole"
  CHECK (("from_day" IS NULL) = ("to_day" IS NULL) AND ("to_day" IS NULL OR "to_day" >= "from_day"));

-- One conflict of a person with an authority at a time.
CREATE UNIQUE INDEX "challenger_conflict_once" ON "challenger_conflict" ("challenger_id", "authority_id") WHERE "ended_at" IS NULL;

-- What training somebody had stays as it was.
CREATE TRIGGER training_record_immutable BEFORE UPDATE ON "training_record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
