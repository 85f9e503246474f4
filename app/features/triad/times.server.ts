import { z } from "zod";

import { Prisma } from "~/platform/prisma-client/client";
import { Refusal } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { act, type Act } from "./acting.server";
import { agendaOf, withTimes, wrongWithTimes, type AgendaItem, type SetTime } from "./agenda";

const setTimes = z.array(z.object({ words: z.string(), from: z.string(), to: z.string() }));

/** What an agenda is made from. `agenda` is the row's own column: times set by hand, or null. */
export interface DayToPlan {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly withChallengers: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly agenda: unknown;
}

/** The agenda of a day as everybody reads it: page, pack and day page. */
export function plannedAgenda(day: DayToPlan): readonly AgendaItem[] {
  const set = setTimes.safeParse(day.agenda);
  const generated = agendaOf(day);
  return set.success ? withTimes(generated, set.data) : generated;
}

/**
 * Sets the times of the agenda, one pair for each of its parts, in order. Everybody in the session is told.
 * Refused: "agenda-changed" (the parts are others by now), or with the reason and the part, from 0:
 * "overlaps 2", "ends-before-it-begins 0", "outside-the-day 4".
 */
export function changeTimes(given: Act & { readonly times: readonly SetTime[] }): Promise<FireResult> {
  const { triadId, times } = given;
  return act(given, "agenda.change", {
    write: async (tx) => {
      const day = await dayOf(tx, triadId);
      const generated = agendaOf(day);
      if (times.length !== generated.length || times.some((one, index) => one.words !== generated[index]?.words)) throw new Refusal("agenda-changed");
      const wrong = wrongWithTimes(times, day);
      if (wrong) throw new Refusal(`${wrong.reason} ${wrong.index}`);
      await tx.triad.update({ where: { id: triadId }, data: { agenda: times.map(({ words, from, to }) => ({ words, from, to })), agendaRevision: { increment: 1 } }, select: { id: true } });
    },
  });
}

/** The agenda is generated again: the session has other times than those it was set for. */
export const generatedAgain = { agenda: Prisma.DbNull } as const;

async function dayOf(tx: Tx, triadId: string): Promise<DayToPlan> {
  const triad = await tx.triad.findUniqueOrThrow({
    where: { id: triadId },
    select: {
      startsAt: true, endsAt: true, agenda: true,
      members: { where: { leftAt: null }, select: { authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } },
      workflow: { select: { parties: { where: { role: { in: ["leadChallenger", "challenger"] }, to: null }, select: { id: true } } } },
    },
  });
  return { startsAt: triad.startsAt, endsAt: triad.endsAt, agenda: triad.agenda, members: triad.members.map((member) => member.authority), withChallengers: triad.workflow.parties.length > 0 };
}
