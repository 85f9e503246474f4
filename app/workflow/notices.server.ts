import { emails, type EmailName } from "~emails/index";
import type { Letter } from "~emails/define-email";
import { awaitedBy, metaOf, rowsOf, type Row } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { now } from "~/platform/clock.server";

import { processOf, type LetterFacts } from "./process.server";
import type { Holder, WorkflowRow } from "./record.server";

/** One email to write into the outbox. */
export interface Notice {
  readonly template: EmailName;
  readonly personId: string | null;
  readonly role: string;
  readonly address: string;
  readonly props: unknown;
  readonly urgency: "now" | "digest";
  /** States in which it is still worth sending; empty means always. */
  readonly whileIn: readonly string[];
  /** Set when there is nobody to send it to: the row stays visible as undelivered. */
  readonly undeliverable?: string;
}

export interface Telling {
  readonly workflow: WorkflowRow;
  readonly tells: Readonly<Record<string, EmailName>>;
  readonly urgency: "now" | "canWait";
  readonly holders: readonly Holder[];
  readonly vacant: readonly string[];
  readonly letter: LetterFacts;
  /** Who did it, with the post they held: null for the system. */
  readonly by: string | null;
  /** The state the record is in once this is told. */
  readonly state: string;
  /** A reminder is pointless once the state has changed, whoever it is to. */
  readonly onlyWhileInState?: boolean;
}

/**
 * Who is told what: every holder of every role named in `tells`, once each. A role that should have
 * a holder and has none is told to the region's coordinators instead; nothing is silently dropped.
 */
export function noticesFor(telling: Telling): Notice[] {
  const meta = metaOf(machineNamed(telling.workflow.machine));
  const notices = new Map<string, Notice>();
  const add = (notice: Notice) => {
    const key = `${notice.template} ${notice.personId ?? ""}`;
    if (!notices.has(key)) notices.set(key, notice);
  };
  for (const [role, template] of Object.entries(telling.tells)) {
    const holders = telling.holders.filter((holder) => holder.role === role);
    const told = meta.byChoice.includes(role) ? holders.filter((holder) => holder.copyMe) : holders;
    for (const holder of told) add(noticeTo(telling, holder, role, template));
    // A vacant post is a gap even in a role that some records do not have; a copy by choice never is.
    const missed = telling.vacant.includes(role) || !meta.mayBeEmpty.includes(role);
    if (holders.length === 0 && missed && !meta.byChoice.includes(role)) {
      for (const notice of nobodyToTell(telling, role, template)) add(notice);
    }
  }
  return [...notices.values()];
}

function noticeTo(telling: Telling, holder: Holder, role: string, template: EmailName): Notice {
  const waits = awaitedRoles(telling.workflow.machine, telling.state).has(role);
  return {
    template,
    personId: holder.personId,
    role,
    address: holder.email,
    props: letterFor(telling, holder.name, role, template),
    urgency: telling.urgency === "canWait" && holder.digest === "daily" ? "digest" : "now",
    // An email that asks for something is dropped when it is no longer asked; one that tells a fact is not.
    whileIn: waits || telling.onlyWhileInState ? [telling.state] : [],
  };
}

function nobodyToTell(telling: Telling, role: string, template: EmailName): Notice[] {
  const nobody: EmailName = "workflow/nobody-to-tell";
  const meta = metaOf(machineNamed(telling.workflow.machine));
  const about = { role: meta.roles[role] ?? role, email: template };
  const withAbout = { ...telling, letter: { ...telling.letter, about: { ...telling.letter.about, ...about } } };
  const coordinators = telling.holders.filter((holder) => holder.role === "#coordinator");
  if (coordinators.length === 0) {
    return [
      {
        template: nobody,
        personId: null,
        role: "coordinator",
        address: "",
        props: letterFor(withAbout, "SLI coordinator", "coordinator", nobody),
        urgency: "now",
        whileIn: [],
        undeliverable: "nobody holds the post",
      },
    ];
  }
  return coordinators.map((holder) => ({ ...noticeTo(withAbout, holder, "coordinator", nobody), whileIn: [], urgency: "now" as const }));
}

/** Frozen and validated now: what is sent later is what was true at the event. */
function letterFor(telling: Telling, name: string, role: string, template: EmailName): unknown {
  const { workflow } = telling;
  const { calendarOf, ...letter } = telling.letter;
  const props: Letter = {
    ...letter,
    calendar: calendarOf?.[role] ?? letter.calendar,
    recipient: { name },
    role,
    path: processOf(workflow.machine).path(workflow.id),
    by: telling.by,
    when: now().toISOString(),
  };
  return emails[template].parse(props);
}

const awaited = new Map<string, ReadonlySet<string>>();

/** Roles for whom some step of this state waits. */
export function awaitedRoles(machine: string, state: string): ReadonlySet<string> {
  const key = `${machine} ${state}`;
  const known = awaited.get(key);
  if (known) return known;
  const roles = new Set(rowsOf(machineNamed(machine)).filter((row: Row) => row.state === state).flatMap(awaitedBy));
  awaited.set(key, roles);
  return roles;
}
