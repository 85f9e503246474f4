import { coordinates } from "~/features/nomination";
import { now } from "~/platform/clock.server";
import { act, orRefusal, Refusal, type Acting, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { inTransaction } from "~/workflow/transaction.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";

/** Working days for an answer. */
const ANSWER_WITHIN = 10;

/** Asks somebody who completed a programme of the region whether they would teach. Who said no can be asked again. The same press asks once. */
export function askToTeach({ regionId, personId, actor, requestKey }: { readonly regionId: string; readonly personId: string; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<{ readonly kind: "asked"; readonly id: string } | Refused> {
  return orRefusal(() =>
    inTransaction(async (tx) => {
      if (!(await coordinates(tx, actor, regionId))) throw new Refusal("not-your-role");
      const alumnus = await tx.nomination.findFirst({ where: { personId, person: { leftAt: null }, cohort: { regionId }, workflow: { state: "completed" } }, select: { person: { select: { name: true } } } });
      if (!alumnus) throw new Refusal("not-an-alumnus");
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`tutoring ${regionId} ${personId}`}, 0))`;
      const known = await tx.tutoring.findUnique({ where: { regionId_personId: { regionId, personId } }, select: { id: true } });
      if ((await tx.tutor.count({ where: { regionId, personId } })) > 0) throw new Refusal("teaches-already");
      const answerBy = new Date(`${addWorkingDays(dayOf(now()), ANSWER_WITHIN)}T00:00:00Z`);
      const id = known?.id ?? uuidv7();
      if (!known) {
        const posts = await tx.post.findMany({ where: { regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } });
        await begin(
          {
            id, machine: "tutoring", regionId, title: `${alumnus.person.name} as a tutor`, actor, parties: [{ role: "person", personId }, ...posts.map((post) => ({ role: "coordinator", postId: post.id }))],
            write: async (inner) => void (await inner.tutoring.create({ data: { id, regionId, personId, answerBy }, select: { id: true } })),
          },
          tx,
        );
      }
      const result = await fireWithin(tx, {
        workflowId: id, event: "tutor.ask", actor, requestKey,
        write: async (inner) => void (await inner.tutoring.update({ where: { id }, data: { answerBy }, select: { id: true } })),
      });
      if (result.kind === "refused") throw new Refusal(result.reason);
      return { kind: "asked" as const, id };
    }),
  );
}

export interface Act extends Acting {
  readonly tutoringId: string;
}

/** Says yes: from then on they can be put on a day. */
export function agreeToTeach({ tutoringId, ...given }: Act): Promise<FireResult> {
  return act(tutoringId, given, "tutor.agree", {
    write: async (tx) => {
      const { regionId, personId } = await tx.tutoring.findUniqueOrThrow({ where: { id: tutoringId }, select: { regionId: true, personId: true } });
      await tx.tutor.createMany({ data: [{ regionId, personId, about: "", since: now() }], skipDuplicates: true });
    },
  });
}

export function declineToTeach({ tutoringId, ...given }: Act): Promise<FireResult> {
  return act(tutoringId, given, "tutor.decline");
}
