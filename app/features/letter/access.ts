import type { Standing } from "~/features/challenge-record";
import { FINAL, SENT } from "./states";

/** How somebody for whom the record exists stands to its letter. */
export interface LetterStanding {
  /** As the record itself says it: team, host, coordinator or reader. Never both of team and host. */
  readonly standing: Standing;
  readonly roles: readonly string[];
  readonly state: string;
}

const has = ({ roles }: LetterStanding, ...wanted: readonly string[]) => wanted.some((role) => roles.includes(role));

/** The challengers: they write it, or filed what it rests on. */
export const isTeam = (standing: LetterStanding) => standing.standing === "team" && has(standing, "leadChallenger", "challenger");
export const isLead = (standing: LetterStanding) => isTeam(standing) && has(standing, "leadChallenger");
/** Those of the authority who check it and answer it. */
export const isHost = (standing: LetterStanding) => has(standing, "hostDcs", "hostDelegate");

/** Who reads the letter while it is written: its team, nobody else. */
export const readsDraft = (standing: LetterStanding) => isTeam(standing);

/** Who reads a version sent for checking: the team, and the director and delegate who check it. */
export const readsSent = (standing: LetterStanding) => isTeam(standing) || (isHost(standing) && SENT.includes(standing.state));

/**
 * Who reads the final letter: the team, the authority's director, delegate, chief executive and lead member,
 * and readers once the authority has released it. The region's coordinator is none of these until then.
 */
export const readsFinal = (standing: LetterStanding) => FINAL.includes(standing.state) && (isTeam(standing) || isHost(standing) || has(standing, "chiefExecutive", "leadMember", "reader"));

/** Who sees who has opened it: the authority and the lead challenger. */
export const seesReads = (standing: LetterStanding) => readsFinal(standing) && (isHost(standing) || isLead(standing));

/** Who reads the points and their answers: both sides of the check. */
export const readsPoints = (standing: LetterStanding) => SENT.includes(standing.state) && (isTeam(standing) || isHost(standing));

/** Who reads plan, progress and review: whoever reads the final letter. */
export const readsPlan = readsFinal;
