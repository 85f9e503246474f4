import { kloesOf } from "~/features/kloe";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import type { FindingView } from "./findings";
import { allFindings } from "./findings-list.server";
import { headOf, type Head } from "./queries.server";
import { themesOf } from "./rules.server";

export interface FindingPage {
  readonly head: Head;
  readonly finding: FindingView;
  readonly me: string;
  /** Whether this person may change it now: its author or the lead, while findings are filed, and not taken out. */
  readonly writable: boolean;
  readonly mayChange: boolean;
  readonly themes: readonly string[];
  readonly kloes: readonly { readonly id: string; readonly number: number; readonly text: string }[];
}

/** One finding with what its page needs, or null: for the team of the record only. */
export async function findingFor(actor: SignedIn, recordId: string | undefined, findingId: string | undefined): Promise<FindingPage | null> {
  const head = await headOf(actor, recordId);
  if (head?.standing !== "team" || !isUuid(findingId)) return null;
  const [findings, themes, kloes] = await Promise.all([allFindings(head.id), themesOf(head.id), kloesOf(head.activity.id, head.authority.id)]);
  const finding = findings.find((one) => one.id === findingId);
  if (!finding) return null;
  const mayChange = finding.author.id === actor.personId || head.roles.includes("leadChallenger");
  return { head, finding, me: actor.personId, mayChange, writable: mayChange && head.state === "filingFindings" && finding.removedAt === null, themes, kloes: kloes.filter((line) => line.shared) };
}
