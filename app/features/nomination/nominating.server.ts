import { booksForOf, runsEventsOf } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { orRefusal, Refusal, withReason, type Refused } from "~/workflow/acting.server";
import type { SignedIn } from "~/workflow/actor.server";
import { begin, fireWithin, type Party } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { lockCohort, type Act } from "./acting.server";
import { leaveDays } from "./leaving.server";
import type { Service } from "./words";

/** Working days for which the link of the line manager lasts. */
export const LINK_DAYS = 10;

export interface Somebody {
  readonly name: string;
  readonly email: string;
}

export interface Nominee {
  readonly person: Somebody;
  readonly jobTitle: string;
  readonly authorityId: string;
  readonly service: Service;
  readonly lineManager: Somebody;
  readonly statement: string;
  readonly team: string;
}

export interface ToNominate extends Nominee {
  readonly cohortId: string;
  readonly actor: SignedIn;
  readonly requestKey?: string | undefined;
}

export type Nominated = { readonly kind: "made"; readonly id: string } | Refused;

/**
 * Nominates somebody: oneself, as their manager, or for the authority. The line manager is asked next; who
 * nominates as the line manager has approved by that. The same press nominates once.
 */
export function nominate(given: ToNominate): Promise<Nominated> {
  return orRefusal(() => inTransaction(async (tx) => ({ kind: "made" as const, id: await nominateWithin(tx, given, null) })));
}

export type TeamNominated = { readonly kind: "made"; readonly ids: readonly string[] } | (Refused & { /** Which of the members it is about. */ readonly at: number });

/** Nominates a team of one authority: everybody of it or nobody. The same press nominates once. */
export async function nominateTeam({ members, requestKey, ...given }: Omit<ToNominate, keyof Nominee> & Pick<Nominee, "authorityId" | "statement" | "team"> & { readonly members: readonly Omit<Nominee, "authorityId" | "statement" | "team">[] }): Promise<TeamNominated> {
  let at = 0;
  const result = await orRefusal(() =>
    inTransaction(async (tx) => {
      const ids: string[] = [];
      for (const [index, member] of members.entries()) {
        at = index;
        ids.push(await nominateWithin(tx, { ...given, ...member, requestKey: requestKey && `${requestKey}.${index}` }, null));
      }
      return { kind: "made" as const, ids };
    }),
  );
  return result.kind === "refused" ? { ...result, at } : result;
}

/** The authority sends somebody else for a person who cannot come: the place is kept while the new one is approved and endorsed. */
export function replaceBy({ nominationId, reason, nominee, actor, requestKey, expectedRevision }: Act & { readonly actor: SignedIn; readonly reason: string; readonly nominee: Omit<Nominee, "authorityId" | "service" | "team"> }): Promise<Nominated> {
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const was = await tx.nomination.findUnique({ where: { id: nominationId }, select: { cohortId: true, authorityId: true, service: true, team: true, personId: true } });
      if (!was) throw new Refusal("no-such-record");
      if (requestKey) {
        const known = await tx.nomination.findUnique({ where: { requestKey }, select: { id: true } });
        if (known) return { kind: "made" as const, id: known.id };
      }
      await lockCohort(tx, was.cohortId);
      const { payload, text } = withReason(reason);
      const moved = await fireWithin(tx, {
        workflowId: nominationId, event: "nomination.replace", actor, expectedRevision, payload,
        write: async (inner) => void (await inner.nomination.update({ where: { id: nominationId }, data: { reason: text }, select: { id: true } })),
      });
      if (moved.kind === "refused") throw new Refusal(moved.reason);
      if (moved.kind !== "moved") throw new Refusal("no-such-step");
      await leaveDays(tx, was.cohortId, was.personId);
      const id = await nominateWithin(tx, { ...nominee, cohortId: was.cohortId, authorityId: was.authorityId, service: was.service as Service, team: was.team, actor, requestKey }, nominationId);
      return { kind: "made" as const, id };
    }),
  );
}

async function nominateWithin(tx: Tx, { cohortId, actor, requestKey, ...nominee }: ToNominate, replacesId: string | null): Promise<string> {
  const cohort = await lockCohort(tx, cohortId);
  if (requestKey) {
    const known = await tx.nomination.findUnique({ where: { requestKey }, select: { id: true } });
    if (known) return known.id;
  }
  const { authorityId, service, jobTitle, statement, team } = nominee;
  if ((await tx.authority.count({ where: { id: authorityId, regionId: cohort.regionId } })) === 0) throw new Refusal("choose-authority");
  const personId = await personFor(tx, nominee.person);
  const managerId = await personFor(tx, nominee.lineManager);
  if (personId === managerId) throw new Refusal("own-manager");
  const coordinates = runsEventsOf(actor).includes(cohort.regionId);
  const ofTheirs = actor.holdings.some((held) => held.authorityId === authorityId);
  if (!coordinates && actor.personId !== personId && actor.personId !== managerId && !booksForOf(actor).includes(authorityId)) throw new Refusal(ofTheirs ? "not-your-role" : "not-of-your-authority");
  if ((await tx.nomination.count({ where: { cohortId, personId, active: true } })) > 0) throw new Refusal("nominated-already");
  const [sponsors, coordinators, programme] = await Promise.all([
    tx.post.findMany({ where: { authorityId, kind: service === "adult" ? "dass" : "dcs" }, select: { id: true } }),
    tx.post.findMany({ where: { regionId: cohort.regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } }),
    tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { number: true, programme: { select: { short: true } } } }),
  ]);
  if (sponsors.length === 0) throw new Refusal("no-director");
  const moment = now();
  const directors = await tx.holding.findMany({ where: { postId: { in: sponsors.map((post) => post.id) }, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { personId: true } });
  // Nobody endorses their own nomination: it would only come to light when the manager has approved.
  if (directors.length > 0 && directors.every((director) => director.personId === personId)) throw new Refusal("own-sponsor");
  const id = uuidv7();
  const parties: Party[] = [
    { role: "participant", personId }, { role: "lineManager", personId: managerId },
    ...(actor.personId === personId ? [] : [{ role: "nominator", personId: actor.personId }]),
    ...sponsors.map((post) => ({ role: "sponsor", postId: post.id })),
    ...coordinators.map((post) => ({ role: "coordinator", postId: post.id })),
  ];
  await begin(
    {
      id, machine: "nomination", regionId: cohort.regionId, authorityId, parentId: cohortId, title: `${nominee.person.name}, ${programme.programme.short} cohort ${programme.number}`, parties, actor,
      write: async (inner) => {
        await inner.nomination.create({
          data: {
            id, cohortId, personId, authorityId, service, jobTitle, statement, team, nominatorId: actor.personId, lineManagerId: managerId, replacesId, requestKey: requestKey ?? null,
            approveBy: new Date(`${addWorkingDays(dayOf(now()), LINK_DAYS)}T00:00:00Z`), createdAt: now(),
          },
          select: { id: true },
        });
      },
    },
    tx,
  );
  const sent = await fireWithin(tx, { workflowId: id, event: actor.personId === managerId ? "nomination.sendApproved" : "nomination.send", actor });
  if (sent.kind === "refused") throw new Refusal(sent.reason);
  return id;
}

/** Whoever has that email address; a new person where nobody has. */
async function personFor(tx: Tx, { name, email }: Somebody): Promise<string> {
  const address = email.trim().toLowerCase();
  const known = await tx.person.findUnique({ where: { email: address }, select: { id: true, name: true } });
  if (!known) return (await tx.person.create({ data: { id: uuidv7(), name: name.trim(), email: address, createdAt: now() }, select: { id: true } })).id;
  const same = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  if (same(known.name) !== same(name)) throw new Refusal("wrong-name");
  return known.id;
}
