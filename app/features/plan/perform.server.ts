import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import { beginPlan, closeConsultation, decidePlan, openConsultation, putOnAgenda, reviewPlan, takeOffAgenda, withdrawPlan, type Act } from "./running.server";

/** Everything an act's page may have asked for; each verb takes what is its own. */
export const perform = performing<Act & { readonly text: string; readonly meetingId: string; readonly paper: string }, FireResult>({
  "consultation.open": openConsultation,
  "consultation.close": closeConsultation,
  "agenda.add": putOnAgenda,
  "agenda.remove": takeOffAgenda,
  "plan.approve": (given) => decidePlan({ ...given, kind: "approve", reason: given.text }),
  "plan.return": (given) => decidePlan({ ...given, kind: "return", reason: given.text }),
  "plan.begin": beginPlan,
  "plan.review": reviewPlan,
  "plan.withdraw": (given) => withdrawPlan({ ...given, reason: given.text }),
});
