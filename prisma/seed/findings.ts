import { beginFinding, fileFinding, finishFindings, removeFinding, saveFinding, type FindingKind, type FindingMeta } from "~/features/challenge-record";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";

/** Something a challenger could have found, with what is beside it. */
interface Sentence {
  readonly kind: FindingKind;
  readonly theme: string;
  readonly evidence: FindingMeta["evidence"];
  readonly text: string;
}

const say = (kind: FindingKind, theme: string, evidence: FindingMeta["evidence"], text: string): Sentence => ({ kind, theme, evidence, text });

/** Invented, about practice and never about anybody. Each record takes a stretch of each list. */
const strengths: readonly Sentence[] = [
  say("strength", "leadership", ["interview", "observation"], "The director and assistant directors are known to practitioners by name and by what they ask. Teams told us that difficult messages travel upwards as quickly as good ones."),
  say("strength", "workforce", ["data", "interview"], "Turnover of social workers has fallen for four quarters in a row. Newly qualified staff described protected caseloads that were in fact protected."),
  say("strength", "front door", ["data", "observation"], "Decisions at the front door are made within a working day, and partners sit in the same room. Thresholds were explained to us in the same words by the police and by schools."),
  say("strength", "quality assurance", ["document"], "Audits are done together with the practitioner, and the learning goes back to the team within two weeks. Grades have become stricter while practice has become better, which is a good sign of honesty."),
  say("strength", "children in care", ["interview", "document"], "Life-story work begins early and is kept up. The children in care council has changed three decisions this year and could tell us which."),
  say("strength", "early help", ["data", "interview"], "Family hubs reach the wards where need is greatest, and the data shows fewer families stepping up to statutory work from there."),
  say("strength", "care leavers", ["interview"], "Personal advisers keep in touch beyond twenty-one where it is wanted. The local offer is on one page that care leavers wrote themselves."),
  say("strength", "SEND", ["document", "data"], "Plans issued within twenty weeks have risen by a third since the last round, and the annual reviews we read were specific."),
];
const areas: readonly Sentence[] = [
  say("area", "workforce", ["document", "interview"], "Supervision is regular but not always reflective: half of the records we sampled list tasks and do not say what was thought about. Consider a shorter template with one question on impact."),
  say("area", "assessment and planning", ["document"], "Plans describe services rather than the change that is wanted. Practitioners could say it better than they had written it; consider peer review of plans before they are signed."),
  say("area", "data and performance", ["data", "interview"], "Managers see their figures monthly, and many teams keep their own lists beside them. Consider whether the daily report could be trusted enough to give the lists up."),
  say("area", "front door", ["observation", "data"], "Repeat referrals within a year are higher for one locality than for others, and nobody could tell us why. Consider a short audit of thirty of them with partners."),
  say("area", "children in care", ["data"], "Placements more than twenty miles away have grown with the number of unaccompanied young people. Consider what the sufficiency strategy says about them, which is little."),
  say("area", "safeguarding partnership", ["interview"], "Health partners are less sure of their part in strategy meetings out of hours. Consider a joint exercise before the summer."),
  say("area", "quality assurance", ["document"], "Audits find, but do not always lead: of the actions from last autumn a third had no owner when we asked. Consider closing an audit only when its action is closed."),
  say("area", "care leavers", ["interview", "data"], "The number of care leavers in education, employment or training is below similar authorities, and apprenticeships within the council are few. Consider a target for the council itself."),
];
const others: readonly Sentence[] = [
  say("recommendation", "workforce", ["interview"], "Let two teams try the one-question supervision record for a term, and compare."),
  say("goodPractice", "quality assurance", ["document"], "We close an audit with the family’s own view of what changed, gathered by somebody outside the team. We can share the two-page guide and come to a team meeting."),
  say("recommendation", "data and performance", ["data"], "Choose five measures that every team looks at on Mondays, and drop the others for a quarter."),
  say("goodPractice", "front door", ["observation"], "Our consultation line for schools has halved referrals that lead nowhere. You are welcome to sit in for a morning."),
];

export interface FindingsTold {
  /** The name under which the record's moments are told in order. */
  readonly of: string;
  readonly calendar: Calendar;
  /** The working day of the challenge. */
  readonly heldOn: number;
  /** Which sentences: another number, other findings. */
  readonly variant: number;
  /** "filing": on the way, with drafts; "filed": nothing is left to file; "finished": the lead has said so. */
  readonly upTo: "filing" | "filed" | "finished";
  /** The record's id, once its activity was held. */
  readonly recordId: () => Promise<string>;
}

/** The record that an authority has in a round, for `recordId`. */
export async function recordOf(cycleId: string, authorityId: string): Promise<string> {
  return (await db.challengeRecord.findFirstOrThrow({ where: { cycleId, authorityId }, select: { id: true } })).id;
}

/** What a team files after a challenge: some on the day, the rest within the week, one thought better of; then the lead finishes. */
export function findingsStory({ of, calendar, heldOn, variant, upTo, recordId }: FindingsTold): Moment[] {
  const pick = (list: readonly Sentence[], count: number) => Array.from({ length: count }, (_, index) => list[(variant * 3 + index) % list.length] as Sentence);
  const sentences = [...pick(strengths, 3), ...pick(areas, 3), ...pick(others, 2)];
  const half = Math.ceil(sentences.length / 2);
  const moments: Moment[] = [
    { of, at: calendar.moment(heldOn, 16, variant % 50), act: async () => file(await recordId(), sentences.slice(0, half), 0) },
    { of, at: calendar.moment(heldOn + 1, 11, variant % 50), act: async () => void (await (upTo === "filing" ? draft : file)(await recordId(), sentences.slice(half), 1)) },
  ];
  if (upTo === "filing") return moments;
  moments.push({ of, at: calendar.moment(heldOn + 2, 9, variant % 50), act: async () => thinkBetterOf(await recordId()) });
  if (upTo === "filed") return moments;
  return [
    ...moments,
    {
      of, at: calendar.moment(heldOn + 3, 15, variant % 50),
      act: async () => {
        const id = await recordId();
        const result = await finishFindings({ recordId: id, actor: await leadOf(id) });
        if (result.kind !== "moved") throw new Error(`the findings could not be finished: ${JSON.stringify(result)}`);
      },
    },
  ];
}

/** Those of the team who are still in post: a late finding may come after somebody left. */
async function teamOf(recordId: string): Promise<readonly Actor[]> {
  const parties = await db.workflowParty.findMany({ where: { workflowId: recordId, role: { in: ["leadChallenger", "challenger"] }, to: null, person: { OR: [{ leftAt: null }, { leftAt: { gt: now() } }] } }, orderBy: [{ role: "asc" }, { id: "asc" }], select: { personId: true } });
  return parties.flatMap(({ personId }): Actor[] => (personId ? [{ kind: "person", personId, channel: "demo" }] : []));
}

async function leadOf(recordId: string): Promise<Actor> {
  const { personId } = await db.workflowParty.findFirstOrThrow({ where: { workflowId: recordId, role: "leadChallenger", to: null }, select: { personId: true } });
  return { kind: "person", personId: personId ?? "", channel: "demo" };
}

async function draft(recordId: string, sentences: readonly Sentence[], turn: number): Promise<readonly { readonly findingId: string; readonly actor: Actor }[]> {
  const team = await teamOf(recordId);
  const { activityId, authorityId } = await db.challengeRecord.findUniqueOrThrow({ where: { id: recordId }, select: { activityId: true, authorityId: true } });
  const kloes = await db.kloe.findMany({ where: { activityId, authorityId, sharedAt: { not: null } }, orderBy: { number: "asc" }, select: { id: true } });
  const made: { findingId: string; actor: Actor }[] = [];
  for (const [index, { text, ...meta }] of sentences.entries()) {
    const actor = team[(index + turn) % team.length];
    if (!actor) throw new Error("the record has no team");
    const begun = await beginFinding({ recordId, kind: meta.kind, actor });
    if (begun.kind !== "made") throw new Error(begun.reason);
    const was: FindingMeta = { kind: meta.kind, theme: "", evidence: [], kloeId: null, noNames: false };
    const kloeId = index % 2 === 0 ? (kloes[index % Math.max(1, kloes.length)]?.id ?? null) : null;
    const saved = await saveFinding({ recordId, findingId: begun.id, actor, text, textRevision: 0, was, meta: { ...meta, kloeId, noNames: true } });
    if (saved.kind !== "saved") throw new Error(`a finding could not be saved: ${JSON.stringify(saved)}`);
    made.push({ findingId: begun.id, actor });
  }
  return made;
}

async function file(recordId: string, sentences: readonly Sentence[], turn: number): Promise<void> {
  for (const { findingId, actor } of await draft(recordId, sentences, turn)) {
    const filed = await fileFinding({ recordId, findingId, actor });
    if (filed.kind !== "moved") throw new Error(`a finding could not be filed: ${JSON.stringify(filed)}`);
  }
}

/** The lead writes into somebody's draft while its author goes on typing: both versions are kept, and wait for one of them. */
export async function typedAtOnce(recordId: string): Promise<void> {
  const lead = await leadOf(recordId);
  const finding = await db.finding.findFirstOrThrow({ where: { recordId, filedAt: null, removedAt: null }, orderBy: { createdAt: "asc" }, select: { id: true, kind: true, theme: true, evidence: true, kloeId: true, noNames: true } });
  const { value, revision } = await db.keptText.findFirstOrThrow({ where: { workflowId: recordId, key: `finding:${finding.id}` }, select: { value: true, revision: true } });
  const meta = { ...finding, kind: finding.kind as FindingKind, evidence: finding.evidence as FindingMeta["evidence"] };
  const save = (text: string) => saveFinding({ recordId, findingId: finding.id, actor: lead, text, textRevision: revision, was: meta, meta });
  const [first, second] = [await save(`${value} We heard this in three of four teams.`), await save(`${value} Two teams said otherwise.`)];
  if (first.kind !== "saved" || second.kind !== "conflict") throw new Error(`two versions were to be kept: ${first.kind}, ${second.kind}`);
}

/** Somebody takes the last recommendation out again: it said the same as an area. */
async function thinkBetterOf(recordId: string): Promise<void> {
  const finding = await db.finding.findFirst({ where: { recordId, kind: "recommendation", removedAt: null }, orderBy: { createdAt: "desc" }, select: { id: true } });
  if (finding) await removeFinding({ recordId, findingId: finding.id, actor: await leadOf(recordId) });
}
