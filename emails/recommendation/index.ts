import { accepted } from "./accepted";
import { actionDue } from "./action-due";
import { agendaMoved } from "./agenda-moved";
import { agendaRemoved } from "./agenda-removed";
import { amended } from "./amended";
import { decisionDue } from "./decision-due";
import { deferred } from "./deferred";
import { done } from "./done";
import { inPlan } from "./in-plan";
import { onAgenda } from "./on-agenda";
import { placingDue } from "./placing-due";
import { proposed } from "./proposed";
import { rejected } from "./rejected";
import { withdrawn } from "./withdrawn";

export const recommendationEmails = {
  "recommendation/proposed": proposed,
  "recommendation/on-agenda": onAgenda,
  "recommendation/agenda-moved": agendaMoved,
  "recommendation/agenda-removed": agendaRemoved,
  "recommendation/decision-due": decisionDue,
  "recommendation/accepted": accepted,
  "recommendation/amended": amended,
  "recommendation/deferred": deferred,
  "recommendation/rejected": rejected,
  "recommendation/placing-due": placingDue,
  "recommendation/in-plan": inPlan,
  "recommendation/action-due": actionDue,
  "recommendation/done": done,
  "recommendation/withdrawn": withdrawn,
} as const;
