-- What somebody said they need is kept only as long as their booking counts: a day or an event that is
-- cancelled is never held, and what is deleted then would have stayed.
CREATE OR REPLACE FUNCTION booking_follows_its_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking
     SET holds = NEW.state IN ('offered', 'booked', 'attended', 'partlyAttended', 'noShow'),
         active = NEW.state NOT IN ('cancelled', 'declined', 'expired', 'notPlaced'),
         needs = CASE WHEN NEW.state IN ('cancelled', 'declined', 'expired', 'notPlaced') THEN '' ELSE needs END
   WHERE id = NEW.id;
  RETURN NULL;
END $$;

UPDATE booking SET needs = '' WHERE NOT active AND needs <> '';
