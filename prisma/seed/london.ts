import { bookPlaces, recordAttendance } from "~/features/booking";
import { usualThemes } from "~/features/region";
import { finishSessions, noteHeard, openSeries, planSeries, publishReport, saveSummary } from "~/features/series";
import { sessionDays } from "~/features/series/pattern";
import { db } from "~/platform/db.server";
import { isBankHoliday } from "~/workflow/bank-holidays";
import { addWorkingDays, londonTime } from "~/workflow/working-days";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { signedIn, type Staff } from "./people";
import { must } from "./rounds";

export const REGION = "london";

const TITLE = "Action learning for assistant directors";
const SESSIONS = 18;

const heard: readonly string[] = [
  "Families tell their story once when the first worker stays with them through the assessment.",
  "A weekly look at who has waited longest changed what managers ask about.",
  "Short plans in the family's own words are read; long ones are filed.",
  "New social workers stay where somebody senior sits with them in their first month.",
  "Panels that meet on a fixed day decide faster than panels that are called.",
  "Headteachers send better referrals once they have heard what became of the last one.",
  "Dip samples that practitioners choose themselves find more than those that are chosen for them.",
  "Pathway plans begun at fifteen leave a year to find the right home.",
  "A shared chronology with health saved a strategy meeting its first half hour.",
];

const SUMMARY = "Across the sessions one thing came back under every theme: what works is small, regular and done by somebody senior. Waiting, turnover and drift fall where a manager looks at the same short list every week.";

/**
 * London's eighteen action learning sessions: the assistant director of every authority has a place at one,
 * one of them does not come, and the notes of all sessions are combined into one evidence report.
 */
export function londonStory({ calendar, staff, authorityIds }: { readonly calendar: Calendar; readonly staff: Staff; readonly authorityIds: readonly string[] }): Moment[] {
  const of = `series ${TITLE}`;
  const pattern = { first: calendar.day(-115), everyWeeks: 1, count: SESSIONS };
  const { days } = sessionDays(pattern, (day) => !isBankHoliday(day));
  const coordinator = staff.actor("sli-coordinator", null, calendar.moment(0));
  const series = () => db.series.findFirstOrThrow({ where: { regionId: REGION, title: TITLE }, select: { id: true } });
  const sessionAt = (number: number) => db.bookableSession.findFirstOrThrow({ where: { owner: { event: { number, series: { title: TITLE } } } }, select: { id: true, ownerId: true } });
  return [
    {
      of, at: calendar.moment(-130, 14),
      act: async () => {
        must("plan a series", await planSeries({
          regionId: REGION, details: { title: TITLE, kind: "actionLearning", about: "Small groups of assistant directors bring one question each, and take one thing back to try." }, coversKind: "assistant-director", pattern, bookByBefore: 2, actor: coordinator,
          date: { startsAt: "14:00", endsAt: "16:00", mode: "online", place: "", joinLink: "https://meetings.example.org/action-learning", instructions: "", capacity: 6 },
          rules: { audience: "region", attendedOwnerId: null, anyTicket: false, quota: 1, offerHours: 8 },
        }));
      },
    },
    { of, at: calendar.moment(-128, 9), act: async () => void must("open a series", await openSeries({ seriesId: (await series()).id, actor: coordinator })) },
    ...authorityIds.map((authorityId, index): Moment => ({
      of, at: calendar.moment(-127 + Math.floor(index / 11), 10, index % 11),
      act: async () => {
        const [personId = ""] = staff.authors(authorityId);
        must("book", await bookPlaces({ sessionId: (await sessionAt((index % SESSIONS) + 1)).id, personIds: [personId], actor: { kind: "person", personId, channel: "demo" } }));
      },
    })),
    ...days.flatMap((day, index): Moment[] => [
      {
        of, at: londonTime(addWorkingDays(day, 1), "10:00"),
        act: async () => {
          const { id, ownerId } = await sessionAt(index + 1);
          const bookings = await db.booking.findMany({ where: { sessionId: id, holds: true }, select: { id: true, authorityId: true } });
          must("record who came", await recordAttendance({ sessionId: id, actor: coordinator, came: new Map(bookings.map((one) => [one.id, one.authorityId === authorityIds.at(-1) ? ("miss" as const) : ("full" as const)])) }));
          for (const turn of [0, 1]) {
            must("note", await noteHeard({ eventId: ownerId, theme: usualThemes[(index + turn * 3) % 7] ?? "leadership", text: heard[(index * 2 + turn) % heard.length] ?? "", actor: coordinator }));
          }
        },
      },
    ]),
    { of, at: calendar.moment(-14, 11), act: async () => void must("finish the sessions", await finishSessions({ seriesId: (await series()).id, actor: coordinator })) },
    {
      of, at: calendar.moment(-9, 15),
      act: async () => {
        const { id } = await series();
        if (!(await saveSummary(await signedIn(coordinator.personId), id, SUMMARY))) throw new Error("the summary could not be kept");
        must("publish the report", await publishReport({ seriesId: id, actor: coordinator }));
      },
    },
  ];
}
