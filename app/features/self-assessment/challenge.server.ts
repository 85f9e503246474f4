import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import { heldNow } from "./people.server";

/** In a session: its challengers, and deputies, who come in a director's place. */
const AT_A_SESSION: readonly string[] = ["leadChallenger", "challenger", "deputy"];
const ON_A_TEAM: readonly string[] = ["leadChallenger", "challenger"];

/** From the release of the pack until the session is closed. */
const PACK_IS_OUT: readonly string[] = ["packsReleased", "held", "agreed"];
/** From the confirmed team until the letter is final. */
const VISIT_IS_ON: readonly string[] = ["awaitingArrangements", "awaitingPositionStatement", "awaitingVisit", "onSite", "awaitingLetter"];
/** Readers of its report at a validation event, from when they are named until the outcome is published. */
const READ_IT: readonly string[] = ["leadScrutineer", "scrutineer", "readerDelegate"];
const IS_READ: readonly string[] = ["reading", "awaitingReader", "awaitingReply", "replied", "unanswered", "agreed", "disputed"];
/** The letter still leans on the document, whatever has become of the session. */
const LETTER_IS_WRITTEN: readonly string[] = ["filingFindings", "draftingLetter", "awaitingAccuracyCheck", "answeringPoints", "finalisingLetter"];

type PartyIs = (roles: readonly string[]) => Prisma.WorkflowPartyWhereInput;

const activity = (partyIs: PartyIs, roles: readonly string[], states: readonly string[]): Prisma.WorkflowWhereInput => ({
  OR: [
    { state: { in: [...states] }, parties: { some: partyIs(roles) } },
    { recordsOfActivity: { some: { workflow: { state: { in: [...LETTER_IS_WRITTEN] }, parties: { some: partyIs(ON_A_TEAM) } } } } },
  ],
});

/**
 * Self-assessments whose authority is being challenged, in a triad or by a visit that comes from the
 * document, or scrutinised at a validation event, with such a party on the team. It follows the team and the session as they stand: nothing is
 * written down that could outlive them.
 */
export function inChallenge(partyIs: PartyIs): Pick<Prisma.SelfAssessmentWhereInput, "OR"> {
  return {
    OR: [
      { triadMembers: { some: { leftAt: null, triad: { workflow: activity(partyIs, AT_A_SESSION, PACK_IS_OUT) } } } },
      { visits: { some: { workflow: activity(partyIs, ON_A_TEAM, VISIT_IS_ON) } } },
      { validations: { some: { workflow: { state: { in: [...IS_READ] }, parties: { some: partyIs(READ_IT) } } } } },
    ],
  };
}

const roleWords: Readonly<Record<string, string>> = { leadChallenger: "leads the challenge", leadScrutineer: "leads its reading", scrutineer: "reads it", readerDelegate: "is the delegate of a director who reads it", challenger: "is a challenger", deputy: "comes in a director’s place" };

export interface Challenging {
  readonly who: string;
  readonly why: string;
}

/** Everybody who reads a document because they challenge its authority now. */
export async function challengersOf(id: string): Promise<readonly Challenging[]> {
  const [triads, visits] = await Promise.all([
    db.triad.findMany({ where: { members: { some: { leftAt: null, selfAssessment: { id } } } }, select: { id: true } }),
    db.visit.findMany({ where: { selfAssessmentId: id }, select: { id: true } }),
  ]);
  const ids = [...triads, ...visits].map((one) => one.id);
  const parties = await db.workflowParty.findMany({
    where: {
      to: null, personId: { not: null },
      OR: [
        { workflowId: { in: triads.map((one) => one.id) }, role: { in: [...AT_A_SESSION] }, workflow: { state: { in: [...PACK_IS_OUT] } } },
        { workflowId: { in: visits.map((one) => one.id) }, role: { in: [...ON_A_TEAM] }, workflow: { state: { in: [...VISIT_IS_ON] } } },
        { role: { in: [...ON_A_TEAM] }, workflow: { state: { in: [...LETTER_IS_WRITTEN] }, challengeRecord: { activityId: { in: ids } } } },
      ],
    },
    orderBy: { person: { name: "asc" } },
    select: { role: true, person: { select: { id: true, name: true } }, workflow: { select: { title: true } } },
  });
  const people = new Map(parties.map((party) => [`${party.person?.id ?? ""}`, party]));
  const readers = await db.workflowParty.findMany({
    where: { to: null, role: { in: [...READ_IT] }, workflow: { state: { in: [...IS_READ] }, validation: { selfAssessmentId: id } } },
    orderBy: { post: { authority: { name: "asc" } } },
    select: { role: true, person: { select: { name: true } }, post: { select: { title: true, authority: { select: { name: true } }, holdings: { where: heldNow(), select: { person: { select: { name: true } } } } } }, workflow: { select: { title: true } } },
  });
  const seated = ({ person, post }: (typeof readers)[number]) => (post ? `${post.holdings[0]?.person.name ?? "Nobody at present"}, ${post.title}, ${post.authority?.name ?? ""}` : (person?.name ?? ""));
  return [
    ...[...people.values()].map(({ role, person, workflow }) => ({ who: person?.name ?? "", why: `${roleWords[role] ?? "takes part"}: ${workflow.title}` })),
    ...readers.map((one) => ({ who: seated(one), why: `${roleWords[one.role] ?? "takes part"}: ${one.workflow.title}` })),
  ];
}
