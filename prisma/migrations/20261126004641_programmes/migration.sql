-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "aims" TEXT NOT NULL DEFAULT '',
    "eligibility" TEXT NOT NULL DEFAULT '',
    "sponsors" TEXT NOT NULL DEFAULT '',
    "in_teams" BOOLEAN NOT NULL DEFAULT false,
    "may_miss" INTEGER NOT NULL DEFAULT 1,
    "has_assignment" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "closes_on" DATE NOT NULL,
    "select_by" DATE NOT NULL,
    "offer_hours" INTEGER NOT NULL DEFAULT 40,
    "last_reserve" INTEGER NOT NULL DEFAULT 0,
    "evaluation_form" JSONB NOT NULL DEFAULT '[]',
    "impact_on" DATE,
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_quota" (
    "cohort_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "cohort_quota_pkey" PRIMARY KEY ("cohort_id","authority_id","service")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "nominator_id" UUID NOT NULL,
    "line_manager_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "team" TEXT NOT NULL DEFAULT '',
    "link_no" INTEGER NOT NULL DEFAULT 1,
    "approve_by" DATE NOT NULL,
    "draft" TEXT,
    "draft_order" INTEGER,
    "reserve_no" INTEGER,
    "offered_at" TIMESTAMPTZ(3),
    "offer_until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "holds" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "replaces_id" UUID,
    "assignment_done" BOOLEAN NOT NULL DEFAULT false,
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_day" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "evaluate_by" DATE,

    CONSTRAINT "programme_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tutor" (
    "region_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tutor_pkey" PRIMARY KEY ("region_id","person_id")
);

-- CreateTable
CREATE TABLE "day_tutor" (
    "day_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "day_tutor_pkey" PRIMARY KEY ("day_id","person_id")
);

-- CreateTable
CREATE TABLE "day_material" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "day_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "day_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "closes_on" DATE NOT NULL,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_box" (
    "owner_id" UUID NOT NULL,
    "form" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "evaluation_box_pkey" PRIMARY KEY ("owner_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_request_key_key" ON "programme"("request_key");

-- CreateIndex
CREATE INDEX "programme_region_id_idx" ON "programme"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_request_key_key" ON "cohort"("request_key");

-- CreateIndex
CREATE INDEX "cohort_region_id_idx" ON "cohort"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_programme_id_number_key" ON "cohort"("programme_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_request_key_key" ON "nomination"("request_key");

-- CreateIndex
CREATE INDEX "nomination_cohort_id_idx" ON "nomination"("cohort_id");

-- CreateIndex
CREATE INDEX "nomination_person_id_idx" ON "nomination"("person_id");

-- CreateIndex
CREATE INDEX "nomination_line_manager_id_idx" ON "nomination"("line_manager_id");

-- CreateIndex
CREATE INDEX "nomination_authority_id_idx" ON "nomination"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_day_cohort_id_number_key" ON "programme_day"("cohort_id", "number");

-- CreateIndex
CREATE INDEX "day_tutor_person_id_idx" ON "day_tutor"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "day_material_request_key_key" ON "day_material"("request_key");

-- CreateIndex
CREATE INDEX "day_material_day_id_idx" ON "day_material"("day_id");

-- CreateIndex
CREATE INDEX "evaluation_person_id_idx" ON "evaluation"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_owner_id_person_id_key" ON "evaluation"("owner_id", "person_id");

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_quota" ADD CONSTRAINT "cohort_quota_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_quota" ADD CONSTRAINT "cohort_quota_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_nominator_id_fkey" FOREIGN KEY ("nominator_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_line_manager_id_fkey" FOREIGN KEY ("line_manager_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "nomination"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_day" ADD CONSTRAINT "programme_day_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_day" ADD CONSTRAINT "programme_day_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor" ADD CONSTRAINT "tutor_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor" ADD CONSTRAINT "tutor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_tutor" ADD CONSTRAINT "day_tutor_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "programme_day"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_tutor" ADD CONSTRAINT "day_tutor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_material" ADD CONSTRAINT "day_material_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "programme_day"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Never more places taken than a cohort has, nor more than an authority's service may have, whoever writes.
ALTER TABLE cohort ADD CONSTRAINT cohort_places_are_enough CHECK (taken >= 0 AND taken <= places);
ALTER TABLE cohort_quota ADD CONSTRAINT cohort_quota_is_kept CHECK (taken >= 0 AND taken <= places);
ALTER TABLE nomination ADD CONSTRAINT nomination_is_of_a_service CHECK (service IN ('children', 'adult'));

-- A person is nominated once for a cohort, as long as it counts.
CREATE UNIQUE INDEX nomination_one_a_person ON nomination (cohort_id, person_id) WHERE active;

-- Which states take a place, and which no longer count. tests/programme/states.test.ts holds it to the machine.
-- A replacement keeps the place of the one it replaces while it is approved.
CREATE FUNCTION nomination_follows_its_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE nomination
     SET holds = NEW.state IN ('offered', 'accepted', 'participating', 'completed', 'notCompleted')
              OR (replaces_id IS NOT NULL AND NEW.state IN ('awaitingManager', 'awaitingSponsor')),
         active = NEW.state NOT IN ('refused', 'notSelected', 'declined', 'expired', 'withdrawn', 'replaced', 'cohortCancelled')
   WHERE id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER nomination_follows_its_state AFTER UPDATE OF state ON workflow
  FOR EACH ROW WHEN (NEW.machine = 'nomination' AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION nomination_follows_its_state();

CREATE FUNCTION count_cohort_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.holds THEN
    UPDATE cohort SET taken = taken - 1 WHERE id = OLD.cohort_id;
    UPDATE cohort_quota SET taken = taken - 1 WHERE cohort_id = OLD.cohort_id AND authority_id = OLD.authority_id AND service = OLD.service;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.holds THEN
    UPDATE cohort SET taken = taken + 1 WHERE id = NEW.cohort_id;
    UPDATE cohort_quota SET taken = taken + 1 WHERE cohort_id = NEW.cohort_id AND authority_id = NEW.authority_id AND service = NEW.service;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER count_cohort_places AFTER INSERT OR DELETE ON nomination FOR EACH ROW EXECUTE FUNCTION count_cohort_places();

CREATE TRIGGER recount_cohort_places AFTER UPDATE OF holds, cohort_id ON nomination
  FOR EACH ROW WHEN (OLD.holds IS DISTINCT FROM NEW.holds OR OLD.cohort_id <> NEW.cohort_id)
  EXECUTE FUNCTION count_cohort_places();
