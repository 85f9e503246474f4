import { firstDate } from "~/features/calendar";
import { employersOf, keepsPoolOf } from "~/features/challenger-pool";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { processOf } from "~/workflow/process.server";
import { rolesOn, stepsOn } from "~/workflow/reading.server";
import { visibleTo } from "./access.server";
import { teamOf } from "./team.server";
import type { Role, State } from "./words";

/** An assignment's page, or null when it does not exist for whoever asks. */
export async function assignmentPage(actor: SignedIn, id: string | undefined) {
  if (!isUuid(id)) return null;
  const found = await db.assignment.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      id: true, activityId: true, challengerId: true, role: true, why: true, activityTitle: true, fromDay: true, toDay: true, respondBy: true, codeVersion: true, codeSignedAt: true, conflict: true, reason: true,
      challenger: { select: { personId: true, themes: true, person: { select: { name: true } } } },
      workflow: { select: { regionId: true, state: true, parent: { select: { machine: true } } } },
      hosts: { select: { authority: { select: { id: true, name: true } } } },
    },
  });
  if (!found) return null;
  const { challenger, workflow, hosts, fromDay, toDay, respondBy, role, ...rest } = found;
  const [standing, employers, team, activityRoles, date] = await Promise.all([
    stepsOn(id, actor), employersOf(db, [challenger.personId]), teamOf(found.activityId), rolesOn(found.activityId, actor), firstDate(found.activityId),
  ]);
  if (!standing) return null;
  const self = challenger.personId === actor.personId;
  const keeps = keepsPoolOf(actor).includes(workflow.regionId);
  return {
    ...rest,
    role: role as Role,
    state: standing.state as State,
    revision: standing.revision,
    steps: standing.steps,
    name: challenger.person.name,
    personId: challenger.personId,
    employers: employers.get(challenger.personId) ?? [],
    hosts: hosts.map(({ authority }) => authority),
    from: fromDay && dayText(fromDay),
    to: toDay && dayText(toDay),
    hours: date?.hours ?? null,
    where: date?.location ?? null,
    respondBy: dayText(respondBy),
    // What was declared is between the challenger and the coordinator; so is a reason, unless it is the host's own.
    conflict: self || keeps ? rest.conflict : null,
    reason: keeps || (self && standing.state !== "objected") ? rest.reason : null,
    others: team.filter((member) => member.assignmentId !== id && (member.state === "accepted" || member.state === "completed")).map(({ name, role: as }) => ({ name, role: as })),
    activityPath: workflow.parent && (keeps || activityRoles.size > 0) ? processOf(workflow.parent.machine).path(found.activityId) : null,
    self,
    keeps,
  };
}

export type AssignmentPage = NonNullable<Awaited<ReturnType<typeof assignmentPage>>>;

/** Every place a person was ever asked to: what waits for an answer first. */
export async function placesOf(actor: SignedIn) {
  const found = await db.assignment.findMany({
    where: { challenger: { personId: actor.personId } },
    orderBy: { id: "desc" },
    select: { id: true, activityId: true, role: true, activityTitle: true, fromDay: true, respondBy: true, hosts: { select: { authority: { select: { name: true } } } }, workflow: { select: { state: true, parent: { select: { machine: true } } } } },
  });
  return found.map(({ workflow, hosts, fromDay, respondBy, ...one }) => ({
    ...one,
    role: one.role as Role,
    hosts: hosts.map(({ authority }) => authority.name),
    on: fromDay && dayText(fromDay),
    respondBy: dayText(respondBy),
    state: workflow.state as State,
    activityPath: workflow.parent && ["accepted", "completed"].includes(workflow.state) ? processOf(workflow.parent.machine).path(one.activityId) : null,
  }));
}
