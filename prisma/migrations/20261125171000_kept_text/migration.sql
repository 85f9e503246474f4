-- Texts that several people write on one record, never lost; marks of what is not about a child; key lines of enquiry.
CREATE TABLE kept_text (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workflow_id uuid NOT NULL REFERENCES workflow (id) ON UPDATE CASCADE ON DELETE CASCADE,
  key text NOT NULL,
  value text NOT NULL,
  revision integer NOT NULL DEFAULT 0,
  updated_by uuid,
  updated_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX kept_text_workflow_id_key_key ON kept_text (workflow_id, key);

CREATE TABLE kept_text_history (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  text_id uuid NOT NULL REFERENCES kept_text (id) ON UPDATE CASCADE ON DELETE CASCADE,
  revision integer NOT NULL,
  value text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('saved', 'conflict', 'resolved')),
  by_id uuid,
  at timestamptz(3) NOT NULL
);
CREATE INDEX kept_text_history_text_id_at_idx ON kept_text_history (text_id, at);
CREATE INDEX kept_text_history_open_conflicts ON kept_text_history (text_id) WHERE outcome = 'conflict';

CREATE TABLE child_data_mark (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  workflow_id uuid NOT NULL REFERENCES workflow (id) ON UPDATE CASCADE ON DELETE CASCADE,
  key text NOT NULL,
  hit text NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  by_id uuid NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX child_data_mark_workflow_id_key_hit_key ON child_data_mark (workflow_id, key, hit);

CREATE TABLE kloe (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  activity_id uuid NOT NULL REFERENCES workflow (id) ON UPDATE CASCADE ON DELETE CASCADE,
  authority_id text NOT NULL REFERENCES authority (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  number integer NOT NULL CHECK (number > 0),
  text text NOT NULL CHECK (text <> ''),
  shared_at timestamptz(3)
);
CREATE UNIQUE INDEX kloe_activity_id_authority_id_number_key ON kloe (activity_id, authority_id, number);
CREATE INDEX kloe_authority_id_idx ON kloe (authority_id);
