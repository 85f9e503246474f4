import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const outcomeOf = outcomes({ conflict: movedOn("the nomination"), stale: ["no-such-step", "no-such-record"], words: refusalWords });

/** Which field of the form a refusal belongs to. */
export const fieldOf: Readonly<Record<string, string>> = {
  "nominated-already": "email", "wrong-name": "name", "own-manager": "managerEmail", "own-sponsor": "email", "choose-authority": "authorityId", "not-of-your-authority": "authorityId", "no-director": "service", withinQuota: "service", hasReason: "reason",
};
