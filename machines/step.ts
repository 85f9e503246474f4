import type { EmailName } from "~emails/index";

/**
 * What every row of a process says: where it leads, who may take it, and who is told.
 *
 * All three are required, and `tells` must name at least one role that always has a holder, so a
 * transition without an email cannot be written down. Roles are relations to this record (the
 * director of this authority), not ranks; a misspelt role or email does not compile.
 */
export interface Step<Role extends string, To extends string = string> {
  readonly to: To;
  readonly by: readonly [Role | "system", ...(Role | "system")[]];
  readonly tells: Readonly<Partial<Record<Role, EmailName>>>;
  /** Roles for whom it is merely possible, not awaited: it stays out of their inbox. */
  readonly optionalFor?: readonly (Role | "system")[];
  /** Roles that get it ready for those who may take it, as a delegate does for a director: it stands in their inbox too. */
  readonly preparedBy?: readonly Role[];
  /** "canWait": may be gathered into the daily digest of those who chose one. Default "now". */
  readonly urgency?: "now" | "canWait";
  /** Fired as `system`, in the same transaction, on every child record of that machine that allows it. */
  readonly cascades?: Readonly<Record<string, string>>;
}

/** A step as it stands in a machine: read back by `decide`, the inbox, the diagrams and the tests. */
export interface StepMeta {
  readonly by: readonly string[];
  readonly tells: Readonly<Record<string, EmailName>>;
  readonly optionalFor: readonly string[];
  readonly preparedBy: readonly string[];
  readonly urgency: "now" | "canWait";
  readonly cascades: Readonly<Record<string, string>>;
}

/** Makes the `step` function of one machine, knowing its roles. */
export function stepsFor<Role extends string>() {
  return function step<const To extends string>(row: Step<Role, To>) {
    const meta: StepMeta = {
      by: row.by,
      tells: row.tells as Readonly<Record<string, EmailName>>,
      optionalFor: row.optionalFor ?? [],
      preparedBy: row.preparedBy ?? [],
      urgency: row.urgency ?? "now",
      cascades: row.cascades ?? {},
    };
    return { target: row.to, meta } as const;
  };
}

/** Makes the function of one machine for a step that nobody waits for: it is in the inbox of none of those who may take it. */
export function optionsFor<Role extends string>() {
  const step = stepsFor<Role>();
  return function option<const To extends string>(row: { readonly to: To } & Omit<Step<Role>, "to" | "optionalFor">) {
    return step<To>({ ...row, optionalFor: row.by });
  };
}

/** Makes the function of one machine that sends several roles the same email. */
export function tellingFor<Role extends string>() {
  return function all(email: EmailName, ...roles: readonly [Role, ...Role[]]): Readonly<Partial<Record<Role, EmailName>>> {
    return Object.fromEntries(roles.map((role) => [role, email])) as Partial<Record<Role, EmailName>>;
  };
}

/** One reminder: working days from the due date (negative before, positive after), and who gets which email. */
export interface Reminder<Role extends string = string> {
  readonly day: number;
  readonly tells: Readonly<Partial<Record<Role, EmailName>>>;
}

/** By when the state's step is awaited. Days are England working days; due means 23:59 in London, unless the fact is an instant. */
export interface Due<Role extends string = string> {
  readonly name: string;
  /** The fact (an ISO date, or an instant where the hour counts) that holds the date, or working days counted from entering the state. */
  readonly on: { readonly fact: string } | { readonly workingDays: number };
  readonly remind: readonly Reminder<Role>[];
  /** What the system fires once it has passed. */
  readonly fires?: string;
}

/** What a state says of itself beside its steps. */
export interface StateMeta<Role extends string = string> {
  readonly due?: readonly Due<Role>[];
}

/** What a machine says of its roles. */
export interface MachineMeta<Role extends string = string> {
  /** The process's name as people say it. */
  readonly title: string;
  readonly about: string;
  /** Roles in plain words, for the process pages. */
  readonly roles: Readonly<Record<Role, string>>;
  /** Roles that may well have nobody: no notice to the coordinator when they have none. */
  readonly mayBeEmpty: readonly Role[];
  /** Roles that are copied only by their holder's own choice. */
  readonly byChoice: readonly Role[];
  /** Guards satisfied by what the actor fills in with the act itself: a page offers the step all the same. */
  readonly askedWithTheAct: readonly string[];
}
