-- CreateTable
CREATE TABLE "bookable_session" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "mode" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "join_link" TEXT NOT NULL DEFAULT '',
    "instructions" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "last_in_queue" INTEGER NOT NULL DEFAULT 0,
    "book_by" DATE NOT NULL,
    "bookable" BOOLEAN NOT NULL DEFAULT false,
    "paused" BOOLEAN NOT NULL DEFAULT true,
    "audience" TEXT NOT NULL DEFAULT 'region',
    "attended_owner_id" UUID,
    "any_ticket" BOOLEAN NOT NULL DEFAULT false,
    "offer_hours" INTEGER NOT NULL DEFAULT 8,
    "door_code" TEXT NOT NULL,

    CONSTRAINT "bookable_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_quota" (
    "session_id" UUID NOT NULL,
    "authority_id" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "session_quota_pkey" PRIMARY KEY ("session_id","authority_id")
);

-- CreateTable
CREATE TABLE "session_guest" (
    "owner_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "session_guest_pkey" PRIMARY KEY ("owner_id","person_id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "authority_id" TEXT,
    "booked_by_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "holds" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "queue_no" INTEGER,
    "offered_at" TIMESTAMPTZ(3),
    "offer_until" TIMESTAMPTZ(3),
    "needs" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_gap" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "region_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "request_key" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bookable_session_owner_id_idx" ON "bookable_session"("owner_id");

-- CreateIndex
CREATE INDEX "bookable_session_region_id_starts_at_idx" ON "bookable_session"("region_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "booking_reference_key" ON "booking"("reference");

-- CreateIndex
CREATE INDEX "booking_session_id_queue_no_idx" ON "booking"("session_id", "queue_no");

-- CreateIndex
CREATE INDEX "booking_person_id_idx" ON "booking"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_request_key_person_id_key" ON "booking"("request_key", "person_id");

-- CreateIndex
CREATE INDEX "service_gap_to_at_idx" ON "service_gap"("to_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_request_key_key" ON "event"("request_key");

-- CreateIndex
CREATE INDEX "event_region_id_idx" ON "event"("region_id");

-- AddForeignKey
ALTER TABLE "bookable_session" ADD CONSTRAINT "bookable_session_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookable_session" ADD CONSTRAINT "bookable_session_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_quota" ADD CONSTRAINT "session_quota_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "bookable_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_quota" ADD CONSTRAINT "session_quota_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_guest" ADD CONSTRAINT "session_guest_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_guest" ADD CONSTRAINT "session_guest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "bookable_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_booked_by_id_fkey" FOREIGN KEY ("booked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_id_fkey" FOREIGN KEY ("id") REFERENCES "workflow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Never more places taken than there are, whoever writes: the last word is the database's.
ALTER TABLE bookable_session ADD CONSTRAINT places_are_enough CHECK (taken >= 0 AND taken <= capacity);
ALTER TABLE session_quota ADD CONSTRAINT quota_is_kept CHECK (taken >= 0 AND taken <= places);

-- A person has one booking that counts at the dates of one owner.
CREATE UNIQUE INDEX booking_one_a_person ON booking (owner_id, person_id) WHERE active;

-- Which states take a place, and which no longer count. tests/booking/states.test.ts holds it to the machine.
CREATE FUNCTION booking_follows_its_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking
     SET holds = NEW.state IN ('offered', 'booked', 'attended', 'partlyAttended', 'noShow'),
         active = NEW.state NOT IN ('cancelled', 'declined', 'expired', 'notPlaced')
   WHERE id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER booking_follows_its_state AFTER UPDATE OF state ON workflow
  FOR EACH ROW WHEN (NEW.machine = 'booking' AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION booking_follows_its_state();

-- The places taken, of the session and of the authority's quota, from the bookings themselves.
CREATE FUNCTION count_places_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.holds THEN
    UPDATE bookable_session SET taken = taken - 1 WHERE id = OLD.session_id;
    UPDATE session_quota SET taken = taken - 1 WHERE session_id = OLD.session_id AND authority_id = OLD.authority_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.holds THEN
    UPDATE bookable_session SET taken = taken + 1 WHERE id = NEW.session_id;
    UPDATE session_quota SET taken = taken + 1 WHERE session_id = NEW.session_id AND authority_id = NEW.authority_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER count_places_taken AFTER INSERT OR DELETE ON booking FOR EACH ROW EXECUTE FUNCTION count_places_taken();

CREATE TRIGGER recount_places_taken AFTER UPDATE OF holds, session_id, authority_id ON booking
  FOR EACH ROW WHEN (OLD.holds IS DISTINCT FROM NEW.holds OR OLD.session_id <> NEW.session_id OR OLD.authority_id IS DISTINCT FROM NEW.authority_id)
  EXECUTE FUNCTION count_places_taken();
