import { awardCancelled } from "./award-cancelled";
import { changed } from "./changed";
import { commended } from "./commended";
import { notShortlisted } from "./not-shortlisted";
import { received } from "./received";
import { shortlisted } from "./shortlisted";
import { withdrawn } from "./withdrawn";
import { won } from "./won";

export const awardNominationEmails = {
  "award-nomination/award-cancelled": awardCancelled,
  "award-nomination/changed": changed,
  "award-nomination/commended": commended,
  "award-nomination/not-shortlisted": notShortlisted,
  "award-nomination/received": received,
  "award-nomination/shortlisted": shortlisted,
  "award-nomination/withdrawn": withdrawn,
  "award-nomination/won": won,
} as const;
