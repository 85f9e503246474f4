import type { MembershipFacts } from "~machines/membership";
import type { NetworkFacts } from "~machines/network";

import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { happened, labelOf, membershipHappened, membershipLabelOf, membershipTaskOf, taskOf } from "./words";

interface Row {
  readonly title: string;
  readonly region: string;
  readonly instructed: boolean;
  readonly members: number;
}

async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT n.title, r.name AS region, (n.instructions <> '' OR n.join_link <> '') AS instructed,
           (SELECT count(*)::int FROM membership m JOIN workflow w ON w.id = m.id WHERE m.network_id = n.id AND w.state = 'member') AS members
      FROM network n JOIN region r ON r.id = n.region_id WHERE n.id = ${id}::uuid`;
  if (!row) throw new Error("a network's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, { payload }: Occasion): Promise<NetworkFacts> {
  const { instructed, members } = await read(tx, id);
  return { hasReason: payload["hasReason"] === true, hasInstructions: instructed, hasMembers: members > 0 };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const { title, region, members } = await read(tx, id);
  return { title: `“${title}”`, subject: title, round: "", region, authority: null, due: null, about: { members }, calendar: [] };
}

/** What the engine asks of a network. Registered at start by app/features/processes.server.ts. */
export const networkProcess: Process = { machine: "network", facts, letter, path: (id) => `/networks/${id}`, task: taskOf, label: labelOf, happened };

const membershipFacts = (_tx: Tx, _id: string, { payload }: Occasion): Promise<MembershipFacts> => Promise.resolve({ hasReason: payload["hasReason"] === true });

async function membershipLetter(tx: Tx, id: string): Promise<LetterFacts> {
  const { person, network } = await tx.membership.findUniqueOrThrow({ where: { id }, select: { person: { select: { name: true } }, network: { select: { title: true, region: { select: { name: true } } } } } });
  return { title: `“${network.title}”`, subject: network.title, round: "", region: network.region.name, authority: null, due: null, about: { person: person.name }, calendar: [] };
}

/** What the engine asks of a membership. */
export const membershipProcess: Process = { machine: "membership", facts: membershipFacts, letter: membershipLetter, path: (id) => `/memberships/${id}`, task: membershipTaskOf, label: membershipLabelOf, happened: membershipHappened };
