import { acceptanceDue } from "./acceptance-due";
import { accepted } from "./accepted";
import { asked } from "./asked";
import { coordinatorReminds } from "./coordinator-reminds";
import { declined } from "./declined";
import { done } from "./done";
import { due } from "./due";
import { progressNoted } from "./progress-noted";
import { started } from "./started";
import { undertaken } from "./undertaken";
import { withdrawn } from "./withdrawn";

export const commitmentEmails = {
  "commitment/acceptance-due": acceptanceDue,
  "commitment/accepted": accepted,
  "commitment/asked": asked,
  "commitment/coordinator-reminds": coordinatorReminds,
  "commitment/declined": declined,
  "commitment/done": done,
  "commitment/due": due,
  "commitment/progress-noted": progressNoted,
  "commitment/started": started,
  "commitment/undertaken": undertaken,
  "commitment/withdrawn": withdrawn,
} as const;
