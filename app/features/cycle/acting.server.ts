import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";

import type { Press } from "./acts";
import { beginChallenge, beginSynthesis, cancelRound, closeRound, closeSubmissions, recordDecisions, reopenSubmissions } from "./steps.server";
import type { SimpleStep } from "./words";

/** Takes one of the steps that want nothing but, at most, a reason. */
export function takeStep(step: SimpleStep, cycleId: string, reason: string, actor: Actor, press: Press): Promise<FireResult> {
  switch (step) {
    case "submissions.close":
      return closeSubmissions(cycleId, actor, press);
    case "submissions.reopen":
      return reopenSubmissions(cycleId, reason, actor, press);
    case "challenge.begin":
      return beginChallenge(cycleId, actor, press);
    case "synthesis.begin":
      return beginSynthesis(cycleId, actor, press);
    case "decisions.record":
      return recordDecisions(cycleId, actor, press);
    case "round.close":
      return closeRound(cycleId, actor, press);
    case "round.cancel":
      return cancelRound(cycleId, reason, actor, press);
  }
}
