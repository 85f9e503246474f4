import { stringify } from "csv-stringify/sync";
import { datesOf, runsEventsOf, type DateOfOwner } from "~/features/booking";
import { visibleTo as eventsVisibleTo } from "~/features/event";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { everybodyWhoMayBelong, mayBelong, visibleTo } from "./access.server";
import { NETWORK_ACTS, type MembershipState, type NetworkKind, type State } from "./words";

export interface ListedNetwork {
  readonly id: string;
  readonly title: string;
  readonly kind: NetworkKind;
  readonly region: string;
  readonly state: State;
  readonly members: number;
  readonly mine: MembershipState | null;
}

/** The networks that exist for a person, by name. */
export async function networksFor(actor: SignedIn): Promise<{ readonly networks: readonly ListedNetwork[]; readonly runs: readonly { readonly id: string; readonly name: string }[] }> {
  const [rows, runs] = await Promise.all([
    db.network.findMany({
      where: await visibleTo(actor), orderBy: { title: "asc" },
      select: {
        id: true, title: true, kind: true, region: { select: { name: true } }, workflow: { select: { state: true } }, _count: { select: { memberships: { where: { workflow: { state: "member" } } } } },
        memberships: { where: { personId: actor.personId }, orderBy: { createdAt: "desc" }, take: 1, select: { workflow: { select: { state: true } } } },
      },
    }),
    db.region.findMany({ where: { id: { in: [...runsEventsOf(actor)] } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return {
    runs,
    networks: rows.map(({ id, title, kind, region, workflow, _count, memberships }) => ({
      id, title, kind: kind as NetworkKind, region: region.name, state: workflow.state as State, members: _count.memberships, mine: (memberships[0]?.workflow.state as MembershipState | undefined) ?? null,
    })),
  };
}

export interface Member {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly place: string;
  readonly authority: string | null;
  readonly since: string;
}

export interface NetworkPage {
  readonly id: string;
  readonly regionId: string;
  readonly region: string;
  readonly kind: NetworkKind;
  readonly title: string;
  readonly about: string;
  readonly reason: string;
  readonly state: State;
  readonly revision: number;
  readonly keeps: boolean;
  readonly mine: { readonly id: string; readonly state: MembershipState } | null;
  readonly mayJoin: boolean;
  /** For members and the coordinator. */
  readonly instructions: string | null;
  readonly joinLink: string | null;
  readonly members: readonly Member[] | null;
  readonly memberCount: number;
  /** Authorities of the region with a member, of how many. */
  readonly authorities: { readonly part: number; readonly whole: number };
  readonly follows: readonly string[];
  readonly sourceIds: readonly string[];
  readonly invited: readonly { readonly id: string; readonly name: string }[];
  readonly meetings: readonly { readonly id: string; readonly title: string; readonly dates: readonly DateOfOwner[] }[];
  readonly acts: readonly { readonly slug: string; readonly title: string; readonly blockedBy: string | null; readonly tells: readonly string[] }[];
}

/** A network for whoever it exists for; null for everybody else. */
export async function networkPage(actor: SignedIn, networkId: string | undefined): Promise<NetworkPage | null> {
  if (!isUuid(networkId)) return null;
  const row = await db.network.findFirst({
    where: { AND: [{ id: networkId }, await visibleTo(actor)] },
    include: {
      region: { select: { name: true } }, workflow: { select: { state: true, revision: true } }, sources: { select: { event: { select: { id: true, title: true } } } },
      memberships: { where: { OR: [{ active: true }, { personId: actor.personId }] }, orderBy: { createdAt: "asc" }, select: { id: true, personId: true, createdAt: true, active: true, person: { select: { name: true, email: true } }, workflow: { select: { state: true } } } },
    },
  });
  if (!row) return null;
  const keeps = runsEventsOf(actor).includes(row.regionId);
  const own = row.memberships.filter(({ personId }) => personId === actor.personId).sort((a, b) => Number(b.active) - Number(a.active) || b.createdAt.getTime() - a.createdAt.getTime())[0];
  const belongs = own?.workflow.state === "member";
  const memberRows = row.memberships.filter(({ workflow }) => workflow.state === "member");
  const [standing, meetings, may, places] = await Promise.all([
    stepsOn(row.id, actor),
    db.event.findMany({ where: { AND: [{ workflow: { state: { not: "cancelled" }, bookableSessions: { some: { audience: "members", attendedOwnerId: row.id } } } }, await eventsVisibleTo(actor)] }, select: { id: true, title: true } }),
    mayBelong(db, row.id, [actor.personId], now()),
    placesOf(memberRows.map(({ personId }) => personId), row.regionId),
  ]);
  const dates = await datesOf(meetings.map(({ id }) => id));
  const members = memberRows.map(({ id, personId, person, createdAt }): Member => ({ membershipId: id, personId, ...person, place: places.people.get(personId)?.title ?? "", authority: places.people.get(personId)?.authority ?? null, since: createdAt.toISOString() }));
  const seesMembers = keeps || belongs;
  const first = (id: string) => dates.get(id)?.[0]?.startsAt ?? "";
  return {
    id: row.id, regionId: row.regionId, region: row.region.name, kind: row.kind as NetworkKind, title: row.title, about: row.about, reason: row.reason, state: row.workflow.state as State, revision: row.workflow.revision, keeps,
    mine: own ? { id: own.id, state: own.workflow.state as MembershipState } : null,
    mayJoin: row.workflow.state === "open" && may.has(actor.personId) && !own?.active,
    instructions: seesMembers ? row.instructions : null, joinLink: seesMembers ? row.joinLink || null : null,
    members: seesMembers ? members.sort((a, b) => (a.authority ?? "").localeCompare(b.authority ?? "") || a.name.localeCompare(b.name)) : null,
    memberCount: members.length, authorities: { part: new Set(members.flatMap(({ authority }) => (authority ? [authority] : []))).size, whole: places.authorities },
    follows: row.sources.map(({ event }) => event.title), sourceIds: row.sources.map(({ event }) => event.id),
    invited: keeps ? row.memberships.filter(({ workflow }) => workflow.state === "invited").map(({ id, person }) => ({ id, name: person.name })) : [],
    meetings: meetings.map((event) => ({ ...event, dates: dates.get(event.id) ?? [] })).sort((a, b) => first(a.id).localeCompare(first(b.id))),
    acts: NETWORK_ACTS.flatMap(({ slug, event, title }) => {
      const step = standing?.steps.find((one) => one.event === event);
      return step ? [{ slug, title, blockedBy: step.blockedBy ?? null, tells: step.tells }] : [];
    }),
  };
}

/** What people are in a region today, and how many authorities it has. */
async function placesOf(personIds: readonly string[], regionId: string): Promise<{ readonly people: ReadonlyMap<string, { readonly title: string; readonly authority: string | null }>; readonly authorities: number }> {
  const moment = now();
  const [held, authorities] = await Promise.all([
    db.holding.findMany({ where: { personId: { in: [...personIds] }, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } }, select: { personId: true, post: { select: { title: true, authority: { select: { name: true } } } } }, orderBy: { id: "desc" } }),
    db.authority.count({ where: { regionId } }),
  ]);
  return { people: new Map(held.map(({ personId, post }) => [personId, { title: post.title, authority: post.authority?.name ?? null }])), authorities };
}

/** Whom the coordinator can invite: everybody who may belong and neither does nor is invited. */
export async function peopleToInvite(network: Pick<NetworkPage, "id" | "regionId" | "follows">): Promise<readonly { readonly id: string; readonly name: string; readonly place: string }[]> {
  const moment = now();
  const ids = network.follows.length > 0 ? await everybodyWhoMayBelong(network.id, moment) : undefined;
  const people = await db.person.findMany({
    where: {
      leftAt: null, memberships: { none: { networkId: network.id, active: true } },
      ...(ids ? { id: { in: [...ids] } } : { holdings: { some: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId: network.regionId } } } }),
    },
    select: { id: true, name: true },
  });
  const { people: places } = await placesOf(people.map(({ id }) => id), network.regionId);
  return people.map(({ id, name }) => ({ id, name, place: [places.get(id)?.title, places.get(id)?.authority].filter(Boolean).join(", ") })).sort((a, b) => a.name.localeCompare(b.name));
}

/** The members for a spreadsheet. Cells that a spreadsheet would run as a formula are disarmed. */
export function membersCsv(members: readonly Member[]): string {
  return stringify([["name", "email", "post", "authority", "since"], ...members.map((one) => [one.name, one.email, one.place, one.authority ?? "", one.since.slice(0, 10)])], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}

export interface MembershipPage {
  readonly id: string;
  readonly networkId: string;
  readonly network: string;
  readonly person: string;
  readonly self: boolean;
  readonly keeps: boolean;
  readonly state: MembershipState;
  readonly revision: number;
  readonly reason: string;
  readonly since: string;
  readonly steps: readonly string[];
}

/** A membership for whoever it is of, and the coordinators of its region; null for everybody else. */
export async function membershipPage(actor: SignedIn, id: string | undefined): Promise<MembershipPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.membership.findFirst({
    where: { id, OR: [{ personId: actor.personId }, { network: { regionId: { in: [...runsEventsOf(actor)] } } }] },
    select: { id: true, personId: true, reason: true, createdAt: true, person: { select: { name: true } }, network: { select: { id: true, title: true, regionId: true } }, workflow: { select: { state: true, revision: true } } },
  });
  if (!row) return null;
  const standing = await stepsOn(row.id, actor);
  return {
    id: row.id, networkId: row.network.id, network: row.network.title, person: row.person.name, self: row.personId === actor.personId, keeps: runsEventsOf(actor).includes(row.network.regionId),
    state: row.workflow.state as MembershipState, revision: row.workflow.revision, reason: row.reason, since: row.createdAt.toISOString(), steps: (standing?.steps ?? []).map(({ event }) => event),
  };
}
