-- Judges of an award that is being judged already, and who have not judged all they may, are awaited: it is
-- in their inbox, and they are the ones who are reminded.
INSERT INTO workflow_party (workflow_id, role, person_id, "from", waiting)
SELECT p.workflow_id, 'awaitedJudge', p.person_id, now(), true
  FROM workflow_party p JOIN workflow a ON a.id = p.workflow_id
 WHERE a.machine = 'award' AND a.state = 'judging' AND p.role = 'judge' AND p."to" IS NULL
   AND EXISTS (
     SELECT 1 FROM award_nomination n JOIN workflow w ON w.id = n.id
      WHERE n.award_id = a.id AND n.active AND w.state = 'submitted'
        AND NOT EXISTS (SELECT 1 FROM award_score s WHERE s.nomination_id = n.id AND s.judge_id = p.person_id)
        AND NOT EXISTS (SELECT 1 FROM holding h JOIN post o ON o.id = h.post_id
                         WHERE h.person_id = p.person_id AND o.authority_id = n.authority_id
                           AND h."from" <= now() AND (h."to" IS NULL OR h."to" > now())));
