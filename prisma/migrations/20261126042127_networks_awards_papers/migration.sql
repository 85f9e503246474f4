-- CreateTable
CREATE TABLE "award" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "criteria" TEXT NOT NULL,
    "closes_on" DATE NOT NULL,
    "shortlist" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_nomination" (
    "id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "nominated_by_id" UUID NOT NULL,
    "feedback" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "award_nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "award_score" (
    "nomination_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "award_score_pkey" PRIMARY KEY ("nomination_id","judge_id")
);

-- CreateTable
CREATE TABLE "network" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "instructions" TEXT NOT NULL DEFAULT '',
    "join_link" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_source" (
    "network_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "network_source_pkey" PRIMARY KEY ("network_id","event_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "network_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recommendation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "award_request_key_key" ON "award"("request_key");

-- CreateIndex
CREATE INDEX "award_region_id_idx" ON "award"("region_id");

-- CreateIndex
CREATE INDEX "award_nomination_award_id_idx" ON "award_nomination"("award_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_request_key_key" ON "network"("request_key");

-- CreateIndex
CREATE INDEX "network_region_id_idx" ON "network"("region_id");

-- CreateIndex
CREATE INDEX "membership_network_id_idx" ON "membership"("network_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_file_storage_key_key" ON "paper_file"("storage_key");

-- CreateIndex
CREATE INDEX "paper_file_recommendation_id_idx" ON "paper_file"("recommendation_id");

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_nomination" ADD CONSTRAINT "award_nomination_nominated_by_id_fkey" FOREIGN KEY ("nominated_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_score" ADD CONSTRAINT "award_score_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "award_nomination"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "award_score" ADD CONSTRAINT "award_score_judge_id_fkey" FOREIGN KEY ("judge_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_source" ADD CONSTRAINT "network_source_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_source" ADD CONSTRAINT "network_source_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_file" ADD CONSTRAINT "paper_file_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_file" ADD CONSTRAINT "paper_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Which memberships and nominations count: from their states alone. tests/network and tests/award hold them to the machines.
CREATE FUNCTION membership_follows_its_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE membership SET active = NEW.state IN ('asked', 'invited', 'member') WHERE id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER membership_follows_its_state AFTER UPDATE OF state ON workflow
  FOR EACH ROW WHEN (NEW.machine = 'membership' AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION membership_follows_its_state();

-- A person belongs to a network once.
CREATE UNIQUE INDEX membership_once ON membership (network_id, person_id) WHERE active;

CREATE FUNCTION award_nomination_follows_its_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE award_nomination SET active = NEW.state NOT IN ('withdrawn', 'cancelled') WHERE id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER award_nomination_follows_its_state AFTER UPDATE OF state ON workflow
  FOR EACH ROW WHEN (NEW.machine = 'award-nomination' AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION award_nomination_follows_its_state();

-- One nomination of each authority, whoever writes.
CREATE UNIQUE INDEX award_nomination_once ON award_nomination (award_id, authority_id) WHERE active;
ALTER TABLE award_score ADD CONSTRAINT score_is_one_to_five CHECK (score BETWEEN 1 AND 5);
ALTER TABLE award ADD CONSTRAINT shortlist_is_positive CHECK (shortlist >= 1);
