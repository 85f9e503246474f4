import { column, coordinator, dateParts, inPost, taking, type Press } from "./presses";

// What is done with commitments, plans and workstreams, and by those who read reports at a validation event.
// The plan is the one whose draft another press has begun in the South East, in the order of its life.
const text = { text: "Written by a test of double presses." };
const planAt = (page: string) => column(`SELECT '/plans/' || id || '${page}' AS address FROM plan WHERE name IN ('Pressed twice', 'Pressed again') ORDER BY name`);
const ofPlan = (page: string) => coordinator(planAt(page));
const atCommitment = (event: string, slug: string) => taking(event, "commitment", "/commitments/", `/act/${slug}`);

export const commitmentPresses: readonly Press[] = [
  { name: "Ask how a commitment stands", button: /^Send them an email$/, pressers: atCommitment("reminder.send", "remind"), makes: { workflow_event: 1 } },
  { name: "Decline a commitment", button: /^Decline it$/, pressers: atCommitment("commitment.decline", "decline"), fill: text, makes: { workflow_event: 1 } },
  { name: "Name somebody else for a commitment", button: /^Ask them to accept$/, pressers: atCommitment("owner.change", "owner"), makes: { workflow_event: 1 } },
  { name: "Accept a commitment", button: /^Accept it$/, pressers: atCommitment("commitment.accept", "accept"), makes: { workflow_event: 1 } },
  { name: "Begin a commitment", button: /^I have begun$/, pressers: atCommitment("work.start", "start"), makes: { workflow_event: 1 } },
  { name: "Note how a commitment goes", button: /^Keep the note$/, pressers: atCommitment("progress.note", "note"), fill: text, makes: { workflow_event: 1 } },
  { name: "Say that a commitment is done", button: /^Say that it is done$/, pressers: atCommitment("commitment.finish", "finish"), fill: text, makes: { workflow_event: 1 } },
  { name: "Withdraw a commitment", button: /^Withdraw it$/, pressers: atCommitment("commitment.withdraw", "withdraw"), fill: text, makes: { workflow_event: 1 } },
];

export const planPresses: readonly Press[] = [
  { name: "Change the details of a plan", button: /^Keep these details$/, pressers: ofPlan("/edit"), fill: { name: "Pressed again" }, makes: { plan: 0 } },
  { name: "Add a priority to a plan", button: /^Add the priority$/, pressers: ofPlan("/edit"), fill: { priority: "Enough good homes" }, makes: { plan_priority: 1 } },
  { name: "Add a workstream to a plan", button: /^Add the workstream$/, pressers: ofPlan("/edit"), fill: { streamTitle: "Placements" }, makes: { workstream: 1 } },
  { name: "Add an action to a workplan", button: /^Add the action$/, pressers: ofPlan("/edit"), fill: { text: "Publish one framework", ...dateParts("doneBy", 90) }, makes: { workplan_action: 1 } },
  { name: "Take an action out of a workplan", button: /^Take out: Publish one framework/, pressers: ofPlan("/edit"), makes: { workplan_action: -1 } },
  { name: "Add an action again", button: /^Add the action$/, pressers: ofPlan("/edit"), fill: { text: "Publish one framework", ...dateParts("doneBy", 90) }, makes: { workplan_action: 1 } },
  { name: "Open a plan for comments", button: /^Open it, and tell every director$/, pressers: ofPlan("/act/open"), makes: { plan: 0 } },
  { name: "Comment on a plan", button: /^Keep your comment$/, pressers: inPost("dcs", planAt("/comments")), fill: text, makes: { plan_comment: 1, workflow_event: 1 } },
  { name: "Close a consultation", button: /^Close it$/, pressers: ofPlan("/act/close-comments"), makes: { workflow_event: 1 } },
  { name: "Answer a comment on a plan", button: /^Keep the answer$/, pressers: ofPlan("/comments"), texts: /^answer-/, makes: { workflow_event: 1 } },
  { name: "Plan a directors’ meeting of today", button: /^Plan the meeting$/, pressers: coordinator("/directors-meetings"), fill: { ...dateParts("heldOn", 0), place: "County Hall" }, makes: { directors_meeting: 1 } },
  { name: "Put a plan on an agenda", button: /^Put it on the agenda$/, pressers: ofPlan("/act/agenda"), makes: { workflow_event: 1 } },
  { name: "Take a plan off an agenda", button: /^Take it off$/, pressers: ofPlan("/act/off-agenda"), makes: { workflow_event: 1 } },
  { name: "Put a plan on an agenda again", button: /^Put it on the agenda$/, pressers: ofPlan("/act/agenda"), makes: { workflow_event: 1 } },
  { name: "Return a plan", button: /^Record that it is returned$/, pressers: taking("plan.return", "plan", "/plans/", "/act/return"), fill: text, makes: { plan_decision: 1, workflow_event: 1 } },
  { name: "Put a returned plan on an agenda", button: /^Put it on the agenda$/, pressers: ofPlan("/act/agenda"), makes: { workflow_event: 1 } },
  { name: "Send an agenda", button: /^Send it to every director$/, pressers: taking("agenda.send", "directors-meeting", "/directors-meetings/", "/act/send"), makes: { workflow_event: 1 } },
  { name: "Send a changed agenda", button: /^Send it to every director again$/, pressers: taking("agenda.resend", "directors-meeting", "/directors-meetings/", "/act/resend"), makes: { workflow_event: 1 } },
  { name: "Approve a plan", button: /^Record that it is approved$/, pressers: taking("plan.approve", "plan", "/plans/", "/act/approve"), fill: text, makes: { plan_decision: 1, workflow_event: 1 } },
  { name: "Close a directors’ meeting", button: /^Close it, and tell every director$/, pressers: taking("meeting.close", "directors-meeting", "/directors-meetings/", "/act/close"), makes: { workflow_event: 1 } },
  { name: "Begin a plan", button: /^Begin it, and tell everybody in it$/, pressers: ofPlan("/act/begin"), makes: { commitment: 1 } },
  { name: "Ask a lead for the update", button: /^Ask the lead for the update$/, pressers: taking("reminder.send", "workstream", "/workstreams/", ""), makes: { workflow_event: 1 } },
  { name: "Give a quarterly update", button: /^Keep the update$/, pressers: taking("update.atRisk", "workstream", "/workstreams/", "/update"), fill: { status: "atRisk", narrative: "A host has withdrawn.", recovery: "Find another host", ...dateParts("recoveryBy", 30) }, makes: { workstream_update: 1, commitment: 1 } },
  { name: "Review a plan", button: /^Keep the review, and tell the directors$/, pressers: taking("plan.review", "plan", "/plans/", "/act/review"), fill: text, makes: { workflow_event: 1 } },
];

export const readerPresses: readonly Press[] = [
  { name: "Decline to read a report", button: /^Decline to read it$/, pressers: taking("reader.decline", "validation", "/validations/", "/act/decline"), fill: text, makes: { workflow_event: 1 }, quiet: true },
  { name: "Name another reader", button: /^Change the readers$/, pressers: taking("readers.change", "validation", "/validations/", "/readers"), makes: { workflow_event: 1 } },
];

export const decidingPresses: readonly Press[] = [...commitmentPresses, ...planPresses, ...readerPresses];
