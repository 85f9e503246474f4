import { performing } from "~/features/step/acts";
import type { FireResult } from "~/workflow/fire.server";
import type { Act } from "./acting.server";
import { closePoll } from "./polls.server";
import { cancelSession, closeTriad, confirmSession, holdSession, postponeSession, releasePacks, remindAsked, waiveSelfAssessment } from "./session.server";

/** Everything an act's page may have asked for. */
export interface Performed extends Act {
  readonly reason: string;
  readonly authorityId: string;
  readonly present: readonly string[];
}

export const perform = performing<Performed, FireResult>({
  "poll.close": closePoll,
  "session.confirm": confirmSession,
  "packs.release": releasePacks,
  "waiver.give": waiveSelfAssessment,
  "reminder.send": remindAsked,
  "session.postpone": postponeSession,
  "session.cancel": cancelSession,
  "session.hold": holdSession,
  "session.close": closeTriad,
});
