import "~/features/processes.server";
import { db, pool } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/settings.server";
import { challengersStory } from "./challengers";
import { tell } from "./clockwork";
import { servingStory } from "./commitments";
import { calendarAround } from "./days";
import * as eastMidlands from "./east-midlands";
import { eventsStory } from "./events";
import * as london from "./london";
import { recoveryStory } from "./london-recovery";
import { networksStory } from "./networks";
import { londonSettings, londonTriadsStory } from "./london-triads";
import { seedPeople, type RegionToStaff } from "./people";
import { courseStory } from "./courses";
import { programmesStory } from "./programmes";
import { clearSettledJobs } from "./post-office";
import * as southEast from "./south-east";
import { writerFor } from "./texts";
import { comingSummitStory, heldSummitStory } from "./summit";
import { validationStory } from "./validation";
import { visitsStory } from "./visits";
import * as westMidlands from "./west-midlands";
import * as yorkshire from "./yorkshire";

export { seedSmall, smallTemplate, type SmallPerson, type SmallRegion, type SmallWorld } from "./small";

async function authoritiesOf(regionId: string): Promise<readonly { id: string; name: string }[]> {
  return db.authority.findMany({ where: { regionId }, select: { id: true, name: true }, orderBy: { id: "asc" } });
}

/**
 * Loads the demo regions into a database that has the reference data and nobody in it: South East with
 * two rounds behind it and a live one in every state, Yorkshire and The Humber with a live round of its
 * own kind, London with a triad in every state from answered dates to agreed records, the East Midlands with groups just published. People and texts are invented, figures are as published, dates are relative to today. Every
 * state is reached by the verbs that people use. The same story every time on the same day.
 *
 * Not resumable: the caller notes whether it finished, and begins again from an empty database if not.
 * @param progress told what is being loaded, in a sentence
 */
export async function seedDemo({ progress = () => undefined }: { readonly progress?: (sentence: string) => void } = {}): Promise<void> {
  const { options } = pool.options;
  // Whoever notes that the story is finished commits durably, and that covers everything before it.
  pool.options.options = `${options ?? ""} -c synchronous_commit=off`;
  try {
    await tellDemo(progress);
  } finally {
    pool.options.options = options;
  }
}

async function tellDemo(progress: (sentence: string) => void): Promise<void> {
  const today = now();
  const calendar = calendarAround(today);
  const [south, north] = [await authoritiesOf(southEast.REGION), await authoritiesOf(yorkshire.REGION)];
  const longAgo = calendar.yearsBefore(3).moment(0);
  const staffOf = (region: Omit<RegionToStaff, "since">) => seedPeople({ ...region, since: longAgo });

  progress("Inventing people");
  await db.region.update({ where: { id: southEast.REGION }, data: { settings: southEast.southEastSettings } });
  await db.region.update({ where: { id: yorkshire.REGION }, data: { settings: yorkshire.yorkshireSettings } });
  const southStaff = await staffOf({
    regionId: southEast.REGION, domain: "south-east", authorityIds: south.map(({ id }) => id), chairedBy: "west-sussex", seed: 1, digests: true,
    changes: new Map([["portsmouth", calendar.moment(-30, 9)], ["slough", calendar.moment(-150, 9)], ["oxfordshire", calendar.moment(-300, 9)]]),
  });
  const northStaff = await staffOf({
    regionId: yorkshire.REGION, domain: "yorkshire-humber", authorityIds: north.map(({ id }) => id), chairedBy: "leeds", seed: 2,
    changes: new Map([["kingston-upon-hull", calendar.moment(-90, 9)]]),
  });
  await db.region.update({ where: { id: london.REGION }, data: { settings: londonSettings } });
  await db.region.update({ where: { id: eastMidlands.REGION }, data: { settings: eastMidlands.eastMidlandsSettings } });
  const [capital, midlands] = [await authoritiesOf(london.REGION), await authoritiesOf(eastMidlands.REGION)];
  const capitalStaff = await staffOf({ regionId: london.REGION, domain: "london", authorityIds: capital.map(({ id }) => id), chairedBy: capital[0]?.id ?? "", seed: 5, few: 1, changes: new Map() });
  const middle = await authoritiesOf(westMidlands.REGION);
  const middleStaff = await staffOf({ ...westMidlands.people, regionId: westMidlands.REGION, authorityIds: middle.map(({ id }) => id) });

  const midlandsStaff = await staffOf({ regionId: eastMidlands.REGION, domain: "east-midlands", authorityIds: midlands.map(({ id }) => id), chairedBy: midlands[0]?.id ?? "", seed: 8, few: 1, changes: new Map() });

  progress(settings().SMTP_URL ? "Telling three years of the South East and one of Yorkshire and The Humber (no email goes out)" : "Telling three years of the South East and one of Yorkshire and The Humber");
  await tell(
    [
      ...southEast.southEastStory({ calendar, staff: southStaff, writer: await writerFor(south), authorityIds: south.map(({ id }) => id) }),
      ...yorkshire.yorkshireStory({ calendar, staff: northStaff, writer: await writerFor(north), authorityIds: north.map(({ id }) => id) }),
      ...visitsStory({ calendar, staff: northStaff, authorityIds: north.map(({ id }) => id), opened: yorkshire.OPENED }),
      ...challengersStory({ regionId: southEast.REGION, staff: southStaff, authorityIds: south.map(({ id }) => id), calendar, trained: 60, remain: 45, seed: 3, load: 2 }),
      ...challengersStory({ regionId: yorkshire.REGION, staff: northStaff, authorityIds: north.map(({ id }) => id), calendar, trained: 34, remain: 30, seed: 4, load: 6 }),
      ...eventsStory({ regionId: southEast.REGION, staff: southStaff, authorityIds: south.map(({ id }) => id), calendar }),
      ...london.londonStory({ calendar, staff: capitalStaff, authorityIds: capital.map(({ id }) => id) }),
      ...londonTriadsStory({ calendar, staff: capitalStaff, writer: await writerFor(capital), authorityIds: capital.map(({ id }) => id) }),
      ...eastMidlands.eastMidlandsStory({ calendar, staff: midlandsStaff, authorityIds: midlands.map(({ id }) => id) }),
      ...eventsStory({ regionId: yorkshire.REGION, staff: northStaff, authorityIds: north.map(({ id }) => id), calendar }),
      ...heldSummitStory({ regionId: yorkshire.REGION, staff: northStaff, authorityIds: north.map(({ id }) => id), calendar }),
      ...comingSummitStory({ regionId: southEast.REGION, staff: southStaff, authorityIds: south.map(({ id }) => id), calendar }),
      ...validationStory({ regionId: yorkshire.REGION, staff: northStaff, authorityIds: north.map(({ id }) => id), calendar }),
      ...networksStory({ regionId: westMidlands.REGION, staff: middleStaff, authorityIds: middle.map(({ id }) => id), calendar }),
      ...westMidlands.westMidlandsStory({ calendar, staff: middleStaff, authorityIds: middle.map(({ id }) => id) }),
      ...recoveryStory({ calendar, staff: capitalStaff, authorityIds: capital.map(({ id }) => id) }),
      ...servingStory({ regionId: yorkshire.REGION, staff: northStaff, authorityIds: north.map(({ id }) => id), calendar }, { title: "Regional improvement summit", on: -16, recommendation: "Audit thresholds together" }),
      ...courseStory({ regionId: southEast.REGION, staff: southStaff, authorityIds: south.map(({ id }) => id), calendar }),
      ...programmesStory({ regionId: yorkshire.REGION, staff: northStaff, authorityIds: north.map(({ id }) => id), calendar }),
    ],
    { until: today },
  );
  await clearSettledJobs();
}
