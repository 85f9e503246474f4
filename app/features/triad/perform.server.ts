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

const verbs: Readonly<Record<string, (given: Performed) => Promise<FireResult>>> = {
  "poll.close": closePoll,
  "session.confirm": confirmSession,
  "packs.release": releasePacks,
  "waiver.give": waiveSelfAssessment,
  "reminder.send": remindAsked,
  "session.postpone": postponeSession,
  "session.cancel": cancelSession,
  "session.hold": holdSession,
  "session.close": closeTriad,
};

/** Does what an act's page is for. Throws for an event without a page: a bug of the caller. */
export function perform(event: string, given: Performed): Promise<FireResult> {
  const verb = verbs[event];
  if (!verb) throw new Error(`no verb for "${event}"`);
  return verb(given);
}
