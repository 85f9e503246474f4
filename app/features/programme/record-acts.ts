import { linking, type RecordAct } from "~/features/step/acts";

export const COHORT_ACTS: readonly RecordAct<"reason" | "closesOn">[] = [
  { slug: "open", event: "nominations.open", title: "Open nominations", button: "Open nominations and invite the directors", asks: [], explains: "Directors of children’s and of adult services get an email. Everybody with a post in the region can then see the cohort and nominate.", done: "Nominations are open" },
  { slug: "remind", event: "invitation.repeat", title: "Send the invitation again", button: "Send it again", asks: [], explains: "It goes to the directors of authorities that have nominated nobody.", done: "The invitation has gone out again" },
  { slug: "extend", event: "nominations.extend", title: "Give more time to nominate", button: "Set the new closing date", asks: ["closesOn"], explains: "The directors are told of the new closing date.", done: "There is more time" },
  { slug: "reopen", event: "nominations.reopen", title: "Open nominations again", button: "Open nominations again", asks: ["closesOn"], explains: "The directors are told of the new closing date. What the board has drafted is kept.", done: "Nominations are open again" },
  { slug: "close", event: "nominations.close", title: "Close nominations now", button: "Close nominations", asks: [], explains: "Nominations close by themselves on the closing date. What is not endorsed by then cannot be selected.", done: "Nominations are closed" },
  { slug: "release", event: "decisions.release", title: "Release all decisions", button: "Release all decisions", asks: [], explains: "Everybody nominated is told at once: of an offer, of their place on the reserve list, or that they were not selected. Booking of the days opens. This cannot be undone.", done: "The decisions are out" },
  { slug: "begin", event: "programme.begin", title: "Begin the programme now", button: "Begin the programme", asks: [], explains: "It begins by itself on its first day. The reserve list closes.", done: "The programme has begun" },
  { slug: "complete", event: "programme.complete", title: "Complete the programme", button: "Complete the programme", asks: [], explains: "Everybody who meets the rule gets a certificate; the others are told what is missing. In six months those who completed it are asked what it changed.", done: "The programme is completed" },
  { slug: "ask-impact", event: "impact.ask", title: "Ask now what it changed", button: "Ask now", asks: [], explains: "It is asked by itself six months after the completion.", done: "They are asked what it changed" },
  { slug: "close-impact", event: "impact.close", title: "Close the follow-up", button: "Close the follow-up", asks: [], explains: "It closes by itself after fifteen working days.", done: "The follow-up is closed" },
  { slug: "cancel", event: "cohort.cancel", title: "Cancel the cohort", button: "Cancel the cohort", asks: ["reason"], explains: "Everybody nominated is told, and its days are taken out of their calendars. This cannot be undone.", warns: true, done: "The cohort is cancelled" },
];

export const cohortAct = (slug: string | undefined) => COHORT_ACTS.find((one) => one.slug === slug);

export const cohortLinks = linking({
  base: "/cohorts", acts: COHORT_ACTS, pages: { "decisions.release": { page: "board", words: "Open the selection board" } },
  order: ["nominations.open", "decisions.release", "programme.complete", "invitation.repeat", "nominations.extend", "nominations.close", "nominations.reopen", "programme.begin", "impact.ask", "impact.close", "cohort.cancel"],
  neverFirst: ["invitation.repeat", "nominations.extend", "nominations.close", "nominations.reopen", "programme.begin", "impact.ask", "impact.close", "cohort.cancel"],
  supplied: ["hasReason", "closingAhead"], always: ["decisions.release"],
});
