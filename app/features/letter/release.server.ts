import { type Act, takeStep } from "~/features/challenge-record";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { addParty, endParty } from "~/workflow/parties.server";
import { aboutRecord } from "./about.server";
import { LONGEST_WORDING, type ReleaseScope } from "./content";
import { findingsTold } from "./findings.server";
import { givesAway } from "./wording";

/** The region's own posts that read a released letter. Never those of another authority: other groups do not see it. */
const READING_POSTS = ["sli-coordinator", "regional-chair"];

/** The host says who outside may read the final letter. The newest word counts, and widening or narrowing it is the same act. */
export function releaseLetter(given: Act & { readonly scope: ReleaseScope }): Promise<FireResult> {
  return takeStep(given, "letter.release", {
    payload: { scope: given.scope },
    write: async (tx) => {
      await tx.letterRelease.create({ data: { recordId: given.recordId, scope: given.scope, byId: personOf(given.actor), at: now() }, select: { id: true } });
      const { regionId } = await aboutRecord(tx, given.recordId);
      const posts = await tx.post.findMany({ where: { regionId, authorityId: null, kind: { in: READING_POSTS } }, select: { id: true } });
      for (const { id } of posts) {
        if (given.scope === "region") await addParty(tx, given.recordId, { role: "reader", postId: id });
        else await endParty(tx, given.recordId, { role: "reader", postId: id });
      }
    },
  });
}

export interface ReleaseShown {
  readonly scope: ReleaseScope;
  readonly by: string;
  readonly at: Date;
}

/** The host's newest word, or null before any: then the region counts findings and reads nothing. */
export async function releaseOf(recordId: string): Promise<ReleaseShown | null> {
  const row = await db.letterRelease.findFirst({ where: { recordId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  if (!row) return null;
  const person = await db.person.findUnique({ where: { id: row.byId }, select: { name: true } });
  return { scope: row.scope as ReleaseScope, by: person?.name ?? "", at: row.at };
}

/**
 * The host lets the region read some findings in words of its own choosing, without its name. What is not
 * among `wordings` is taken back. Refused: "no-such-finding", "empty", "too-long", "names-authority", "child-data".
 */
export function approveWordings(given: Act & { readonly wordings: readonly { readonly findingId: string; readonly text: string }[] }): Promise<FireResult> {
  return takeStep(given, "wording.approve", {
    payload: { wordings: given.wordings.length },
    write: async (tx) => {
      const personId = personOf(given.actor);
      const { authority } = await aboutRecord(tx, given.recordId);
      const findings = new Map((await findingsTold(given.recordId, tx)).map((finding) => [finding.id, finding]));
      const standing = await tx.themeWording.findMany({ where: { recordId: given.recordId, withdrawnAt: null }, select: { id: true, findingId: true, text: true } });
      const wanted = new Map(given.wordings.map(({ findingId, text }) => [findingId, text.trim()]));
      for (const [findingId, text] of wanted) {
        const finding = findings.get(findingId);
        if (!finding) throw new Refusal("no-such-finding");
        if (text === "") throw new Refusal("empty");
        if (text.length > LONGEST_WORDING) throw new Refusal("too-long");
        const away = givesAway(text, authority.name);
        if (away) throw new Refusal(away);
      }
      const unchanged = standing.filter(({ findingId, text }) => wanted.get(findingId) === text);
      await tx.themeWording.updateMany({ where: { recordId: given.recordId, withdrawnAt: null, id: { notIn: unchanged.map(({ id }) => id) } }, data: { withdrawnAt: now() } });
      await tx.themeWording.createMany({
        data: [...wanted].filter(([findingId]) => !unchanged.some((one) => one.findingId === findingId)).flatMap(([findingId, text]) => {
          const finding = findings.get(findingId);
          return finding ? [{ recordId: given.recordId, findingId, kind: finding.kind, theme: finding.theme, text, approvedBy: personId, approvedAt: now() }] : [];
        }),
      });
    },
  });
}

/** The wordings that stand, by finding. */
export async function wordingsOf(recordId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await db.themeWording.findMany({ where: { recordId, withdrawnAt: null }, select: { findingId: true, text: true } });
  return Object.fromEntries(rows.map((row) => [row.findingId, row.text]));
}
