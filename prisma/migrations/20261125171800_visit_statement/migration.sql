-- The text of the position statement that was shared, by its revision.
ALTER TABLE "visit" ADD COLUMN "statement_revision" INTEGER;
