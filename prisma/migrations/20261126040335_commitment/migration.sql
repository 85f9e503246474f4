-- CreateTable
CREATE TABLE "commitment" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "event_id" UUID,
    "recommendation_id" UUID,
    "text" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "owner_post_id" UUID NOT NULL,
    "done_by" DATE NOT NULL,
    "closing" TEXT NOT NULL DEFAULT '',
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_note" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "commitment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitment_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "commitment_request_key_key" ON "commitment"("request_key");

-- CreateIndex
CREATE INDEX "commitment_region_id_idx" ON "commitment"("region_id");

-- CreateIndex
CREATE INDEX "commitment_event_id_idx" ON "commitment"("event_id");

-- CreateIndex
CREATE INDEX "commitment_recommendation_id_idx" ON "commitment"("recommendation_id");

-- CreateIndex
CREATE INDEX "commitment_owner_post_id_idx" ON "commitment"("owner_post_id");

-- CreateIndex
CREATE INDEX "commitment_note_commitment_id_idx" ON "commitment_note"("commitment_id");

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "workflow"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_owner_post_id_fkey" FOREIGN KEY ("owner_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_note" ADD CONSTRAINT "commitment_note_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


