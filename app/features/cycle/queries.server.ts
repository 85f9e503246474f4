import { cycle } from "~machines/cycle";
import { metaOf, rowOf } from "~machines/machine";

import { coordinates } from "~/features/template";
import { now } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import { formatDate } from "~/ui/dates";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { dayOf, isWorkingDay } from "~/workflow/working-days";

import { regionsChasedBy, regionsFollowedBy, regionsRunBy, runBy, visibleInSql, visibleTo } from "./access.server";
import { midnight, startingRules } from "./creating.server";
import { rulesOf } from "./forms";
import { progressOf, type Progress } from "./progress";
import { DATE_FIELDS, type CycleDates, type CycleRules, type DateField } from "./rules";

export interface RoundLine {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly state: string;
  readonly opensOn: string;
  readonly submissionsDueOn: string;
  readonly progress: Progress;
}

/** The rounds this person may see, newest first. */
export async function roundsFor(actor: SignedIn): Promise<RoundLine[]> {
  const cycles = await db.cycle.findMany({
    where: visibleTo(actor),
    orderBy: [{ opensOn: "desc" }, { name: "desc" }],
    take: 200,
    select: {
      id: true, name: true, opensOn: true, submissionsDueOn: true,
      region: { select: { name: true } },
      workflow: { select: { state: true } },
      selfAssessments: { select: { workflow: { select: { state: true } } } },
    },
  });
  return cycles.map((cycle) => ({
    id: cycle.id,
    name: cycle.name,
    region: cycle.region.name,
    state: cycle.workflow.state,
    opensOn: cycle.opensOn.toISOString().slice(0, 10),
    submissionsDueOn: cycle.submissionsDueOn.toISOString().slice(0, 10),
    progress: progressOf(cycle.selfAssessments.map((one) => one.workflow.state)),
  }));
}

export interface RoundPage {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly region: string;
  readonly reference: string;
  readonly dates: CycleDates;
  readonly rules: CycleRules;
  readonly template: { readonly versionId: string; readonly name: string; readonly version: number };
  readonly standing: Standing;
  readonly progress: Progress;
  readonly takingPart: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly { readonly number: number; readonly members: readonly string[] }[];
  /** Self-assessments of the authorities in which this person holds a post. */
  readonly mine: readonly { readonly id: string; readonly authority: string; readonly state: string; readonly dueOn: string }[];
  readonly mayRun: boolean;
  readonly mayChase: boolean;
}

/** A round as its page shows it, or null when there is none for this person. */
export async function roundPage(actor: SignedIn, id: string | undefined): Promise<RoundPage | null> {
  if (!isUuid(id)) return null;
  const { rows: [found] } = await pool.query<RoundRow>({ name: "round", text: roundInSql, values: [id, regionsRunBy(actor), regionsFollowedBy(actor)] });
  const standing = found && (await stepsOn(id, actor));
  if (!standing) return null;
  const rules = rulesOf(found.rules);
  const { begun } = found;
  const takingPart =
    begun.length > 0
      ? begun.map((one) => ({ id: one.authorityId, name: one.authority }))
      : await db.authority.findMany({ where: { id: { in: rules.takingPart } }, select: { id: true, name: true } });
  const own = new Set(actor.holdings.flatMap((post) => (post.authorityId ? [post.authorityId] : [])));
  return {
    id,
    name: found.name,
    regionId: found.regionId,
    region: found.region,
    reference: referenceOf(found.regionId, found.name),
    dates: found.dates,
    rules,
    template: found.template,
    standing,
    progress: progressOf(begun.map((one) => one.state)),
    takingPart: [...takingPart].sort((a, b) => a.name.localeCompare(b.name, "en-GB")),
    groups: found.groups,
    mine: begun.filter((one) => own.has(one.authorityId)).map(({ authorityId: _at, ...one }) => one),
    mayRun: regionsRunBy(actor).includes(found.regionId),
    mayChase: regionsChasedBy(actor).includes(found.regionId) && begun.length > 0,
  };
}

interface RoundRow extends Pick<RoundPage, "name" | "regionId" | "region" | "dates" | "template" | "groups"> {
  readonly rules: unknown;
  readonly begun: readonly (RoundPage["mine"][number] & { readonly authorityId: string })[];
}

// One statement for the round with its groups and self-assessments: the page is opened all day by everybody in the region.
const roundInSql = `
  SELECT c.name, c.region_id AS "regionId", region.name AS region, c.rules,
         json_build_object('opensOn', c.opens_on, 'submissionsDueOn', c.submissions_due_on, 'challengeStartsOn', c.challenge_starts_on,
                           'summitOn', c.summit_on, 'endsOn', c.ends_on) AS dates,
         json_build_object('versionId', version.id, 'name', template.name, 'version', version.version) AS template,
         (SELECT coalesce(json_agg(json_build_object('number', g.number, 'members', m.members) ORDER BY g.number), '[]')
            FROM cycle_group g
            CROSS JOIN LATERAL (
              SELECT coalesce(json_agg(a.name ORDER BY a.name), '[]') AS members FROM cycle_group_member gm JOIN authority a ON a.id = gm.authority_id WHERE gm.group_id = g.id
            ) m
           WHERE g.cycle_id = c.id) AS groups,
         (SELECT coalesce(json_agg(json_build_object('id', sa.id, 'authorityId', a.id, 'authority', a.name, 'state', w.state, 'dueOn', sa.due_on)), '[]')
            FROM self_assessment sa JOIN authority a ON a.id = sa.authority_id JOIN workflow w ON w.id = sa.id
           WHERE sa.cycle_id = c.id) AS begun
    FROM cycle c
    JOIN region ON region.id = c.region_id
    JOIN template_version version ON version.id = c.template_version_id
    JOIN template ON template.id = version.template_id
   WHERE c.id = $1 AND ${visibleInSql}`;

/** "SE-2026-27": the region's initials and the round's name, for letters and the telephone. */
export function referenceOf(regionId: string, name: string): string {
  const initials = regionId.split("-").map((word) => word.charAt(0).toUpperCase()).join("");
  return `${initials}-${name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

/** Days of a round that fall on a weekend or an England bank holiday: allowed, and worth a second look. */
export function daysOff(dates: CycleDates): DateField[] {
  return DATE_FIELDS.filter((field) => !isWorkingDay(dates[field]));
}

export interface DraftChoices {
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly regionId: string;
  readonly rules: CycleRules;
  readonly templates: readonly { readonly versionId: string; readonly label: string }[];
  readonly authorities: readonly { readonly id: string; readonly name: string }[];
}

/** What a coordinator chooses from when making a round in a region; null in a region they do not run. */
export async function draftChoices(actor: SignedIn, wanted?: string | null): Promise<DraftChoices | null> {
  const run = regionsRunBy(actor);
  const regionId = wanted ?? run[0];
  if (!regionId || !run.includes(regionId) || !(await coordinates(db, actor, regionId))) return null;
  const [regions, templates, authorities] = await Promise.all([
    db.region.findMany({ where: { id: { in: run } }, select: { id: true, name: true, settings: true }, orderBy: { name: "asc" } }),
    db.template.findMany({
      where: { regionId },
      orderBy: { createdAt: "desc" },
      select: { name: true, versions: { orderBy: { version: "desc" }, take: 1, select: { id: true, version: true } } },
    }),
    db.authority.findMany({
      where: { regionId, OR: [{ validTo: null }, { validTo: { gte: midnight(dayOf(now())) } }] },
      select: { id: true, name: true, validTo: true },
      orderBy: { name: "asc" },
    }),
  ]);
  const region = regions.find((one) => one.id === regionId);
  return {
    regions: regions.map(({ id, name }) => ({ id, name })),
    regionId,
    rules: { ...startingRules(region?.settings), takingPart: authorities.map((one) => one.id) },
    templates: templates.flatMap((template) => template.versions.map((version) => ({ versionId: version.id, label: `${template.name}, version ${version.version}` }))),
    // One that is about to be replaced (Surrey in 2027) says so: it can take part only until then.
    authorities: authorities.map(({ id, name, validTo }) => ({ id, name: validTo ? `${name} (until ${formatDate(validTo.toISOString().slice(0, 10), { year: true })})` : name })),
  };
}

/** Names of those among the chosen authorities that do not exist in the region on a day. */
export async function absentOn(day: string, authorityIds: readonly string[], regionId: string): Promise<string[]> {
  const on = midnight(day);
  const absent = await db.authority.findMany({
    where: { id: { in: [...authorityIds] }, regionId, OR: [{ validFrom: { gt: on } }, { validTo: { lt: on } }] },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return absent.map(({ name }) => name);
}

/** Authorities of the round's region that do not take part yet; null when the person does not run the round. */
export async function mayJoin(actor: SignedIn, id: string | undefined): Promise<{ readonly id: string; readonly name: string }[] | null> {
  if (!isUuid(id)) return null;
  const found = await db.cycle.findFirst({ where: { AND: [{ id }, runBy(actor)] }, select: { regionId: true, selfAssessments: { select: { authorityId: true } } } });
  if (!found) return null;
  return db.authority.findMany({
    where: { regionId: found.regionId, id: { notIn: found.selfAssessments.map((one) => one.authorityId) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** Who was told by email when something last happened to a round, in the words of their role. For whoever runs it. */
export async function toldWhen(cycleId: string, event: string): Promise<{ readonly id: string; readonly name: string; readonly role: string }[]> {
  const last = await db.workflowEvent.findFirst({
    where: { workflowId: cycleId, event },
    orderBy: { seq: "desc" },
    select: { emails: { where: { occasion: "event" }, select: { id: true, role: true, address: true, person: { select: { name: true } } } } },
  });
  const roles = metaOf(cycle).roles;
  return (last?.emails ?? [])
    .map((email) => ({ id: email.id, name: email.person?.name ?? email.address, role: roles[email.role] ?? email.role }))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** Whether a step, in this state, must come with a reason. */
export function wantsReason(state: string, event: string): boolean {
  return rowOf(cycle, state, event)?.guards.includes("hasReason") ?? false;
}
