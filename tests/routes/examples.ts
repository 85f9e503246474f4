import { roles, type Ids, type Role } from "./world";

/** How the matrix asks for a route, and who is to be shown it. */
export interface Example {
  readonly path: (ids: Ids) => string;
  /** Roles of the record's own region that it exists for; everybody else sees nothing. Left out: whoever the route's declared access names. */
  readonly sees?: readonly Role[];
  /** Of those, who may act. Left out: the same. */
  readonly acts?: readonly Role[];
  /** Why even they find nothing in this small world: a state not reached, a feature switched off. */
  readonly notHere?: string | undefined;
  /** The address names a record or a region, so that every region's is asked for by everybody. */
  readonly ofRegion?: boolean;
}

const everybodyOfTheRegion = roles;
const inTheAuthority: readonly Role[] = ["dcs", "delegate", "performanceLead", "chiefExecutive", "leadMember"];
/** Those for whom the record exists: to press what is not theirs is refused by the process itself, with its reason, not by absence. */
const whoSeeTheRecord: readonly Role[] = [...inTheAuthority, "coordinator"];
/** Those for whom a visit that was asked for exists; a team joins them later. */
const whoSeeTheVisit: readonly Role[] = ["dcs", "delegate", "chiefExecutive", "coordinator", "chair"];
const followers = roles.filter((role) => role !== "observer");

/** Directors and their people, and whoever runs the region. */
const whoFollowDecisions: readonly Role[] = ["coordinator", "chair", "dcs", "delegate", "neighbourDcs"];

const fixed = (path: string, more: Omit<Example, "path"> = {}): Example => ({ path: () => path, ...more });
const round = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/rounds/${ids.cycleId}${rest}`, sees, ofRegion: true, ...more });
const document = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/self-assessments/${ids.selfAssessmentId}${rest}`, sees, ofRegion: true, ...more });
/** Boards are for rounds of triads, which only the first region has. */
const board = (rest: string, more: Partial<Example> = {}): Example => ({ path: (ids) => `/rounds/${ids.cycleId}/arrangements/${ids.arrangementId}${rest}`, sees: ["coordinator"], ...more });
/** Of a record whose letter is final: its team is from elsewhere, so that nobody here is of it. */
const letter = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/challenge-records/${ids.letterRecordId}${rest}`, sees, ofRegion: true, ...more });
const whoCheck: readonly Role[] = ["dcs", "delegate"];
const whoReadTheFinal: readonly Role[] = ["dcs", "delegate", "chiefExecutive", "leadMember"];
const challenger = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/challengers/${ids.challengerId}${rest}`, sees, ofRegion: true, ...more });
/** A group of the authority and its neighbours, in which the regional chair is a director too; dates are not yet offered. */
const inTheGroup: readonly Role[] = ["dcs", "delegate", "neighbourDcs", "chair"];
const triad = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/triads/${ids.triadId}${rest}`, sees, ofRegion: true, ...more });
const template = (rest: string): Example => ({ path: (ids) => `/templates/${ids.templateVersionId}${rest}`, sees: ["coordinator"], ofRegion: true });

/** Booking of it is open to everybody of the region, and the authority's delegate has a place. */
const event = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/events/${ids.eventId}${rest}`, sees, ofRegion: true, ...more });

/** A series of two sessions whose booking is open, at the first of which the authority's delegate has a place. */
const series = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/series/${ids.seriesId}${rest}`, sees, ofRegion: true, ...more });
/** A cohort whose nominations are open: everybody of the region sees it. */
const cohort = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/cohorts/${ids.cohortId}${rest}`, sees, ofRegion: true, ...more });
const programme = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/programmes/${ids.programmeId}${rest}`, sees, ofRegion: true, ...more });
/** A day exists for the coordinator, its tutors and its participants, of whom there are none yet. */
const day = (rest: string, more: Partial<Example> = {}): Example => ({ path: (ids) => `/days/${ids.dayId}${rest}`, sees: ["coordinator"], ofRegion: true, ...more });
/** The delegate is nominated by the director; whoever books for the authority sees it. */
const nomination = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/nominations/${ids.nominationId}${rest}`, sees, ofRegion: true, ...more });

/** Those for whom the authority's challenge record exists: its host, the region, and the director next door, who leads the challenge. */
const challengeWitnesses: readonly Role[] = ["dcs", "delegate", "chiefExecutive", "leadMember", "coordinator", "neighbourDcs"];
/** The findings are the team's alone: not the host's, not the coordinator's. */
const teamOnly: readonly Role[] = ["neighbourDcs"];
const record = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/challenge-records/${ids.challengeRecordId}${rest}`, sees, ofRegion: true, ...more });
const finding = (rest: string, more: Partial<Example> = {}): Example => ({ path: (ids) => `/challenge-records/${ids.challengeRecordId}/findings/${ids.findingId}${rest}`, sees: teamOnly, ofRegion: true, ...more });
const visit = (rest: string, sees: readonly Role[], more: Partial<Example> = {}): Example => ({ path: (ids) => `/visits/${ids.visitId}${rest}`, sees, acts: whoSeeTheVisit, ofRegion: true, ...more });

/** One example a route module, by its id. A route without one fails the standing test. */
export const examples: Readonly<Record<string, Example>> = {
  "routes/$": fixed("/no-such-page", { notHere: "it answers what nothing else answers" }),
  "routes/_index": fixed("/"),
  "routes/accessibility": fixed("/accessibility"),
  "routes/cookies": fixed("/cookies"),
  "routes/privacy": fixed("/privacy"),
  "routes/account": fixed("/account"),
  "routes/sessions": fixed("/sessions"),
  "routes/session.extend": fixed("/session/extend"),
  "routes/sign-in._index": fixed("/sign-in"),
  "routes/sign-in.code": fixed("/sign-in/code"),
  "routes/sign-in.link.$token": fixed("/sign-in/link/not-a-token"),
  "routes/sign-in.council": fixed("/sign-in/council", { notHere: "no council account is set up" }),
  "routes/sign-in.callback.$provider": fixed("/sign-in/callback/council", { notHere: "no council account is set up" }),
  "routes/sign-in.as.$personId": { path: (ids) => `/sign-in/as/${ids.personId}`, notHere: "only in the demonstration" },
  "routes/sign-out": fixed("/sign-out"),
  "routes/authorities._index": fixed("/authorities"),
  "routes/authorities.$authorityId": { path: (ids) => `/authorities/${ids.authorityId}` },
  "routes/challenge-records._index": fixed("/challenge-records"),
  "routes/challenge-records.$id._index": record("", challengeWitnesses),
  "routes/challenge-records.$id.act.$slug": record("/act/withdraw", ["coordinator"]),
  "routes/challenge-records.$id.findings._index": record("/findings", teamOnly),
  "routes/challenge-records.$id.findings.$findingId._index": finding(""),
  "routes/challenge-records.$id.findings.$findingId.autosave": finding("/autosave", { notHere: "it is posted to by the page's script" }),
  "routes/challenge-records.$id.findings.$findingId.conflicts": finding("/conflicts"),
  "routes/challenge-records.$id.findings.$findingId.history": finding("/history"),
  "routes/challenge-records.$id.findings.$findingId.remove": finding("/remove"),
  "routes/assignments._index": fixed("/assignments"),
  "routes/assignments.$assignmentId": { path: (ids) => `/assignments/${ids.assignmentId}`, sees: ["coordinator", "chair", "delegate"], ofRegion: true },
  "routes/challengers._index": fixed("/challengers"),
  "routes/challengers[.]csv": fixed("/challengers.csv"),
  "routes/challengers.apply": fixed("/challengers/apply"),
  "routes/challengers.demand": fixed("/challengers/demand"),
  "routes/challengers.import": fixed("/challengers/import"),
  "routes/challengers.new": fixed("/challengers/new"),
  "routes/challengers.training._index": fixed("/challengers/training"),
  "routes/challengers.training.$eventId": { path: () => `/challengers/training/${crypto.randomUUID()}`, sees: ["coordinator"], notHere: "no training day is planned" },
  "routes/challengers.$challengerId._index": challenger("", ["coordinator", "chair", "dcs", "delegate"]),
  "routes/challengers.$challengerId.endorsement": challenger("/endorsement", ["dcs"], { notHere: "there is no application to decide about" }),
  "routes/challengers.$challengerId.leave": challenger("/leave", ["coordinator", "delegate"]),
  "routes/rounds.$cycleId.challenge-board": round("/challenge-board", ["coordinator", "chair"]),
  "routes/rounds.$cycleId.challenge-board[.]csv": round("/challenge-board.csv", ["coordinator", "chair"]),
  "routes/calendar._index": fixed("/calendar"),
  "routes/calendar.feed.$token[.]ics": fixed("/calendar/feed/not-a-token.ics", { notHere: "nobody has a link of that name" }),
  "routes/programmes._index": fixed("/programmes"),
  "routes/programmes.new": fixed("/programmes/new"),
  "routes/programmes.teaching": fixed("/programmes/teaching"),
  "routes/programmes.people._index": fixed("/programmes/people"),
  "routes/programmes.people[.]csv": fixed("/programmes/people.csv"),
  "routes/regions.$regionId.programmes._index": { path: (ids) => `/regions/${ids.regionId}/programmes` },
  "routes/regions.$regionId.programmes[.]csv": { path: (ids) => `/regions/${ids.regionId}/programmes.csv` },
  "routes/regions.$regionId.programmes.chase": { path: (ids) => `/regions/${ids.regionId}/programmes/chase`, acts: ["coordinator"] },
  "routes/regions.$regionId.programmes.chase[.]csv": { path: (ids) => `/regions/${ids.regionId}/programmes/chase.csv` },
  "routes/programmes.$id._index": programme("", everybodyOfTheRegion, { acts: ["coordinator"] }),
  "routes/programmes.$id.edit": programme("/edit", ["coordinator"]),
  "routes/programmes.$id.cohorts.new": programme("/cohorts/new", ["coordinator"]),
  "routes/cohorts.$id._index": cohort("", everybodyOfTheRegion, { acts: ["coordinator"] }),
  "routes/cohorts.$id.act.$slug": cohort("/act/cancel", ["coordinator"]),
  "routes/cohorts.$id.board": cohort("/board", ["coordinator"], { notHere: "nominations are still open" }),
  "routes/cohorts.$id.day-new": cohort("/day-new", ["coordinator"]),
  "routes/cohorts.$id.days": cohort("/days", ["delegate"], { notHere: "nobody has a place yet" }),
  "routes/cohorts.$id.edit": cohort("/edit", ["coordinator"]),
  "routes/cohorts.$id.evaluation": cohort("/evaluation", ["coordinator"]),
  "routes/cohorts.$id.nominate": cohort("/nominate", everybodyOfTheRegion),
  "routes/cohorts.$id.people": cohort("/people", ["coordinator", "chair", "dcs", "delegate", "performanceLead", "neighbourDcs"], { acts: ["coordinator"] }),
  "routes/cohorts.$id.report._index": cohort("/report", ["coordinator"]),
  "routes/cohorts.$id.report[.]docx": cohort("/report.docx", ["coordinator"]),
  "routes/days.$id._index": day(""),
  "routes/days.$id.act.$slug": day("/act/cancel"),
  "routes/days.$id.dates.$sessionId": day("/dates", { path: (ids) => `/days/${ids.dayId}/dates/${ids.daySessionId}` }),
  "routes/days.$id.edit": day("/edit"),
  "routes/days.$id.register.$sessionId": day("/register", { path: (ids) => `/days/${ids.dayId}/register/${ids.daySessionId}` }),
  "routes/days.$id.results": day("/results"),
  "routes/nominations.$id._index": nomination("", ["coordinator", "dcs", "delegate", "performanceLead"]),
  "routes/nominations.$id.act.$slug": nomination("/act/withdraw", ["coordinator", "dcs", "delegate"], { acts: ["coordinator", "dcs", "delegate", "performanceLead"] }),
  "routes/nominations.$id.certificate[.]pdf": nomination("/certificate.pdf", ["delegate"], { notHere: "the programme is not completed" }),
  "routes/nominations.$id.replace": nomination("/replace", ["coordinator", "dcs"], { acts: ["coordinator", "dcs", "delegate", "performanceLead"], notHere: "no place is offered yet" }),
  "routes/nominations.approve.$token": fixed("/nominations/approve/not-a-token"),
  "routes/tutoring.$id": fixed(`/tutoring/${crypto.randomUUID()}`, { notHere: "nobody has been asked to teach yet" }),
  "routes/evaluations.$id": fixed(`/evaluations/${crypto.randomUUID()}`, { notHere: "nobody has been to a day yet" }),
  "routes/events._index": fixed("/events"),
  "routes/events.new": fixed("/events/new"),
  "routes/events.$id._index": event("", everybodyOfTheRegion),
  "routes/events.$id.act.$slug": event("/act/cancel", ["coordinator"]),
  "routes/events.$id.attendance.$sessionId": event("/attendance", ["coordinator"], { path: (ids) => `/events/${ids.eventId}/attendance/${ids.sessionId}` }),
  "routes/events.$id.book": event("/book", everybodyOfTheRegion),
  "routes/events.$id.bookings": event("/bookings", ["coordinator"]),
  "routes/events.$id.bookings[.]csv": event("/bookings.csv", ["coordinator"]),
  "routes/events.$id.dates.$sessionId": event("/dates", ["coordinator"], { path: (ids) => `/events/${ids.eventId}/dates/${ids.sessionId}` }),
  "routes/events.$id.edit": event("/edit", ["coordinator"]),
  "routes/events.$id.guests": event("/guests", ["coordinator"]),
  "routes/events.$id.notes": event("/notes", ["coordinator", "delegate"], { path: (ids) => `/events/${ids.seriesEventId}/notes` }),
  "routes/series.new": fixed("/series/new"),
  "routes/series.$id._index": series("", everybodyOfTheRegion),
  "routes/series.$id.act.$slug": series("/act/cancel", ["coordinator"]),
  "routes/series.$id.book": series("/book", everybodyOfTheRegion),
  "routes/series.$id.leave": series("/leave", everybodyOfTheRegion),
  "routes/series.$id.report._index": series("/report", ["coordinator"]),
  "routes/series.$id.report[.]docx": series("/report.docx", [], { notHere: "no report is published" }),
  "routes/events.$id.quotas": event("/quotas", ["coordinator"]),
  "routes/events.$id.team": event("/team", ["coordinator", "chair", "dcs", "delegate", "performanceLead", "neighbourDcs"]),
  "routes/bookings.$bookingId": { path: (ids) => `/bookings/${ids.bookingId}`, sees: ["coordinator", "delegate"], ofRegion: true },
  "routes/summits.$eventId._index": { path: (ids) => `/summits/${ids.summitId}`, sees: everybodyOfTheRegion, acts: followers, ofRegion: true },
  "routes/summits.$eventId.agenda": { path: (ids) => `/summits/${ids.summitId}/agenda`, sees: ["coordinator"], ofRegion: true },
  "routes/recommendations._index": fixed("/recommendations"),
  "routes/recommendations.$id._index": { path: (ids) => `/recommendations/${ids.recommendationId}`, sees: whoFollowDecisions, ofRegion: true },
  "routes/recommendations.$id.act.$slug": { path: (ids) => `/recommendations/${ids.recommendationId}/act/off-agenda`, sees: ["coordinator"], ofRegion: true },
  "routes/recommendations.$id.chain": { path: (ids) => `/recommendations/${ids.recommendationId}/chain`, sees: whoFollowDecisions, ofRegion: true },
  "routes/commit": fixed("/commit"),
  "routes/commitments._index": fixed("/commitments"),
  "routes/commitments.new": fixed("/commitments/new"),
  "routes/commitments.$id._index": { path: (ids) => `/commitments/${ids.commitmentId}`, sees: ["coordinator", "chair", "delegate"], ofRegion: true },
  "routes/commitments.$id.act.$slug": { path: (ids) => `/commitments/${ids.commitmentId}/act/withdraw`, sees: ["coordinator", "delegate"], ofRegion: true },
  "routes/decisions._index": fixed("/decisions"),
  "routes/decisions[.]csv": fixed("/decisions.csv"),
  "routes/directors-meetings._index": fixed("/directors-meetings"),
  "routes/directors-meetings.$id._index": { path: (ids) => `/directors-meetings/${ids.meetingId}`, sees: whoFollowDecisions, ofRegion: true },
  "routes/directors-meetings.$id.act.$slug": { path: (ids) => `/directors-meetings/${ids.meetingId}/act/cancel`, sees: ["coordinator"], ofRegion: true },
  "routes/validations._index": fixed("/validations"),
  "routes/validations.events.$eventId": { path: (ids) => `/validations/events/${ids.scrutinyId}`, sees: ["coordinator", "chair", "dcs", "delegate", "neighbourDcs"], acts: ["coordinator"], ofRegion: true },
  "routes/validations.$id._index": { path: (ids) => `/validations/${ids.validationId}`, sees: ["coordinator", "chair", "dcs", "delegate", "chiefExecutive", "leadMember"], ofRegion: true },
  "routes/validations.$id.act.$slug": { path: (ids) => `/validations/${ids.validationId}/act/withdraw`, sees: ["coordinator"], ofRegion: true },
  "routes/validations.$id.readers": { path: (ids) => `/validations/${ids.validationId}/readers`, sees: ["coordinator"], ofRegion: true },
  "routes/directory._index": fixed("/directory"),
  "routes/directory[.]csv": fixed("/directory.csv"),
  "routes/directory.$authorityId": { path: (ids) => `/directory/${ids.authorityId}`, sees: everybodyOfTheRegion, ofRegion: true },
  "routes/people.$personId._index": { path: (ids) => `/people/${ids.personId}`, sees: everybodyOfTheRegion, ofRegion: true },
  "routes/people.$personId.edit": { path: (ids) => `/people/${ids.personId}/edit`, sees: ["coordinator"], ofRegion: true },
  "routes/people.$personId.leave": { path: (ids) => `/people/${ids.personId}/leave`, sees: ["coordinator"], ofRegion: true },
  "routes/people.import": fixed("/people/import"),
  "routes/people.import_.sample[.]csv": fixed("/people/import/sample.csv"),
  "routes/people.new": fixed("/people/new"),
  "routes/posts.$postId._index": { path: (ids) => `/posts/${ids.postId}`, sees: everybodyOfTheRegion, acts: ["coordinator", "dcs"], ofRegion: true },
  "routes/posts.$postId.end.$holdingId": { path: (ids) => `/posts/${ids.postId}/end/${ids.holdingId}`, sees: ["coordinator", "dcs"], ofRegion: true },
  "routes/posts.new": fixed("/posts/new"),
  "routes/regions.$regionId._index": { path: (ids) => `/regions/${ids.regionId}`, sees: ["coordinator"], ofRegion: true },
  "routes/regions.$regionId.settings": { path: (ids) => `/regions/${ids.regionId}/settings`, sees: ["coordinator"], ofRegion: true },
  "routes/emails._index": fixed("/emails"),
  "routes/mailbox._index": fixed("/mailbox", { notHere: "only in the demonstration" }),
  "routes/mailbox.$messageId": { path: (ids) => `/mailbox/${ids.cycleId}`, notHere: "only in the demonstration" },
  "routes/mailbox.$messageId_.calendar[.]ics": { path: (ids) => `/mailbox/${ids.cycleId}/calendar.ics`, notHere: "only in the demonstration" },
  "routes/mailbox.$messageId_.style[.]css": { path: (ids) => `/mailbox/${ids.cycleId}/style.css`, notHere: "only in the demonstration" },
  "routes/processes._index": fixed("/processes"),
  "routes/processes.$machine": fixed("/processes/cycle"),
  "routes/tasks._index": fixed("/tasks"),
  "routes/tasks.done": fixed("/tasks/done"),
  "routes/tasks.others": fixed("/tasks/others"),
  "routes/templates._index": fixed("/templates"),
  "routes/templates.new": fixed("/templates/new"),
  "routes/templates.$versionId._index": template(""),
  "routes/templates.$versionId.part": template("/part?id=leadership"),
  "routes/templates.$versionId.preview": template("/preview"),
  "routes/templates.$versionId.remove": template("/remove?id=leadership"),
  "routes/rounds._index": fixed("/rounds"),
  "routes/rounds.new": fixed("/rounds/new"),
  "routes/rounds.$cycleId._index": round("", followers),
  "routes/rounds.$cycleId.arrangements._index": round("/arrangements", ["coordinator"], { ofRegion: false }),
  "routes/rounds.$cycleId.arrangements.new": round("/arrangements/new", ["coordinator"], { ofRegion: false }),
  "routes/rounds.$cycleId.arrangements.compare": round("/arrangements/compare", ["coordinator"], { ofRegion: false }),
  "routes/rounds.$cycleId.arrangements.$arrangementId._index": board(""),
  "routes/rounds.$cycleId.arrangements.$arrangementId.changes": board("/changes?authority=kent"),
  "routes/rounds.$cycleId.arrangements.$arrangementId.move": board("/move?authority=kent"),
  "routes/rounds.$cycleId.arrangements.$arrangementId.publish": board("/publish"),
  "routes/rounds.$cycleId.arrangements.$arrangementId.remove": board("/remove"),
  "routes/rounds.$cycleId.arrangements.$arrangementId.rules": board("/rules"),
  "routes/rounds.$cycleId.arrangements.$arrangementId.type": board("/type"),
  "routes/rounds.$cycleId.searches.$searchId": round(`/searches/${crypto.randomUUID()}`, ["coordinator"], { notHere: "nothing is being searched for" }),
  "routes/rounds.$cycleId.years": round("/years", ["coordinator"], { ofRegion: false }),
  "routes/rounds.$cycleId.blocked": round("/blocked", ["coordinator"]),
  "routes/rounds.$cycleId.chase": round("/chase", ["coordinator", "chair"]),
  "routes/rounds.$cycleId.chase[.]csv": round("/chase.csv", ["coordinator", "chair"]),
  "routes/rounds.$cycleId.check": round("/check", ["coordinator"]),
  "routes/rounds.$cycleId.dates": round("/dates", ["coordinator"]),
  "routes/rounds.$cycleId.edit": round("/edit", ["coordinator"]),
  "routes/rounds.$cycleId.groups": round("/groups", ["coordinator"]),
  "routes/rounds.$cycleId.join": round("/join", ["coordinator"]),
  "routes/rounds.$cycleId.opened": round("/opened", ["coordinator"]),
  "routes/rounds.$cycleId.reminded": round("/reminded", ["coordinator"], { notHere: "nobody has been reminded" }),
  "routes/rounds.$cycleId.steps.$event": round("/steps/submissions.close", ["coordinator", "chair"]),
  "routes/rounds.$cycleId.sessions._index": round("/sessions", ["coordinator"]),
  "routes/rounds.$cycleId.sessions.$triadId": round(`/sessions/${crypto.randomUUID()}`, ["coordinator"], { acts: [], notHere: "nothing is proposed" }),
  "routes/rounds.$cycleId.timeline": round("/timeline", followers),
  "routes/self-assessments._index": fixed("/self-assessments"),
  "routes/self-assessments.$id._index": document("", whoSeeTheRecord),
  "routes/self-assessments.$id.act.$slug": document("/act/opt-out", ["dcs"], { acts: whoSeeTheRecord }),
  "routes/self-assessments.$id.authors": document("/authors", ["dcs", "delegate", "coordinator"]),
  "routes/self-assessments.$id.chapters._index": document("/chapters", inTheAuthority),
  "routes/self-assessments.$id.chapters.$chapterId": document("/chapters/leadership", inTheAuthority),
  "routes/self-assessments.$id.chapters.$chapterId_.autosave": document("/chapters/leadership/autosave", inTheAuthority, { notHere: "it is posted to by the page's script" }),
  "routes/self-assessments.$id.check": document("/check", inTheAuthority),
  "routes/self-assessments.$id.comments": document("/comments", whoSeeTheRecord, { notHere: "nothing has been shared" }),
  "routes/self-assessments.$id.conflicts": document("/conflicts", inTheAuthority),
  "routes/self-assessments.$id.endorse": document("/endorse", inTheAuthority, { acts: whoSeeTheRecord, notHere: "nothing has been signed" }),
  "routes/self-assessments.$id.evidence._index": document("/evidence", inTheAuthority),
  "routes/self-assessments.$id.evidence.$fileId": document(`/evidence/${crypto.randomUUID()}`, inTheAuthority, { notHere: "no file has been added" }),
  "routes/self-assessments.$id.history.$questionId": document("/history/context", inTheAuthority),
  "routes/self-assessments.$id.read": document("/read", whoSeeTheRecord, { notHere: "nothing has been signed" }),
  "routes/self-assessments.$id.readings": document("/readings", inTheAuthority),
  "routes/self-assessments.$id.sign": document("/sign", inTheAuthority, { acts: whoSeeTheRecord, notHere: "it is not ready to sign" }),
  "routes/self-assessments.$id.submitted": document("/submitted", inTheAuthority, { notHere: "nothing has been submitted" }),
  "routes/self-assessments.$id.update": document("/update", inTheAuthority, { acts: whoSeeTheRecord, notHere: "no update is due" }),
  "routes/self-assessments.$id.versions": document("/versions", whoSeeTheRecord),
  "routes/self-assessments.$id.who": document("/who", whoSeeTheRecord),
  "routes/self-assessments.$id.word": document("/word", whoSeeTheRecord, { notHere: "nothing has been signed" }),
  "routes/challenge-records.$id.letter._index": letter("/letter", []),
  "routes/challenge-records.$id.letter_.autosave": letter("/letter/autosave", [], { notHere: "it is posted to by the page's script" }),
  "routes/challenge-records.$id.letter.conflicts": letter("/letter/conflicts", []),
  "routes/challenge-records.$id.letter.history.$paragraphId": letter(`/letter/history/${crypto.randomUUID()}`, []),
  "routes/challenge-records.$id.letter.$way": letter("/letter/finalise", [], { notHere: "the letter is final" }),
  "routes/challenge-records.$id.versions": letter("/versions", whoReadTheFinal),
  "routes/challenge-records.$id.final": letter("/final", whoReadTheFinal),
  "routes/challenge-records.$id.final[.]docx": letter("/final.docx", whoReadTheFinal),
  "routes/challenge-records.$id.final[.]pdf": letter("/final.pdf", whoReadTheFinal),
  "routes/challenge-records.$id.seen": letter("/seen", whoCheck),
  "routes/challenge-records.$id.accuracy._index": letter("/accuracy", whoCheck),
  "routes/challenge-records.$id.accuracy.paragraph.$paragraphId": letter(`/accuracy/paragraph/${crypto.randomUUID()}`, whoCheck, { notHere: "the check is over" }),
  "routes/challenge-records.$id.accuracy.point.$pointId": letter(`/accuracy/point/${crypto.randomUUID()}`, [], { notHere: "the check is over" }),
  "routes/challenge-records.$id.accuracy.file.$pointId": letter(`/accuracy/file/${crypto.randomUUID()}`, [], { notHere: "no point has a file" }),
  "routes/challenge-records.$id.accuracy.proceed": letter("/accuracy/proceed", [], { notHere: "the check is over" }),
  "routes/challenge-records.$id.response._index": letter("/response", whoReadTheFinal, { acts: whoCheck }),
  "routes/challenge-records.$id.response_.autosave": letter("/response/autosave", whoCheck, { notHere: "it is posted to by the page's script" }),
  "routes/challenge-records.$id.response.conflict": letter("/response/conflict", whoCheck),
  "routes/challenge-records.$id.release": letter("/release", whoCheck),
  "routes/challenge-records.$id.plan._index": letter("/plan", whoReadTheFinal, { acts: ["dcs"] }),
  "routes/challenge-records.$id.plan.$areaId": { ...letter("", whoCheck), path: (ids) => `/challenge-records/${ids.letterRecordId}/plan/${ids.planAreaId}` },
  "routes/challenge-records.$id.progress": letter("/progress", whoCheck, { notHere: "the plan is not agreed" }),
  "routes/challenge-records.$id.review": letter("/review", [], { notHere: "the plan is not agreed" }),
  "routes/themes._index": fixed("/themes"),
  "routes/visits._index": fixed("/visits"),
  "routes/visits.new": fixed("/visits/new"),
  "routes/visits.$id._index": visit("", whoSeeTheVisit),
  "routes/visits.$id.act.$slug": visit("/act/withdraw", ["dcs", "coordinator"]),
  "routes/visits.$id.arrangements": visit("/arrangements", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.dates": visit("/dates", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.day": visit("/day", whoSeeTheVisit, { acts: [], notHere: "there is no team yet" }),
  "routes/visits.$id.endorse": visit("/endorse", whoSeeTheVisit, { notHere: "it is not scoped yet" }),
  "routes/visits.$id.object": visit("/object", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.request": visit("/request", whoSeeTheVisit, { notHere: "it has been sent" }),
  "routes/visits.$id.scope": visit("/scope", ["coordinator"]),
  "routes/visits.$id.statement._index": visit("/statement", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.statement.autosave": visit("/statement/autosave", whoSeeTheVisit, { notHere: "it is posted to by the page's script" }),
  "routes/visits.$id.statement.conflict": visit("/statement/conflict", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.statement.files._index": visit("/statement/files", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.statement.files.$fileId": visit(`/statement/files/${crypto.randomUUID()}`, whoSeeTheVisit, { notHere: "no file has been added" }),
  "routes/visits.$id.statement.history": visit("/statement/history", ["dcs", "delegate", "chiefExecutive"]),
  "routes/visits.$id.team._index": visit("/team", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.team.propose": visit("/team/propose", whoSeeTheVisit, { notHere: "it is not endorsed yet" }),
  "routes/visits.$id.timetable._index": visit("/timetable", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.timetable.$day": visit("/timetable/1", whoSeeTheVisit, { notHere: "there is no team yet" }),
  "routes/visits.$id.who": visit("/who", whoSeeTheVisit),
  "routes/triads._index": fixed("/triads"),
  "routes/triads.$id._index": triad("", [...inTheGroup, "coordinator"]),
  "routes/triads.$id.act.$slug": triad("/act/cancel", ["coordinator"]),
  "routes/triads.$id.attendance": triad("/attendance", inTheGroup),
  "routes/triads.$id.dates": triad("/dates", inTheGroup),
  "routes/triads.$id.day": triad("/day", [...inTheGroup, "coordinator"]),
  "routes/triads.$id.kloes": triad("/kloes", [...inTheGroup, "coordinator"]),
  "routes/triads.$id.offer": triad("/offer", ["coordinator"]),
  "routes/triads.$id.pack": triad("/pack", [...inTheGroup, "coordinator"]),
  "routes/triads.$id.session": triad("/session", ["coordinator"]),
  "routes/triads.$id.team": triad("/team", ["coordinator"]),
  "routes/triads.$id.times": triad("/times", ["coordinator"]),
  "routes/triads.$id.withdraw": triad("/withdraw", ["coordinator"]),
};
