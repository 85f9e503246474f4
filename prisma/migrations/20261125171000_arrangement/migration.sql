-- CreateTable
CREATE TABLE "arrangement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cycle_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "groups" JSONB NOT NULL,
    "certificate" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "arrangement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrangement_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "arrangement_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "request_key" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "arrangement_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrangement_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cycle_id" UUID NOT NULL,
    "arrangement_id" UUID,
    "kind" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "seconds" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress" JSONB,
    "result" JSONB,
    "failure" TEXT,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "arrangement_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "arrangement_cycle_id_idx" ON "arrangement"("cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "arrangement_change_arrangement_id_revision_key" ON "arrangement_change"("arrangement_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "arrangement_change_arrangement_id_request_key_key" ON "arrangement_change"("arrangement_id", "request_key");

-- CreateIndex
CREATE INDEX "arrangement_search_arrangement_id_kind_asked_at_idx" ON "arrangement_search"("arrangement_id", "kind", "asked_at");

-- CreateIndex
CREATE INDEX "arrangement_search_cycle_id_kind_asked_at_idx" ON "arrangement_search"("cycle_id", "kind", "asked_at");

-- One search of a kind at a time for a draft, and one plan of years at a time for a round.
CREATE UNIQUE INDEX "arrangement_search_one_live" ON "arrangement_search"("cycle_id", "kind", coalesce("arrangement_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "state" IN ('waiting', 'running');

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_change" ADD CONSTRAINT "arrangement_change_arrangement_id_fkey" FOREIGN KEY ("arrangement_id") REFERENCES "arrangement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_change" ADD CONSTRAINT "arrangement_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_search" ADD CONSTRAINT "arrangement_search_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_search" ADD CONSTRAINT "arrangement_search_arrangement_id_fkey" FOREIGN KEY ("arrangement_id") REFERENCES "arrangement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrangement_search" ADD CONSTRAINT "arrangement_search_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
