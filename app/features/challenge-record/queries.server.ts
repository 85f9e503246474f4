import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing as ProcessStanding } from "~/workflow/reading.server";
import { endOfDay } from "~/workflow/working-days";
import { standingOf, TEAM_ROLES, teamOf, visibleTo, type Standing } from "./access.server";
import { ENDED, labelOf, type ActivityKind } from "./words";

/** Somebody of the team that challenged. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly role: "leadChallenger" | "challenger";
}

/** What every page of one challenge record begins with. */
export interface Head {
  readonly id: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly state: string;
  readonly label: string;
  readonly revision: number;
  readonly roles: readonly string[];
  readonly steps: ProcessStanding["steps"];
  readonly standing: Standing;
  readonly authority: { readonly id: string; readonly name: string };
  readonly region: { readonly id: string; readonly name: string };
  readonly activity: { readonly id: string; readonly title: string; readonly path: string };
  readonly cycle: { readonly id: string; readonly name: string } | null;
  /** ISO days. `dueOn` is by when the present state's step is awaited; null once nothing is. */
  readonly heldOn: string;
  readonly dueOn: string | null;
  readonly late: boolean;
  readonly reviewDueOn: string | null;
  /** Why it was withdrawn, returned, put off or went on unanswered: not for readers. */
  readonly reason: string | null;
  readonly lead: TeamMember | null;
  readonly team: readonly TeamMember[];
}

/** The record as this person may see it, or null: absent and forbidden are the same. */
export async function headOf(actor: SignedIn, id: string | undefined): Promise<Head | null> {
  if (!isUuid(id)) return null;
  const record = await db.challengeRecord.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      kind: true, heldOn: true, dueOn: true, reviewDueOn: true, reason: true,
      authority: { select: { id: true, name: true } },
      activity: { select: { id: true, title: true } },
      cycle: { select: { id: true, name: true } },
      workflow: {
        select: {
          title: true,
          region: { select: { id: true, name: true } },
          parties: { where: { role: { in: [...TEAM_ROLES] }, to: null, personId: { not: null } }, select: { role: true, person: { select: { id: true, name: true } } }, orderBy: [{ role: "desc" }, { id: "asc" }] },
        },
      },
    },
  });
  const process = record && (await stepsOn(id, actor));
  if (!record || !process) return null;
  const { title, region, parties } = record.workflow;
  const kind = record.kind as ActivityKind;
  const standing = standingOf(actor, { authorityId: record.authority.id, regionId: region.id, roles: process.roles });
  const dueOn = dueDay(process.state, dayText(record.dueOn), record.reviewDueOn && dayText(record.reviewDueOn));
  const team = parties.flatMap(({ role, person }): TeamMember[] => (person ? [{ ...person, role: role as TeamMember["role"] }] : []));
  return {
    id,
    title,
    kind,
    state: process.state,
    label: process.label,
    revision: process.revision,
    roles: process.roles,
    steps: process.steps,
    standing,
    authority: record.authority,
    region,
    activity: { ...record.activity, path: `/${kind === "triad" ? "triads" : "visits"}/${record.activity.id}` },
    cycle: record.cycle,
    heldOn: dayText(record.heldOn),
    dueOn,
    late: dueOn !== null && process.state !== "monitoring" && endOfDay(dueOn) < now(),
    reviewDueOn: record.reviewDueOn && dayText(record.reviewDueOn),
    reason: standing === "reader" ? null : record.reason,
    lead: team.find((member) => member.role === "leadChallenger") ?? null,
    team,
  };
}

/** Whether this person is of the record's team: all that saving a finding asks before the words are kept. A page asks `headOf`. */
export async function isOfTeam(actor: SignedIn, id: string | undefined): Promise<boolean> {
  return isUuid(id) && (await db.challengeRecord.count({ where: { AND: [{ id }, teamOf(actor)] } })) > 0;
}

/** By when the present state's step is awaited: the record's own date, the review's once the plan is agreed, none once it has ended. */
function dueDay(state: string, dueOn: string, reviewDueOn: string | null): string | null {
  if (ENDED.includes(state)) return null;
  return ["monitoring", "progressReviewDue"].includes(state) ? reviewDueOn : dueOn;
}

/** A `@db.Date` as an ISO day. */
export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly authority: string;
  readonly kind: ActivityKind;
  readonly heldOn: string;
  readonly state: string;
  readonly label: string;
  readonly dueOn: string | null;
  readonly late: boolean;
  /** How the person stands to it. */
  readonly standing: Standing;
}

/** Every challenge record there is for this person, the newest activity first. */
export async function listFor(actor: SignedIn): Promise<readonly ListRow[]> {
  const rows = await db.challengeRecord.findMany({
    where: visibleTo(actor),
    orderBy: [{ heldOn: "desc" }, { authority: { name: "asc" } }],
    take: 400,
    select: {
      id: true, kind: true, heldOn: true, dueOn: true, reviewDueOn: true,
      authority: { select: { id: true, name: true } },
      workflow: { select: { title: true, state: true, regionId: true, parties: { where: { personId: actor.personId, to: null }, select: { role: true } } } },
    },
  });
  const moment = now();
  return rows.map(({ id, kind, heldOn, authority, workflow, ...dates }) => {
    const dueOn = dueDay(workflow.state, dayText(dates.dueOn), dates.reviewDueOn && dayText(dates.reviewDueOn));
    return {
      id, kind: kind as ActivityKind, title: workflow.title, authority: authority.name, heldOn: dayText(heldOn), state: workflow.state, label: labelOf(workflow.state), dueOn,
      late: dueOn !== null && workflow.state !== "monitoring" && endOfDay(dueOn) < moment,
      standing: standingOf(actor, { authorityId: authority.id, regionId: workflow.regionId, roles: workflow.parties.map((party) => party.role) }),
    };
  });
}

/** The records of one activity, for its own page: where each stands. The caller has asked who may see the activity. */
export async function recordsOf(activityId: string): Promise<readonly { readonly id: string; readonly authorityId: string; readonly authority: string; readonly title: string; readonly state: string; readonly label: string; readonly dueOn: string | null }[]> {
  const rows = await db.challengeRecord.findMany({
    where: { activityId },
    orderBy: { authority: { name: "asc" } },
    select: { id: true, dueOn: true, reviewDueOn: true, authority: { select: { id: true, name: true } }, workflow: { select: { title: true, state: true } } },
  });
  return rows.map(({ id, authority, workflow, dueOn, reviewDueOn }) => ({
    id, authorityId: authority.id, authority: authority.name, title: workflow.title, state: workflow.state, label: labelOf(workflow.state),
    dueOn: dueDay(workflow.state, dayText(dueOn), reviewDueOn && dayText(reviewDueOn)),
  }));
}
