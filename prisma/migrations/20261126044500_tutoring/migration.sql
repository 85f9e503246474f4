-- CreateTable
CREATE TABLE "tutoring" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "answer_by" DATE NOT NULL,

    CONSTRAINT "tutoring_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tutoring_person_id_idx" ON "tutoring"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "tutoring_region_id_person_id_key" ON "tutoring"("region_id", "person_id");

-- AddForeignKey
ALTER TABLE "tutoring" ADD CONSTRAINT "tutoring_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutoring" ADD CONSTRAINT "tutoring_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutoring" ADD CONSTRAINT "tutoring_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
