-- How far a search's job has come was called its state, as if it were a process.
ALTER TABLE "arrangement_search" RENAME COLUMN "state" TO "stage";
