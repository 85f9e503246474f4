import { column, coordinator, dateParts, inPost, reason, taking, type Press } from "./presses";

// What is done with series, networks and awards. What is made by one press is pressed on by the next, all in
// the South East; what only a longer story has is pressed in the region of the demonstration that has it.
const named = (table: string, base: string, page: string) => column(`SELECT '${base}' || id || '${page}' AS address FROM ${table} WHERE title IN ('Pressed twice', 'Pressed again') AND region_id = 'south-east'`);
const seriesAt = (page: string) => named("series", "/series/", page);
const networkAt = (page: string) => named("network", "/networks/", page);
const awardAt = (page: string) => named("award", "/awards/", page);
const inLondon = (page: string) => inPost("sli-coordinator", column(`SELECT '/series/' || id || '${page}' AS address FROM series WHERE region_id = 'london' ORDER BY created_at`), "london");
const session = column("SELECT '/events/' || e.id || '/notes' AS address FROM event e JOIN series s ON s.id = e.series_id WHERE s.region_id = 'london' ORDER BY e.number");

const twoSessions = {
  title: "Pressed through", kind: "actionLearning", ...dateParts("first", 30), everyWeeks: "1", count: "2", startsAt: "10:00", endsAt: "12:00", mode: "online", capacity: "10", joinLink: "https://meetings.example.org/through", audience: "region", bookByBefore: "2", offerHours: "8",
};
const throughAt = (page: string) => column(`SELECT '/series/' || id || '${page}' AS address FROM series WHERE title = 'Pressed through'`);

/** The sessions of the second series are over: moved to this morning behind everybody's back, and held. */
const whenHeld: Press["pressers"] = async (pool) => {
  const { holdEvent } = await import("~/features/event");
  const own = "SELECT id FROM event WHERE series_id = (SELECT id FROM series WHERE title = 'Pressed through')";
  await pool.query(`UPDATE bookable_session SET starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' WHERE owner_id IN (${own})`);
  const keepers = await coordinator(throughAt("/act/finish"))(pool);
  for (const { id } of (await pool.query<{ id: string }>(own)).rows) await holdEvent({ eventId: id, actor: { kind: "system" } });
  return keepers;
};

export const seriesPresses: readonly Press[] = [
  {
    name: "Plan a series", button: /^Save and check$/, pressers: coordinator("/series/new"), makes: { series: 1, event: 3, bookable_session: 3 },
    fill: { title: "Pressed twice", kind: "actionLearning", ...dateParts("first", 30), everyWeeks: "1", count: "3", startsAt: "10:00", endsAt: "12:00", mode: "online", capacity: "10", joinLink: "https://meetings.example.org/twice", audience: "region", bookByBefore: "2", offerHours: "8" },
  },
  { name: "Open booking of a series", button: /^Open booking and tell those invited$/, pressers: coordinator(seriesAt("/act/open")), makes: { series: 0 } },
  { name: "Book sessions of a series", button: /^Book all of them$/, pressers: inPost("section-author", seriesAt("/book")), chooses: "session", makes: { booking: 1 } },
  { name: "Leave a series", button: /^Cancel 1 booking$/, pressers: inPost("section-author", seriesAt("/leave")), makes: { booking: 0 }, quiet: true },
  { name: "Cancel a series", button: /^Cancel it and tell everybody booked$/, pressers: coordinator(seriesAt("/act/cancel")), fill: reason, makes: { series: 0 } },
  { name: "Plan another series", button: /^Save and check$/, pressers: coordinator("/series/new"), makes: { series: 1, event: 2, bookable_session: 2 }, fill: twoSessions },
  { name: "Open booking of another series", button: /^Open booking and tell those invited$/, pressers: coordinator(throughAt("/act/open")), makes: { series: 0 } },
  { name: "Combine the notes of a series", button: /^Combine the notes$/, pressers: whenHeld, makes: { series: 0, workflow_event: 1 } },
  { name: "Open an evidence report again", button: /^Open it again$/, pressers: inLondon("/act/reopen"), fill: reason, makes: { workflow_event: 1 } },
  { name: "Note what was heard", button: /^Keep the note$/, pressers: inPost("sli-coordinator", session, "london"), fill: { text: "Small and regular works." }, makes: { session_note: 1 } },
  { name: "Take a note out", button: /^Take it out: Small and regular works/, pressers: inPost("sli-coordinator", session, "london"), makes: { session_note: -1 } },
  { name: "Say what the evidence comes to", button: /^Save it$/, pressers: inLondon("/report"), fill: { summary: "What works is small and regular." }, makes: { series: 0 } },
  { name: "Publish an evidence report", button: /^Publish it and tell everybody who took part$/, pressers: inLondon("/act/publish"), makes: { series_report: 1, workflow_event: 1 } },
  { name: "Close a series", button: /^Close the series$/, pressers: inLondon("/act/close"), makes: { workflow_event: 1 } },
];

export const networksPresses: readonly Press[] = [
  { name: "Make a network", button: /^Save and check$/, pressers: coordinator("/networks/new"), fill: { title: "Pressed twice", kind: "network", who: "region", instructions: "Ask at the desk." }, makes: { network: 1, workflow_event: 1 } },
  { name: "Change a network", button: /^Save the changes$/, pressers: coordinator(networkAt("/edit")), fill: { title: "Pressed again" }, makes: { network: 0 } },
  { name: "Open a network", button: /^Open it and tell those who may join$/, pressers: coordinator(networkAt("/act/open")), makes: { workflow_event: 1 } },
  { name: "Join a network", button: /^Join this network$/, pressers: inPost("dcs", networkAt("")), makes: { membership: 1 } },
  { name: "Invite to a network", button: /^Invite those chosen$/, pressers: coordinator(networkAt("/invite")), chooses: "person", makes: { membership: 1 } },
  { name: "Send members how to join", button: /^Send it to every member$/, pressers: coordinator(networkAt("/act/instructions")), makes: { workflow_event: 1 } },
  { name: "Tell those who may join again", button: /^Send it to those who have not joined$/, pressers: coordinator(networkAt("/act/remind")), makes: { workflow_event: 1 } },
  { name: "Accept an invitation to a network", button: /^Join the network$/, pressers: taking("invitation.accept", "membership", "/memberships/", ""), makes: { workflow_event: 1 } },
  { name: "Decline an invitation to a network", button: /^Decline$/, pressers: taking("invitation.decline", "membership", "/memberships/", ""), makes: { workflow_event: 1 } },
  { name: "Leave a network", button: /^Leave it$/, pressers: taking("network.leave", "membership", "/memberships/", ""), makes: { workflow_event: 1 } },
  { name: "End a membership", button: /^End the membership$/, pressers: taking("membership.end", "membership", "/memberships/", ""), fill: reason, makes: { workflow_event: 1 } },
  { name: "Close a network", button: /^Close it and tell every member$/, pressers: coordinator(networkAt("/act/close")), fill: reason, makes: { network: 0 } },
];

export const awardPresses: readonly Press[] = [
  { name: "Plan an award", button: /^Save, and choose the judges$/, pressers: coordinator("/awards/new"), fill: { title: "Pressed twice", criteria: "What changed.", shortlist: "2", ...dateParts("closesOn", 10) }, makes: { award: 1, workflow_event: 1 } },
  { name: "Change an award", button: /^Save the changes$/, pressers: coordinator(awardAt("/edit")), fill: { title: "Pressed again" }, makes: { award: 0 } },
  { name: "Choose judges", button: /^Save the judges$/, pressers: coordinator(awardAt("/judges")), fillFor: async (pool) => ({ person: (await inPost("dcs", "")(pool))[0]?.personId ?? "" }), makes: { award: 0 } },
  { name: "Open nominations of an award", button: /^Open nominations and tell every director$/, pressers: coordinator(awardAt("/act/open")), makes: { workflow_event: 1 } },
  { name: "Nominate a team", button: /^Send the nomination$/, pressers: async (pool) => (await inPost("dcs", awardAt("/nominate"))(pool)).slice(1), fill: { team: "Front door", text: "They answer within the hour." }, makes: { award_nomination: 1 } },
  { name: "Change a nomination for an award", button: /^Save the changes$/, pressers: taking("nomination.change", "award-nomination", "/award-nominations/", ""), fill: { text: "They answer within half an hour." }, makes: { workflow_event: 1 } },
  { name: "Move the last day to nominate", button: /^Move the last day$/, pressers: coordinator(awardAt("/act/deadline")), fill: dateParts("closesOn", 12), makes: { workflow_event: 1 } },
  { name: "Close nominations for an award", button: /^Close nominations$/, pressers: coordinator(awardAt("/act/close")), makes: { workflow_event: 1 } },
  { name: "Judge nominations", button: /^Save what I say$/, pressers: inPost("dcs", awardAt("/judging")), texts: /^comment-/, makes: { award_score: 1, workflow_event: 1 } },
  { name: "Publish the shortlist of an award", button: /^Publish the shortlist$/, pressers: coordinator(awardAt("/shortlist")), makes: { award: 0 } },
  { name: "Tell the outcome of an award", button: /^Tell everybody$/, pressers: coordinator(awardAt("/outcome")), makes: { award: 0 } },
  { name: "Withdraw a nomination for an award", button: /^Withdraw the nomination$/, pressers: taking("nomination.withdraw", "award-nomination", "/award-nominations/", ""), makes: { workflow_event: 1 } },
  { name: "Cancel an award", button: /^Cancel it and tell whoever nominated$/, pressers: taking("award.cancel", "award", "/awards/", "/act/cancel"), fill: reason, makes: { award: 0 } },
];

export const networkPresses: readonly Press[] = [...seriesPresses, ...networksPresses, ...awardPresses];
