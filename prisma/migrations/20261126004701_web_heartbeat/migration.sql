-- Which kind of process lives: while no web process does, nobody can answer an offer, whatever the worker does.
ALTER TABLE "worker_heartbeat" ADD COLUMN "process" TEXT NOT NULL DEFAULT 'worker';
