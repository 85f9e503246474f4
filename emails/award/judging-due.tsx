import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Of the judges, how many are awaited: what the coordinator is told. */
function stands({ judged, judges }: { readonly judged?: number | null | undefined; readonly judges?: number | null | undefined }): string {
  if (typeof judged !== "number" || typeof judges !== "number") return "Not every nomination has been judged by everybody who may.";
  return judged >= judges ? "Every judge has judged all that they may. The shortlist is yours to choose." : `${count(judges - judged, "judge has", "judges have")} not yet judged all that they may.`;
}

/** Reminder to those judges who have not judged all they may, and to the coordinator. */
export const judgingDue = defineEmail({
  about: { judged: fact.count, judges: fact.count },
  what: () => "Judge the nominations",
  deadline: "settled",
  preview: (letter) => byRole(letter, { coordinator: stands(letter.about), others: "You have not yet judged every nomination that you may." }),
  heading: (letter) => byRole(letter, { coordinator: `How the judging of ${letter.title} stands`, others: `Nominations for ${letter.title} wait to be judged` }),
  Body: ({ letter }) => <P>{byRole(letter, { coordinator: stands(letter.about), others: "You have not yet judged every nomination that you may." })}</P>,
  button: () => ({ label: "Go to the award" }),
  next: () => "The shortlist is chosen afterwards.",
  example: { ...teamAward({ recipient: { name: "Ruth Ellison" }, role: "awaitedJudge", by: null }), about: { judged: 2, judges: 3 } },
});
