import type { SelfAssessmentFacts } from "~machines/self-assessment";
import { db } from "~/platform/db.server";
import { begin, type Party } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { registerProcess, type Process } from "~/workflow/process.server";
import { publishMachines } from "~/workflow/publish.server";

/** The facts of each record under test: the engine asks for them, and knows nothing else of the domain. */
export const factsOf = new Map<string, Partial<SelfAssessmentFacts> & Record<string, unknown>>();

const complete: SelfAssessmentFacts = {
  unanswered: 0, outliersWithoutNarrative: 0, openConflicts: 0, endorsementsNeeded: 2, endorsementsGiven: 0, declarationMade: true,
  hasReason: true, hasUpdate: true, moderationNeeded: false, moderators: 0, comments: 1, dueOn: "2026-11-30", moderateBy: "2027-01-15", followUpDueOn: "2027-08-02",
};

const process = (machine: string): Process => ({
  machine,
  facts: async (_, id) => ({ ...complete, datesInOrder: true, templateHasQuestions: true, authorities: 1, outstanding: 0, submitted: 1, ...factsOf.get(id) }),
  letter: async () => ({
    title: "Kent's self-assessment", subject: "Kent self-assessment 2026/27", authority: "Kent", round: "2026/27", region: "South East",
    due: "2026-11-30", about: { secret: "a word typed by somebody" }, calendar: [],
  }),
  path: (id) => `/self-assessments/${id}`,
  task: ({ title, state }) => `${title}: ${state}`,
  label: (state) => state,
  happened: (event) => event,
});

export interface Somebody {
  readonly personId: string;
  readonly postId: string;
}

/** One region with one authority and a holder of every post a self-assessment knows. */
export interface World {
  readonly regionId: string;
  readonly authorityId: string;
  readonly posts: Readonly<Record<string, Somebody>>;
}

const posts: Readonly<Record<string, { kind: string; ofAuthority: boolean }>> = {
  dcs: { kind: "dcs", ofAuthority: true },
  delegate: { kind: "dcs-delegate", ofAuthority: true },
  chiefExecutive: { kind: "chief-executive", ofAuthority: true },
  leadMember: { kind: "lead-member", ofAuthority: true },
  coordinator: { kind: "sli-coordinator", ofAuthority: false },
};

export async function aWorld(): Promise<World> {
  registerProcess(process("self-assessment"));
  registerProcess(process("cycle"));
  await publishMachines();
  const regionId = `region-${uuidv7()}`;
  const authorityId = `authority-${uuidv7()}`;
  await db.region.create({ data: { id: regionId, name: regionId, codeGss: regionId } });
  await db.authority.create({ data: { id: authorityId, codeGss: authorityId, codeDfe: "886", name: "Kent", regionId, type: "County council", latitude: 51.2, longitude: 0.7 } });
  const made: Record<string, Somebody> = {};
  for (const [role, { kind, ofAuthority }] of Object.entries(posts)) {
    const post = await db.post.create({ data: { kind, title: `The ${role}`, regionId, authorityId: ofAuthority ? authorityId : null } });
    made[role] = { postId: post.id, personId: await appoint(post.id, role) };
  }
  return { regionId, authorityId, posts: made };
}

/** A new person in a post from long ago, or from a date. */
export async function appoint(postId: string, name: string, from = new Date("2020-01-01")): Promise<string> {
  const person = await db.person.create({ data: { name, email: `${uuidv7()}@example.org` } });
  await db.holding.create({ data: { postId, personId: person.id, from } });
  return person.id;
}

export async function aSelfAssessment(world: World, options: { parentId?: string; parties?: readonly Party[] } = {}): Promise<string> {
  const { id } = await begin({
    machine: "self-assessment",
    regionId: world.regionId,
    authorityId: world.authorityId,
    ...(options.parentId ? { parentId: options.parentId } : {}),
    title: "Kent's self-assessment",
    parties: options.parties ?? Object.entries(world.posts).map(([role, { postId }]) => ({ role, postId })),
    actor: { kind: "system" },
    write: async () => undefined,
  });
  return id;
}

export const person = (somebody: Somebody | undefined) => {
  if (!somebody) throw new Error("nobody holds that post in this world");
  return { kind: "person", personId: somebody.personId } as const;
};
