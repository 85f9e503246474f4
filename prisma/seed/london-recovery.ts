import { answerComment, makeComment } from "~/features/plan";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import { gathering } from "./commitments";
import { REGION } from "./london";
import { drafted, type DraftedPlan, type Told } from "./plan";
import { must } from "./rounds";

const areas = ["North", "East", "South", "West"] as const;
const [backlog, wellbeing, schools] = ["Nobody waits because of the backlog", "Children’s wellbeing", "Back at school, and staying there"];

/** One frame for all four: what each looks at, so that what they agree can be laid side by side. */
const frame = "A common framework: what has changed since the spring, what waits, what helps, and what this part of London does first.";

const priorities: Readonly<Record<(typeof areas)[number], readonly [priority: string, action: string]>> = {
  North: [backlog, "Clear assessments that have waited for more than a term"],
  East: [wellbeing, "One offer of counselling in every secondary school"],
  South: [schools, "Visit every child who has not come back"],
  West: [backlog, "Share social workers between neighbours until the summer"],
};

/** London's sub-regional recovery workshops: one framework, what each part took on, and the plan that lays their priorities together, open for comments. */
export function recoveryStory(told: Omit<Told, "regionId">): Moment[] {
  const { staff, authorityIds, calendar } = told;
  const here = { ...told, regionId: REGION };
  const plan: DraftedPlan = {
    ...here, name: "Recovery together", draftedOn: -8, startsOn: 30, endsOn: 290,
    streams: areas.map((area) => ({ title: `${area} London`, priority: priorities[area][0], actions: [priorities[area][1]] })),
  };
  const quarter = (index: number) => authorityIds.slice(index * 8, index * 8 + 3);
  return [
    ...areas.flatMap((area, index) => gathering({
      ...here, title: `Recovery workshop, ${area} London`, kind: "workshop", about: frame, on: -24 + index, opensOn: -34, place: "County Hall",
      people: () => quarter(index).map((id) => staff.actor("dcs", id, now()).personId), taken: [{ text: priorities[area][1], by: 40 + index }],
    })),
    ...drafted(plan),
    {
      of: `plan ${plan.name}`, at: calendar.moment(-3, 12),
      act: async () => {
        const { id: planId } = await db.plan.findFirstOrThrow({ where: { name: plan.name }, select: { id: true } });
        const [first, second] = ["Add those who came to London during the year.", "Who pays for counselling after July?"];
        for (const [index, text] of [first, second].entries()) must("comment", await makeComment({ planId, text: text ?? "", actor: staff.actor("dcs", authorityIds[index] ?? "", now()) }));
        const { id: commentId } = await db.planComment.findFirstOrThrow({ where: { planId, text: first ?? "" }, select: { id: true } });
        must("answer a comment", await answerComment({ planId, commentId, text: "They are added to the East’s workplan.", actor: staff.actor("sli-coordinator", null, now()) }));
      },
    },
  ];
}
