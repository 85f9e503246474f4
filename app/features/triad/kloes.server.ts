import { setKloes, shareKloes } from "~/features/kloe";
import { db } from "~/platform/db.server";
import { Refusal, orRefusal } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { act, type Act } from "./acting.server";
import { askFor } from "./asked.server";
import { triadRulesOf } from "./rules.server";
import { speakFor } from "./speaking.server";

export interface LinesOfEnquiry extends Act {
  readonly authorityId: string;
  readonly texts: readonly string[];
}

async function atMostOf(triadId: string): Promise<number> {
  const { cycle } = await db.triad.findUniqueOrThrow({ where: { id: triadId }, select: { cycle: { select: { rules: true } } } });
  return triadRulesOf(cycle.rules).kloesAtMost;
}

/** Keeps an authority's lines as a draft that only it reads. Refused as `setKloes` does, or "not-your-role". */
export async function keepKloes({ triadId, authorityId, texts, actor }: LinesOfEnquiry): Promise<{ kind: "saved" } | { kind: "refused"; reason: string }> {
  return orRefusal(async () => {
    await speakFor(triadId, authorityId, actor);
    const atMost = await atMostOf(triadId);
    return inTransaction(async (tx) => {
      const set = await setKloes(tx, { activityId: triadId, authorityId, texts, atMost });
      return set.kind === "saved" ? ({ kind: "saved" } as const) : undo(set);
    });
  });
}

/** Shares an authority's lines with everybody in the session. Shared again after a change, everybody is told again. */
export async function shareLines(given: LinesOfEnquiry): Promise<FireResult> {
  const { triadId, authorityId, texts, actor } = given;
  return orRefusal(async () => {
    const speaker = await speakFor(triadId, authorityId, actor);
    const atMost = await atMostOf(triadId);
    return act(given, "kloes.share", {
      payload: { authority: authorityId, who: speaker.name },
      write: async (tx) => {
        const set = await setKloes(tx, { activityId: triadId, authorityId, texts, atMost, afterSharing: true });
        if (set.kind === "refused") throw new Refusal(set.reason);
        await shareKloes(tx, { activityId: triadId, authorityId });
        await askFor(tx, triadId, "kloes");
      },
    });
  });
}
