import { now } from "~/platform/clock.server";
import type { Moment } from "./clockwork";
import { gathering, type Gathering } from "./commitments";
import type { Calendar } from "./days";
import type { RegionToStaff, Staff } from "./people";
import { approved, drafted, reviewed, updated, yearsOf, type DraftedPlan } from "./plan";

export const REGION = "west-midlands";

/** Fourteen authorities, each with a director and two assistant directors: those who sponsor and lead its work. */
export const people = { domain: "west-midlands", chairedBy: "solihull", seed: 6, few: 2, changes: new Map() } satisfies Partial<RegionToStaff>;

const [homes, workforce, together] = ["Enough good homes, near to home", "A workforce that stays", "Help early, and together"];

const streams: DraftedPlan["streams"] = [
  { title: "Placements and sufficiency", priority: homes, actions: ["Publish one framework for fostering placements", "Open the shared emergency beds", "Agree one fee for the region"], update: ["onTrack", "The framework is published. Eleven of fourteen authorities have placed with it."] },
  { title: "Kinship care", priority: homes, actions: ["Agree one offer to kinship carers", "Publish it where families look", "Count who takes it up"], update: ["onTrack", "The offer is agreed in all fourteen. Its pages are being written."] },
  { title: "Care leavers", priority: homes, actions: ["Ask every housing authority for a protocol", "Agree what a care leaver can count on", "Open the regional covenant"], update: ["atRisk", "Four housing authorities have not answered.", "Meet the four housing authorities with their lead members"] },
  { title: "Agency social work", priority: workforce, actions: ["Agree the rates of the memorandum", "Report breaches every quarter", "Review who is still on higher rates"], update: ["onTrack", "The rates are agreed, and breaches have halved since the summer."] },
  { title: "Practice academy", priority: workforce, actions: ["Write the first year’s programme", "Find hosts for two courses", "Count who finishes"], update: ["offTrack", "The host of the first course has withdrawn, and there is no date yet.", "Find another host, or hold the first course online"] },
  { title: "Data and performance", priority: together, actions: ["Agree the quarterly set of figures", "Send the first quarter’s return", "Look at outliers together"], update: ["onTrack", "The set is agreed. Thirteen of fourteen returns came in time."] },
  { title: "Special educational needs", priority: together, actions: ["Compare how long plans take", "Visit the two quickest", "Write down what they do"], update: ["onTrack", "The comparison is on the region’s pages, and both visits have a date."] },
  { title: "Early help", priority: together, actions: ["Map what each authority offers", "Choose three measures that all collect", "Audit thresholds in threes"] },
];

/**
 * What the region does together, as it came about: an earlier plan that is followed, the eighteen-month plan
 * with three headline priorities and eight workstreams, and the commitments of its conference's day, followed up.
 */
export function westMidlandsStory({ calendar, staff, authorityIds }: { readonly calendar: Calendar; readonly staff: Staff; readonly authorityIds: readonly string[] }): Moment[] {
  const told = { regionId: REGION, calendar, staff, authorityIds };
  const before: DraftedPlan = {
    ...told, name: "Steps out of the pandemic", draftedOn: -196, startsOn: -176, endsOn: -112,
    streams: [{ title: "Placements and sufficiency", priority: homes, actions: ["List every empty bed each Friday", "Agree one contract for placements"], update: ["onTrack", "The Friday list is read in all fourteen."] }],
  };
  const plan: DraftedPlan = { ...told, name: `West Midlands plan, ${yearsOf(calendar, -110, 265)}`, follows: before.name, draftedOn: -134, startsOn: -110, endsOn: 265, streams };
  return [
    ...drafted(before),
    ...approved(before, []),
    ...updated(before, -118),
    ...reviewed(before, -113, "The Friday list works and goes on by itself. One contract for placements is not agreed: it goes on in the next plan."),
    ...drafted(plan),
    ...approved(plan, [
      ["Say which authorities are in the shared beds from the start.", "All fourteen: it says so now."],
      ["The academy needs a lead from a smaller authority.", "Its lead was asked from one, and has agreed."],
      ["Eight workstreams are many. Which come first?", "Placements and agency work: their first actions are due in the first quarter."],
    ]),
    ...updated(plan, -50),
    ...gathering(day(told)),
  ];
}

/** The day in the spring on which fourteen directors and eight who lead said what each would do. */
function day(told: Pick<Gathering, "regionId" | "calendar" | "staff" | "authorityIds">): Gathering {
  const { staff, authorityIds } = told;
  return {
    ...told, title: "West Midlands improvement day", kind: "conference", about: "What each of us will do for the plan, said in the room and followed up.", on: -70, opensOn: -80, place: "Solihull, The Core",
    people: () => [...authorityIds.map((id) => staff.actor("dcs", id, now()).personId), ...authorityIds.slice(0, 8).flatMap((id) => staff.authors(id)[0] ?? [])],
    taken: [
      { text: "Share our fostering framework with the two authorities beside us", by: -40, then: "done", words: "Both have it, and one has placed four children with it." },
      { text: "Open two of our emergency beds to neighbours", by: -35, then: "done", words: "Open since the first of the month: eleven nights used by three authorities." },
      { text: "Pay the agreed rate for agency social workers, without exceptions", by: -30, then: "done", words: "No exception in the last quarter’s return." },
      { text: "Bring our care leavers to the next regional meeting", by: 30, then: "underWay" },
      { text: "Host the first course of the academy", by: 25, then: "withdrawn", words: "The rooms are needed for the inspection. Another host is being sought." },
      { text: "Send our thresholds document to everybody", by: -20, then: "underWay" },
      { text: "Lend our data analyst for the first return", by: 40, then: "passedOn", words: "Our analyst has left; a neighbour has two." },
      { text: "Visit the two quickest for education plans", by: 45, then: "asked" },
      { text: "Ask our housing authority for a protocol", by: 50 },
      { text: "Read one other authority’s kinship offer a month", by: 60 },
    ],
  };
}
