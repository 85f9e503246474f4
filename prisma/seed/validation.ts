import { closeEvent, openBooking, planEvent } from "~/features/event";
import { acceptReply, agreeReport, answerQuestion, askQuestion, giveReply, proposeAllocation, publishAllocation, publishOutcomes, queryReport } from "~/features/validation";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import type { Staff } from "./people";
import { must } from "./rounds";

interface Told {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
}

const EARLIER = "Challenge event on the reports of last year";
const COMING = "Challenge event";

/** Working days from the day on which the story is told: last year's event, and the one to come. */
const HELD = -26;
const NEXT = 34;

/**
 * Validation events of a region: one where the reports of every authority were scrutinised, two of them
 * queried and settled, and one to come whose readers are named for what has been shared so far.
 */
export function validationStory({ regionId, staff, authorityIds, calendar }: Told): Moment[] {
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const director = (authorityId: string) => staff.actor("dcs", authorityId, now());
  const eventId = async (title: string) => (await db.event.findFirstOrThrow({ where: { regionId, title }, select: { id: true } })).id;
  const of = `event ${EARLIER}`;
  const reports = async (title: string) =>
    db.validation.findMany({ where: { scrutinyId: await eventId(title) }, select: { id: true, authorityId: true, readers: { where: { leads: true }, select: { authorityId: true } } }, orderBy: { authorityId: "asc" } });
  const report = async (title: string, authorityId: string) => {
    const one = (await reports(title)).find((candidate) => candidate.authorityId === authorityId);
    if (!one) throw new Error(`the report of ${authorityId} is not scrutinised`);
    return { validationId: one.id, lead: director(one.readers[0]?.authorityId ?? "") };
  };
  const [firstQueried = "", secondQueried = ""] = authorityIds;
  const plan = (title: string, on: number, capacity: number) => async () => void must("plan a validation event", await planEvent({
    regionId, actor: coordinator(), details: { title, kind: "validation", about: "Every authority scrutinises the reports of others." },
    date: { day: calendar.day(on), startsAt: "10:00", endsAt: "15:30", mode: "inPerson", place: "Town Hall", joinLink: "", instructions: "", capacity },
    rules: { bookBy: calendar.day(on - 3), audience: "region", attendedOwnerId: null, anyTicket: false, quota: 3, offerHours: 8 },
  }));
  const allocate = (title: string, elsewhere: readonly string[]) => async () => {
    const { id: cycleId } = await db.cycle.findFirstOrThrow({ where: { regionId }, select: { id: true }, orderBy: { opensOn: "desc" } });
    const id = await eventId(title);
    must("propose who reads what", await proposeAllocation({ eventId: id, actor: coordinator(), rules: { cycleId, perReport: 2, tables: 5, replyDays: 5, groupsAllowed: false, never: [], elsewhere } }));
    must("name the readers", await publishAllocation({ eventId: id, actor: coordinator() }));
  };
  return [
    { of, at: calendar.moment(HELD - 12, 10), act: plan(EARLIER, HELD, 30) },
    { of, at: calendar.moment(HELD - 11, 9), act: async () => void must("open booking", await openBooking({ eventId: await eventId(EARLIER), actor: coordinator() })) },
    // Last year's reports were written before the region used Candour: all take part with a report kept elsewhere.
    { of: "round of last year's reports", at: calendar.moment(HELD - 5, 11), act: allocate(EARLIER, authorityIds) },
    {
      of, at: calendar.moment(HELD - 4, 11),
      act: async () => {
        const { validationId, lead } = await report(EARLIER, firstQueried);
        must("ask a question", await askQuestion({ validationId, actor: lead, text: "Which audits show that thresholds are understood?" }));
        const { id: questionId } = await db.validationQuestion.findFirstOrThrow({ where: { validationId }, select: { id: true } });
        must("answer a question", await answerQuestion({ validationId, questionId, actor: director(firstQueried), text: "The two thematic audits of the spring; the summary is attached to the report." }));
      },
    },
    {
      of, at: calendar.moment(HELD, 15),
      act: async () => {
        for (const { id: validationId, authorityId, readers } of await reports(EARLIER)) {
          const given = { validationId, actor: director(readers[0]?.authorityId ?? "") };
          if (authorityId === firstQueried) must("query", await queryReport({ ...given, kind: "query", text: "The figures on re-referrals and the narrative point in different directions." }));
          else if (authorityId === secondQueried) must("ask for evidence", await queryReport({ ...given, kind: "needsEvidence", text: "The judgement on care leavers rests on one survey." }));
          else must("agree", await agreeReport(given));
        }
      },
    },
    {
      of, at: calendar.moment(HELD + 2, 11),
      act: async () => {
        must("close the event", await closeEvent({ eventId: await eventId(EARLIER), actor: coordinator() }));
        for (const authorityId of [firstQueried, secondQueried]) {
          const { validationId, lead } = await report(EARLIER, authorityId);
          must("reply", await giveReply({ validationId, actor: director(authorityId), text: "The figures of the last quarter are added to the report, with what explains them." }));
          must("settle", await acceptReply({ validationId, actor: lead }));
        }
      },
    },
    { of, at: calendar.moment(HELD + 6, 10), act: async () => void must("publish the outcomes", await publishOutcomes({ scrutinyId: await eventId(EARLIER), actor: coordinator() })) },
    { of: `event ${COMING}`, at: calendar.moment(-2, 10), act: plan(COMING, NEXT, 45) },
    { of: "round of this year's reports", at: calendar.moment(-1, 10), act: allocate(COMING, []) },
  ];
}
