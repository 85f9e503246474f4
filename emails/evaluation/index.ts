import { closed } from "./closed";
import { reminder } from "./reminder";
import { takenBack } from "./taken-back";
import { thanks } from "./thanks";
import { wanted } from "./wanted";

export const evaluationEmails = {
  "evaluation/wanted": wanted,
  "evaluation/reminder": reminder,
  "evaluation/thanks": thanks,
  "evaluation/closed": closed,
  "evaluation/taken-back": takenBack,
} as const;
