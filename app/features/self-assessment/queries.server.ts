import { cycleRules, type CycleRules } from "~/features/cycle";
import { contentOf, type TemplateContent, type VersionAt } from "~/features/template";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing as ProcessStanding } from "~/workflow/reading.server";
import { endOfDay } from "~/workflow/working-days";
import { followUpSchema, type FollowUp } from "./follow-up";
import { mayReadVersion, standingOf, visibleTo, type Standing } from "./access.server";
import { BEFORE_SUBMISSION, labelOf, WRITABLE } from "./words";

/** What every page of one self-assessment begins with. */
export interface Head {
  readonly id: string;
  readonly authority: { readonly id: string; readonly name: string };
  readonly region: { readonly id: string; readonly name: string };
  readonly cycle: { readonly id: string; readonly name: string };
  /** The questions of its round. */
  readonly template: VersionAt;
  readonly rules: CycleRules;
  readonly state: string;
  readonly label: string;
  readonly revision: number;
  /** ISO day. */
  readonly dueOn: string;
  readonly late: boolean;
  readonly joinedLate: boolean;
  readonly reference: string | null;
  /** Why it stands aside, was returned or extended: for its authority and the coordinator only. */
  readonly reason: string | null;
  readonly followUpDue: string | null;
  readonly standing: Standing;
  readonly roles: readonly string[];
  readonly steps: ProcessStanding["steps"];
  readonly writable: boolean;
  /** The newest version this person may read, if there is one. */
  readonly readable: number | null;
}

const headSelect = {
  id: true,
  dueOn: true,
  joinedLateAt: true,
  reference: true,
  reason: true,
  followUpDue: true,
  versions: { select: { version: true, submittedAt: true, sharedAt: true, voidedAt: true }, orderBy: { version: "desc" } },
  authority: { select: { id: true, name: true } },
  cycle: { select: { id: true, name: true, rules: true, region: { select: { id: true, name: true } }, templateVersion: { select: { id: true, revision: true } } } },
} as const;

/** The record as this person may see it, or null: absent and forbidden are the same. */
export async function headOf(actor: SignedIn, id: string | undefined): Promise<Head | null> {
  if (!isUuid(id)) return null;
  const [record, process] = await Promise.all([
    db.selfAssessment.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: headSelect }),
    stepsOn(id, actor),
  ]);
  if (!record || !process) return null;
  const { region, ...cycle } = record.cycle;
  const standing = standingOf(actor, { authorityId: record.authority.id, regionId: region.id, state: process.state, roles: process.roles });
  const newest = record.versions.find((version) => mayReadVersion(standing, process.state, version));
  const dueOn = dayText(record.dueOn);
  const rules = cycleRules.parse(cycle.rules);
  return {
    id,
    authority: record.authority,
    region,
    cycle: { id: cycle.id, name: cycle.name },
    template: cycle.templateVersion,
    rules,
    state: process.state,
    label: process.label,
    revision: process.revision,
    dueOn,
    late: BEFORE_SUBMISSION.includes(process.state) && endOfDay(dueOn) < now(),
    joinedLate: record.joinedLateAt !== null,
    reference: record.reference,
    reason: standing === "sharedWith" ? null : record.reason,
    followUpDue: record.followUpDue && dayText(record.followUpDue),
    standing,
    roles: process.roles,
    // Where the round's policy has no observers, admitting one is not offered.
    steps: process.steps.filter((step) => step.event !== "observer.admit" || rules.visibility === "regionAndObservers"),
    writable: WRITABLE.includes(process.state),
    readable: newest?.version ?? null,
  };
}

/** A `@db.Date` as an ISO day. */
export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export interface ListRow {
  readonly id: string;
  readonly authority: string;
  readonly round: string;
  readonly region: string;
  readonly state: string;
  readonly label: string;
  readonly dueOn: string;
  readonly late: boolean;
}

/** Every self-assessment there is for this person, newest round first. */
export async function listFor(actor: SignedIn): Promise<readonly ListRow[]> {
  const rows = await db.selfAssessment.findMany({
    where: visibleTo(actor),
    orderBy: [{ cycle: { submissionsDueOn: "desc" } }, { cycle: { name: "desc" } }, { authority: { name: "asc" } }],
    take: 400,
    select: {
      id: true,
      dueOn: true,
      authority: { select: { name: true } },
      cycle: { select: { name: true, region: { select: { name: true } } } },
      workflow: { select: { state: true } },
    },
  });
  const moment = now();
  return rows.map(({ id, dueOn, authority, cycle, workflow }) => ({
    id,
    authority: authority.name,
    round: cycle.name,
    region: cycle.region.name,
    state: workflow.state,
    label: labelOf(workflow.state),
    dueOn: dayText(dueOn),
    late: BEFORE_SUBMISSION.includes(workflow.state) && endOfDay(dayText(dueOn)) < moment,
  }));
}

/** The questions of a self-assessment's round. */
export async function templateOf(id: string): Promise<TemplateContent> {
  const { cycle } = await db.selfAssessment.findUniqueOrThrow({
    where: { id },
    select: { cycle: { select: { templateVersion: { select: { id: true, revision: true } } } } },
  });
  return contentOf(cycle.templateVersion);
}

/** Names of people by id. Nobody's name is secret among those who may open the page. */
export async function namesOf(ids: readonly (string | null)[]): Promise<Readonly<Record<string, string>>> {
  const people = await db.person.findMany({ where: { id: { in: ids.flatMap((id) => id ?? []) } }, select: { id: true, name: true } });
  return Object.fromEntries(people.map((person) => [person.id, person.name]));
}

/** The six-month update, once it has been sent. */
export async function followUpOf(id: string): Promise<FollowUp | null> {
  const { followUp } = await db.selfAssessment.findUniqueOrThrow({ where: { id }, select: { followUp: true } });
  return followUp === null ? null : followUpSchema.parse(followUp);
}
