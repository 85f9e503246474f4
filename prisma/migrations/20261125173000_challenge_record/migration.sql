-- The record of one challenged authority, and what the challengers found.
CREATE TABLE challenge_record (
  id uuid PRIMARY KEY REFERENCES workflow (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('triad', 'visit')),
  activity_id uuid NOT NULL REFERENCES workflow (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  cycle_id uuid REFERENCES cycle (id) ON UPDATE CASCADE ON DELETE SET NULL,
  authority_id text NOT NULL REFERENCES authority (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  held_on date NOT NULL,
  due_on date NOT NULL,
  review_due_on date,
  reason text
);
CREATE UNIQUE INDEX challenge_record_activity_id_authority_id_key ON challenge_record (activity_id, authority_id);
CREATE INDEX challenge_record_authority_id_idx ON challenge_record (authority_id);
CREATE INDEX challenge_record_cycle_id_idx ON challenge_record (cycle_id);

CREATE TABLE finding (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  record_id uuid NOT NULL REFERENCES challenge_record (id) ON UPDATE CASCADE ON DELETE CASCADE,
  author_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('strength', 'area', 'recommendation', 'goodPractice')),
  theme text NOT NULL,
  evidence text[] NOT NULL,
  kloe_id uuid REFERENCES kloe (id) ON UPDATE CASCADE ON DELETE SET NULL,
  no_names boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL,
  filed_at timestamptz(3),
  removed_at timestamptz(3),
  removed_by uuid,
  -- Whoever files has said that no quote holds a name, has chosen a theme and said what it rests on.
  CHECK (filed_at IS NULL OR (no_names AND theme <> '' AND cardinality(evidence) > 0))
);
CREATE INDEX finding_record_id_idx ON finding (record_id);
CREATE INDEX finding_author_id_idx ON finding (author_id);
CREATE INDEX finding_kloe_id_idx ON finding (kloe_id);
