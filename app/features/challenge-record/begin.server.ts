import { POST_KINDS, type PostKind } from "~/features/people/posts";
import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import type { Actor } from "~/workflow/actor.server";
import { begin, type Party } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { addWorkingDays } from "~/workflow/working-days";
import { durationsOf } from "./durations";
import type { ActivityKind } from "./words";

export interface NewChallengeRecord {
  /** The triad session or visit: its workflow's id. */
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly cycleId: string | null;
  readonly regionId: string;
  /** The challenged authority. */
  readonly authorityId: string;
  /** ISO day. */
  readonly heldOn: string;
  /** "Kent's challenge record". */
  readonly title: string;
  readonly actor: Actor;
  /**
   * Who challenges, where it is not simply everybody on the activity: in a triad session the lead of a slot is
   * the director of one of the other members. People of the challenged authority are left out in any case.
   */
  readonly team?: { readonly leadId: string | null; readonly challengerIds: readonly string[] };
}

/**
 * The record of one challenged authority, inside the transaction in which its activity was held. The host's
 * posts have the obligations, whoever holds them; the team stands on it in person: the activity's lead and
 * challengers, but nobody who works for the challenged authority.
 */
export async function beginChallengeRecord(tx: Tx, given: NewChallengeRecord): Promise<{ id: string }> {
  const [cycle, region] = await Promise.all([
    given.cycleId === null ? null : tx.cycle.findUniqueOrThrow({ where: { id: given.cycleId }, select: { rules: true } }),
    tx.region.findUniqueOrThrow({ where: { id: given.regionId }, select: { settings: true } }),
  ]);
  const rules = durationsOf(cycle?.rules ?? region.settings);
  const parties = [...(await hostParties(tx, given)), ...(await teamParties(tx, given))];
  return begin(
    {
      machine: "challenge-record",
      regionId: given.regionId,
      authorityId: given.authorityId,
      parentId: given.activityId,
      title: given.title,
      parties,
      actor: given.actor,
      write: async (inside, id) => {
        await inside.challengeRecord.create({
          data: {
            id, kind: given.kind, activityId: given.activityId, cycleId: given.cycleId, authorityId: given.authorityId,
            heldOn: dayDate(given.heldOn), dueOn: dayDate(addWorkingDays(given.heldOn, rules.findingsWorkingDays)),
          },
          select: { id: true },
        });
      },
    },
    tx,
  );
}

async function hostParties(tx: Tx, { regionId, authorityId }: NewChallengeRecord): Promise<Party[]> {
  const posts = await tx.post.findMany({
    where: { OR: [{ authorityId }, { regionId, authorityId: null, kind: "sli-coordinator" }] },
    select: { id: true, kind: true },
    orderBy: { id: "asc" },
  });
  const of = async (role: string, kind: PostKind, needed: boolean): Promise<Party[]> => {
    const found = posts.filter((post) => post.kind === kind);
    if (found.length > 0 || !needed) return found.map((post) => ({ role, postId: post.id }));
    // A post that must act exists even while it is vacant.
    const made = await tx.post.create({ data: { kind, title: POST_KINDS[kind].label, regionId, authorityId }, select: { id: true } });
    return [{ role, postId: made.id }];
  };
  return [
    ...(await of("hostDcs", "dcs", true)),
    ...(await of("hostDelegate", "dcs-delegate", false)),
    ...(await of("chiefExecutive", "chief-executive", true)),
    ...(await of("leadMember", "lead-member", true)),
    ...(await of("coordinator", "sli-coordinator", false)),
  ];
}

async function teamParties(tx: Tx, given: NewChallengeRecord): Promise<Party[]> {
  const { leadIds, challengerIds } = given.team
    ? { leadIds: given.team.leadId ? [given.team.leadId] : [], challengerIds: given.team.challengerIds }
    : await teamOfActivity(tx, given.activityId);
  const own = await tx.holding.findMany({
    where: { personId: { in: [...leadIds, ...challengerIds] }, from: { lte: now() }, OR: [{ to: null }, { to: { gt: now() } }], post: { authorityId: given.authorityId } },
    select: { personId: true },
  });
  const barred = new Set(own.map((holding) => holding.personId));
  const leads = [...new Set(leadIds)].filter((id) => !barred.has(id));
  const others = [...new Set(challengerIds)].filter((id) => !barred.has(id) && !leads.includes(id));
  return [...leads.map((personId) => ({ role: "leadChallenger", personId })), ...others.map((personId) => ({ role: "challenger", personId }))];
}

async function teamOfActivity(tx: Tx, activityId: string): Promise<{ leadIds: string[]; challengerIds: string[] }> {
  const parties = await tx.workflowParty.findMany({
    where: { workflowId: activityId, role: { in: ["leadChallenger", "challenger"] }, to: null, personId: { not: null } },
    select: { role: true, personId: true },
    orderBy: { id: "asc" },
  });
  const of = (role: string) => parties.flatMap((party) => (party.role === role && party.personId ? [party.personId] : []));
  return { leadIds: of("leadChallenger"), challengerIds: of("challenger") };
}
