-- Questions about a report that have no answer wait for its director and their delegate: it is in their inbox.
INSERT INTO workflow_party (workflow_id, role, post_id, "from", waiting)
SELECT DISTINCT p.workflow_id, 'questioned', p.post_id, now(), true
  FROM workflow_party p JOIN workflow v ON v.id = p.workflow_id
 WHERE v.machine = 'validation' AND v.state IN ('reading', 'awaitingReader') AND p.role IN ('hostDcs', 'hostDelegate') AND p."to" IS NULL AND p.post_id IS NOT NULL
   AND EXISTS (SELECT 1 FROM validation_question q WHERE q.validation_id = v.id AND q.answered_at IS NULL);
