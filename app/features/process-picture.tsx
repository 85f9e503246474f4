import challengeRecordLayout from "~machines/challenge-record.layout.json";
import cycleLayout from "~machines/cycle.layout.json";
import selfAssessmentLayout from "~machines/self-assessment.layout.json";

import { processWords } from "~/features/process-words";
import { ProcessDiagram, type DiagramLayout } from "~/ui";

/** The pictures that `npm run processes` drew, by process. */
const layouts: Readonly<Record<string, DiagramLayout>> = { "challenge-record": challengeRecordLayout, cycle: cycleLayout, "self-assessment": selfAssessmentLayout };

/** A process as a picture, with the present state of a record marked when it is given. */
export function ProcessPicture({ machine, current, title }: { readonly machine: string; readonly current?: string | undefined; readonly title: string }) {
  const layout = layouts[machine];
  if (!layout) return null;
  const now = current === undefined ? undefined : processWords[machine]?.label(current);
  return (
    <ProcessDiagram
      layout={layout} current={current} title={title}
      description={`${layout.nodes.length} states and ${layout.edges.length} ways between them.${now ? ` The record is now: ${now}.` : ""} A step that is open in four states or more is drawn once.`}
    />
  );
}
