import { agreed } from "./agreed";
import { answerDue } from "./answer-due";
import { asked } from "./asked";
import { declined } from "./declined";

export const tutoringEmails = {
  "tutoring/asked": asked,
  "tutoring/answer-due": answerDue,
  "tutoring/agreed": agreed,
  "tutoring/declined": declined,
} as const;
