import { randomUUID } from "node:crypto";
import { createCycle, joinLate, openRound } from "~/features/cycle";
import { challengeSettings, type RegionSettings } from "~/features/region/settings";
import { createTemplate } from "~/features/template";
import { now } from "~/platform/clock.server";
import type { Moment } from "./clockwork";
import { roundName, type Calendar } from "./days";
import { wayTo, type Stage } from "./paths";
import type { Staff } from "./people";
import { must, Part } from "./rounds";
import { reasons } from "./sentences";
import { yorkshireTemplate } from "./template-yorkshire";
import type { Writer } from "./texts";

export const REGION = "yorkshire-and-the-humber";

/** Everybody reads everybody's, before one validation event; the chief executive alone endorses, and submission shares. */
export const yorkshireSettings: RegionSettings = {
  challengeStyle: "validation",
  visibility: "region",
  endorsements: ["chiefExecutive"],
  outlierRule: false,
  moderation: { needed: false, workingDaysBefore: 10 },
  followUpMonths: 9,
  shareAutomatically: true,
  contactEmail: "sli@yorkshire-humber.example",
  challenge: challengeSettings.parse({}),
};

/** Working days from the day the story is told: submissions are due in twelve. */
export const OPENED = -32;
const DUE = 12;

/** One live round, half-way: nobody is late yet. */
export function yorkshireStory({ calendar, staff, writer, authorityIds }: {
  readonly calendar: Calendar;
  readonly staff: Staff;
  readonly writer: Writer;
  readonly authorityIds: readonly string[];
}): Moment[] {
  const cycleId = randomUUID();
  const dates = { opensOn: calendar.day(OPENED), submissionsDueOn: calendar.day(DUE), challengeStartsOn: calendar.day(34), summitOn: calendar.day(58), endsOn: calendar.day(150) };
  const round = { cycleId, year: Number(dates.opensOn.slice(0, 4)), template: yorkshireTemplate, staff, writer };
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const part = (authorityId: string) => new Part(round, authorityId);
  const way = (authorityId: string, from: number, to: Stage): Moment[] => wayTo({ part: part(authorityId), calendar, from, to, sharesItself: true });
  const on = (authorityId: string, day: number, act: (one: Part) => Promise<void>): Moment => ({ of: authorityId, at: calendar.moment(day, 13, authorityId.length), act: () => act(part(authorityId)) });
  const of = `round ${REGION}`;
  return [
    {
      of,
      at: calendar.moment(OPENED - 6, 15),
      act: async () => {
        const template = await createTemplate({ regionId: REGION, name: "Yorkshire and The Humber self-assessment", content: yorkshireTemplate, actor: coordinator() });
        if (template.kind === "refused") throw new Error(template.reason);
        must("create the round", await createCycle({
          id: cycleId, regionId: REGION, name: roundName(dates.opensOn), templateVersionId: template.versionId, dates,
          // York had asked for a year's pause, and then thought better of it.
          authorityIds: authorityIds.filter((id) => id !== "york"),
          actor: coordinator(),
        }));
      },
    },
    { of, at: calendar.moment(OPENED, 10), act: async () => void must("open the round", await openRound(cycleId, coordinator())) },
    { of, at: calendar.moment(-18, 10), act: async () => void must("join late", await joinLate(cycleId, "york", coordinator())) },
    ...["barnsley", "doncaster", "wakefield"].map((id) => on(id, -15, (one) => one.assign(4))),
    on("barnsley", -7, (one) => one.writeChapter(0)),
    on("doncaster", -6, (one) => one.writeChapter(1)),
    on("doncaster", -3, (one) => one.writeChapter(0, { complete: false })),
    on("york", -8, (one) => one.assign(4)),
    ...way("calderdale", -2, "written"),
    ...way("leeds", -6, "complete"),
    ...way("rotherham", -12, "complete"),
    on("rotherham", -7, (one) => one.returnDraft(reasons.returned)),
    ...way("sheffield", -8, "signed"),
    ...way("bradford", -9, "endorsed"),
    ...way("kirklees", -16, "submitted"),
    ...way("north-yorkshire", -14, "submitted"),
    ...way("east-riding-of-yorkshire", -13, "submitted"),
    on("north-lincolnshire", -10, (one) => one.optOut(reasons.optOut)),
  ];
}
