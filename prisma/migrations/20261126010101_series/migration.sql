-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "covers_kind" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_note" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "session_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_report" (
    "series_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_report_pkey" PRIMARY KEY ("series_id","version")
);

-- AlterTable
ALTER TABLE "event" ADD COLUMN "series_id" UUID, ADD COLUMN "number" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "series_request_key_key" ON "series"("request_key");
CREATE INDEX "series_region_id_idx" ON "series"("region_id");
CREATE UNIQUE INDEX "session_note_request_key_key" ON "session_note"("request_key");
CREATE INDEX "session_note_event_id_idx" ON "session_note"("event_id");
CREATE UNIQUE INDEX "event_series_id_number_key" ON "event"("series_id", "number");

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "series" ADD CONSTRAINT "series_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "session_note" ADD CONSTRAINT "session_note_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "session_note" ADD CONSTRAINT "session_note_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "series_report" ADD CONSTRAINT "series_report_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event" ADD CONSTRAINT "event_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A published report stays as it was published.
CREATE FUNCTION series_report_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published evidence report is never changed';
END $$;
CREATE TRIGGER series_report_is_frozen BEFORE UPDATE ON series_report FOR EACH ROW EXECUTE FUNCTION series_report_is_frozen();
