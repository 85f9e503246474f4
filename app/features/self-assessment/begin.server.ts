import { cycleRules } from "~/features/cycle";
import { POST_KINDS, type PostKind } from "~/features/people/posts";
import { questionsOf, templateContent } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { possessive } from "~/ui/wording";
import type { Actor } from "~/workflow/actor.server";
import { begin, type Party } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { isAnswered, readAnswer } from "./answers";

const endorserPosts = { chiefExecutive: "chief-executive", leadMember: "lead-member" } as const satisfies Record<string, PostKind>;

/**
 * One authority's self-assessment in a round, inside the transaction that opens the round or lets the
 * authority join late. Its parties are the authority's posts, so whoever holds them has the
 * obligations; an answer to a question that the last round asked as well comes along, marked until
 * somebody has looked at it.
 */
export async function beginSelfAssessment(
  tx: Tx,
  { cycleId, authorityId, actor, joinedLate = false }: { cycleId: string; authorityId: string; actor: Actor; joinedLate?: boolean },
): Promise<{ id: string }> {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { regionId: true, rules: true, submissionsDueOn: true, previousCycleId: true, templateVersion: { select: { content: true } } },
  });
  const authority = await tx.authority.findUniqueOrThrow({ where: { id: authorityId }, select: { name: true } });
  const template = templateContent.parse(cycle.templateVersion.content);
  const rules = cycleRules.parse(cycle.rules);
  const parties = await partiesOf(tx, { regionId: cycle.regionId, authorityId, endorsers: rules.endorsements });
  return begin(
    {
      machine: "self-assessment",
      regionId: cycle.regionId,
      authorityId,
      parentId: cycleId,
      title: `${possessive(authority.name)} self-assessment`,
      parties,
      actor,
      write: async (inside, id) => {
        await inside.selfAssessment.create({
          data: { id, cycleId, authorityId, dueOn: cycle.submissionsDueOn, joinedLateAt: joinedLate ? now() : null },
        });
        await inside.chapterWork.createMany({ data: template.chapters.map((chapter) => ({ selfAssessmentId: id, chapterId: chapter.id })) });
        if (cycle.previousCycleId) await carryForward(inside, { id, authorityId, from: cycle.previousCycleId, template });
      },
    },
    tx,
  );
}

/** The authority's posts and the region's coordinators. A post that must act exists even while it is vacant. */
async function partiesOf(tx: Tx, about: { regionId: string; authorityId: string; endorsers: readonly (keyof typeof endorserPosts)[] }): Promise<Party[]> {
  const posts = await tx.post.findMany({
    where: { OR: [{ authorityId: about.authorityId }, { regionId: about.regionId, authorityId: null, kind: "sli-coordinator" }] },
    select: { id: true, kind: true },
    orderBy: { id: "asc" },
  });
  const of = async (role: string, kind: PostKind, needed: boolean): Promise<Party[]> => {
    const found = posts.filter((post) => post.kind === kind);
    if (found.length > 0 || !needed) return found.map((post) => ({ role, postId: post.id }));
    const made = await tx.post.create({
      data: { kind, title: POST_KINDS[kind].label, regionId: about.regionId, authorityId: about.authorityId },
      select: { id: true },
    });
    return [{ role, postId: made.id }];
  };
  return [
    ...(await of("dcs", "dcs", true)),
    ...(await of("delegate", "dcs-delegate", false)),
    ...(about.endorsers.includes("chiefExecutive") ? await of("chiefExecutive", endorserPosts.chiefExecutive, true) : []),
    ...(about.endorsers.includes("leadMember") ? await of("leadMember", endorserPosts.leadMember, true) : []),
    ...(await of("coordinator", "sli-coordinator", false)),
  ];
}

/** Last round's answers to the questions that are still asked in the same way. Revision 0: nobody has saved them here. */
async function carryForward(tx: Tx, about: { id: string; authorityId: string; from: string; template: ReturnType<typeof templateContent.parse> }): Promise<void> {
  const before = await tx.answer.findMany({
    where: { selfAssessment: { cycleId: about.from, authorityId: about.authorityId } },
    select: { questionId: true, value: true },
  });
  const old = new Map(before.map((answer) => [answer.questionId, answer.value]));
  const carried = questionsOf(about.template).flatMap((question) => {
    const read = readAnswer(question.kind, old.get(question.id));
    return read.success && isAnswered(read.data) ? [{ questionId: question.id, value: read.data }] : [];
  });
  await tx.answer.createMany({
    data: carried.map((answer) => ({ ...answer, selfAssessmentId: about.id, revision: 0, updatedAt: now(), carriedForward: true })),
  });
}
