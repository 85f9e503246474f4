import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import { Refusal, orRefusal, personOf } from "~/workflow/acting.server";
import { system, type Actor } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { act, type Act } from "./acting.server";
import { askFor, owingOf } from "./asked.server";
import { dayRulesOf } from "./day-rules.server";
import { whyNotOn } from "./days";
import { triadRulesOf } from "./rules.server";
import { speakFor } from "./speaking.server";

export const ANSWERS = ["yes", "ifNeedBe", "no"] as const;
export type Answer = (typeof ANSWERS)[number];

export interface Offer {
  /** One group, or all that wait: all or none get the dates. */
  readonly triadIds: readonly string[];
  readonly days: readonly string[];
  /** ISO day; the region's setting from today when left out. */
  readonly closesOn?: string | undefined;
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

export type Offered = { readonly kind: "offered"; readonly told: number } | { readonly kind: "repeated" } | { readonly kind: "conflict" } | { readonly kind: "refused"; readonly reason: string; readonly day?: string };

/** More days than anybody answers on a phone. */
const MOST_DAYS = 20;

/**
 * Opens a poll: each day offered is a working day of the challenge, before the summit, blocked by
 * nothing. Refused with the reason's name and the day it is about; days offered earlier are then history.
 */
export function offerDates(offer: Offer): Promise<Offered> {
  const days = [...new Set(offer.days)].sort();
  return inTransaction(async (tx): Promise<Offered> => {
    let told = 0;
    let repeated = 0;
    for (const triadId of [...offer.triadIds].sort()) {
      const single = offer.triadIds.length === 1 ? offer.expectedRevision : undefined;
      const result = await fireWithin(tx, { workflowId: triadId, event: "dates.offer", actor: offer.actor, requestKey: offer.requestKey, expectedRevision: single, write: (inside) => openPoll(inside, triadId, days, offer.closesOn) });
      if (result.kind === "refused") throw new Refusal(result.reason);
      if (result.kind === "conflict") throw new Refusal("conflict");
      if (result.kind === "moved") told += result.told;
      else repeated += 1;
    }
    return repeated > 0 && told === 0 ? { kind: "repeated" } : { kind: "offered", told };
  }).catch((error: unknown): Offered => {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "conflict") return { kind: "conflict" };
    const [reason = "", day] = error.reason.split(" ");
    return { kind: "refused", reason, ...(day ? { day } : {}) };
  });
}

async function openPoll(tx: Tx, triadId: string, days: readonly string[], asked: string | undefined): Promise<void> {
  const triad = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { cycleId: true, poll: true, cycle: { select: { rules: true } } } });
  if (days.length === 0) throw new Refusal("no-days");
  if (days.length > MOST_DAYS) throw new Refusal("too-many-days");
  const rules = await dayRulesOf(tx, triad.cycleId);
  for (const day of days) {
    const reason = whyNotOn(day, rules);
    if (reason) throw new Refusal(`${reason} ${day}`);
  }
  const usual = addWorkingDays(rules.today, triadRulesOf(triad.cycle.rules).pollWorkingDays);
  const first = days[0] ?? "";
  // A poll that closed after the first day offered would ask about a day gone by.
  const closesOn = asked ?? (usual < first ? usual : addWorkingDays(first, -1));
  if (closesOn < rules.today || closesOn >= first) throw new Refusal("closes-too-late");
  const poll = triad.poll + 1;
  await tx.triad.update({
    where: { id: triadId },
    data: { poll, pollClosesOn: dayDate(closesOn), sessionOn: null, confirmedAt: null, attendanceDueOn: null },
    select: { id: true },
  });
  await tx.triadMember.updateMany({ where: { triadId }, data: { confirmedAt: null, confirmedBy: null, cannotReason: null } });
  await tx.dateOption.createMany({ data: days.map((day) => ({ triadId, poll, day: dayDate(day) })) });
  await askFor(tx, triadId, "answers");
}

export interface Answers extends Act {
  readonly authorityId: string;
  /** By option id: every day of the poll has one. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Where the authority would host, or empty. */
  readonly venue: string;
}

/**
 * An authority's answers to every day of the poll, by its director or a delegate. Given again they
 * replace the earlier ones. The last authority's answers close the poll in the same transaction.
 */
export async function answerDates(given: Answers): Promise<FireResult> {
  const { triadId, authorityId, actor } = given;
  const venue = given.venue.trim();
  return orRefusal(async () => {
    const speaker = await speakFor(triadId, authorityId, actor);
    return act(given, "answers.give", {
      payload: { authority: authorityId, who: speaker.name, hosts: venue !== "" },
      addressees: { postIds: speaker.directorPosts },
      write: async (tx) => {
        const byId = personOf(actor);
        const triad = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { poll: true, members: { where: { authorityId, leftAt: null } } } });
        if (triad.members.length === 0) throw new Refusal("not-your-role");
        const options = await tx.dateOption.findMany({ where: { triadId, poll: triad.poll }, select: { id: true } });
        for (const { id } of options) {
          const answer = given.answers[id];
          if (!answer) continue;
          const row = { answer, byId, at: now() };
          await tx.dateAnswer.upsert({ where: { optionId_authorityId: { optionId: id, authorityId } }, create: { optionId: id, authorityId, ...row }, update: row });
        }
        if (venue === "") await tx.venueOffer.deleteMany({ where: { triadId, authorityId } });
        else await tx.venueOffer.upsert({ where: { triadId_authorityId: { triadId, authorityId } }, create: { triadId, authorityId, venue, byId, at: now() }, update: { venue, byId, at: now() } });
        await askFor(tx, triadId, "answers");
      },
      settle: (tx) => closeWhenAllAnswered(tx, triadId),
    });
  });
}

/** The system's own closing, with the last answer: both happen or neither. */
export async function closeWhenAllAnswered(tx: Tx, triadId: string): Promise<void> {
  if ((await owingOf(tx, triadId, "answers")).length > 0) return;
  await fireWithin(tx, { workflowId: triadId, event: "poll.close", actor: system });
}

/** Closes a poll before its date, as it stands. */
export function closePoll(given: Act): Promise<FireResult> {
  return act(given, "poll.close", { write: (tx) => askFor(tx, given.triadId, "nothing") });
}

/** The day of today in London, for forms. */
export const today = (): string => dayOf(now());
