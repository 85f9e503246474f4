import type { RecordAct } from "~/features/step/acts";

export const TRIAD_ACTS: readonly RecordAct<"reason" | "authority">[] = [
  { slug: "close-poll", event: "poll.close", title: "Close the date poll", button: "Close the poll", explains: "The answers stay as they are. Whoever has not answered is taken as not known.", done: "The poll is closed", asks: [] },
  { slug: "confirm", event: "session.confirm", title: "Confirm the session", button: "Confirm the session", explains: "The date goes into everybody’s calendar, and the challengers proposed are asked.", done: "The session is confirmed", asks: [] },
  { slug: "release-pack", event: "packs.release", title: "Release the pack", button: "Release the pack", explains: "Everybody in the session can read the pack: self-assessments, data, key lines of enquiry, agenda and roles.", done: "The pack is released", asks: [] },
  { slug: "waive", event: "waiver.give", title: "Let the pack go out without a self-assessment", button: "Give the waiver", explains: "The authority is challenged all the same. The reason is kept, and read within the group.", done: "The waiver is given", asks: ["authority", "reason"] },
  { slug: "remind", event: "reminder.send", title: "Remind those who still owe something", button: "Send the reminder", explains: "Only those whose authority has not done it are reminded.", done: "The reminder is sent", asks: [] },
  { slug: "postpone", event: "session.postpone", title: "Postpone the session", button: "Postpone the session", explains: "The date leaves everybody’s calendar. What has been prepared is kept.", done: "The session is postponed", asks: ["reason"], warns: true },
  { slug: "cancel", event: "session.cancel", title: "Cancel the session", button: "Cancel the session", explains: "The group does not meet, for good. Its authorities are free for another group.", done: "The session is cancelled", asks: ["reason"], warns: true },
  { slug: "hold", event: "session.hold", title: "Mark the session as held", button: "Mark as held", explains: "A challenge record is begun for each authority. Tick who was there on the day page first.", done: "The session is held", asks: [] },
  { slug: "close", event: "session.close", title: "Close the triad", button: "Close the triad", explains: "Nothing more is asked of the group. Each authority’s record goes on by itself.", done: "The triad is closed", asks: ["reason"] },
];

export const actNamed = (slug: string | undefined) => TRIAD_ACTS.find((act) => act.slug === slug);

/** Where a step is taken, for every step that has a page. */
export function pathOfStep(event: string): string | null {
  const own: Readonly<Record<string, string>> = {
    "dates.offer": "offer", "answers.give": "dates", "attendance.confirm": "attendance", "proposal.send": "session", "session.reschedule": "session", "details.change": "session",
    "agenda.change": "times", "kloes.share": "kloes", "member.withdraw": "withdraw", "team.refill": "team",
  };
  return own[event] ?? (TRIAD_ACTS.find((act) => act.event === event) ? `act/${TRIAD_ACTS.find((act) => act.event === event)?.slug ?? ""}` : null);
}

/** What each step is called on the group's page. */
export const stepTitles: Readonly<Record<string, string>> = {
  "dates.offer": "Offer dates", "answers.give": "Answer the dates", "attendance.confirm": "Say who comes", "proposal.send": "Propose a session", "session.reschedule": "Set a new date",
  "details.change": "Change the time or the place", "agenda.change": "Change the times of the agenda", "kloes.share": "Key lines of enquiry", "member.withdraw": "An authority withdraws", "team.refill": "Ask another challenger",
  ...Object.fromEntries(TRIAD_ACTS.map((act) => [act.event, act.title])),
};
