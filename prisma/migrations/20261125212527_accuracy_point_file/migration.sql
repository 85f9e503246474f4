-- AlterTable
ALTER TABLE "accuracy_point" ADD COLUMN     "file_key" TEXT,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "file_sha256" TEXT,
ADD COLUMN     "file_size" INTEGER,
ADD COLUMN     "file_type" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "accuracy_point_file_key_key" ON "accuracy_point"("file_key");


