import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = path.resolve("app/routes");

/** Forms without a key of their own press, and why the same request twice still acts once. */
const without: Readonly<Record<string, string>> = {
  "plans.$id.edit.tsx": "the same priority, workstream or action again is the same one, and what is out is out",
  "$.tsx": "it only answers that there is no such page",
  "account.tsx": "it keeps choices as they are",
  "awards.$id.edit.tsx": "it keeps a draft as it is",
  "awards.$id.judges.tsx": "the same judges are saved as they are",
  "awards.$id.judging.tsx": "what a judge says replaces what they said, and the same again changes nothing",
  "awards.$id.nominate.tsx": "an authority has one nomination",
  "networks.$id._index.tsx": "a person belongs to a network once",
  "challenge-records.$id.letter._index.tsx": "each box carries its revision, and a letter is drafted once",
  "challengers.import.tsx": "a person is in a region's pool once",
  "challengers.new.tsx": "a person is in a region's pool once",
  "challengers.training.$eventId.tsx": "a day that is where it is to be does not move again, is called off once, and who came is recorded once",
  "directory._index.tsx": "it only searches",
  "emails._index": "one that is on its way is not sent again",
  "events.$id.attendance.$sessionId.tsx": "who stands as said already is left as they are, and told once",
  "mailbox._index": "it only searches",
  "people.$personId.edit.tsx": "it keeps a person's facts as they are",
  "people.$personId.leave.tsx": "its button says what is to be, not that it change",
  "people.import.tsx": "its digest is of the register as it was checked",
  "people.new.tsx": "an address has one person",
  "posts.$postId._index.tsx": "somebody holds a post once",
  "posts.$postId.end.$holdingId.tsx": "a holding ends once",
  "posts.new.tsx": "a place has one post of a title",
  "regions.$regionId.settings.tsx": "it keeps settings as they are",
  "rounds.$cycleId.arrangements.new": "the draft's own id comes with the form",
  "rounds.$cycleId.blocked.tsx": "a day is kept free once",
  "rounds.$cycleId.edit": "it keeps a draft as it is",
  "rounds.$cycleId.groups": "it sets the groups whole",
  "rounds.$cycleId.years": "a draft's own id comes with the form, and one search runs at a time",
  "rounds.new": "the round's own id comes with the form",
  "self-assessments.$id.chapters.$chapterId.tsx": "each answer carries its revision",
  "self-assessments.$id.chapters.$chapterId_.autosave.ts": "each answer carries its revision",
  "self-assessments.$id.conflicts.tsx": "a conflict is settled once",
  "self-assessments.$id.evidence._index.tsx": "the same file is attached once",
  "series.$id.report._index.tsx": "it keeps what the evidence comes to as it was typed",
  "series.$id.leave.tsx": "a booking that is cancelled is not cancelled again",
  "session.extend.ts": "it notes that somebody is there",
  "sessions.tsx": "a session ends once",
  "sign-in._index.tsx": "asking again is limited, and the newest email counts",
  "sign-in.as.$personId.tsx": "signing in ends the session before it",
  "sign-in.code.tsx": "a code is used once",
  "sign-in.council.tsx": "it leads to the council's own page",
  "sign-in.link.$token.tsx": "a link is used once",
  "sign-out.tsx": "it ends a session once",
  "templates.$versionId._index": "a change carries the template's revision",
  "templates.$versionId.part": "a change carries the revision, a new part its id",
  "templates.$versionId.remove": "a change carries the template's revision",
  "templates._index": "the newest version comes with the form",
  "templates.new": "a region has one template of a name",
  "cohorts.$id.day-new.tsx": "a day of the same title at the same date is added once",
  "cohorts.$id.edit.tsx": "the same places and quota are saved as they are",
  "cohorts.$id.evaluation.tsx": "the same questions are saved as they are",
  "cohorts.$id.people.tsx": "the same ticks are saved as they are",
  "programmes.$id.edit.tsx": "the same words are saved as they are",
  "visits.$id.statement.files._index.tsx": "the same file is attached once",
  "recommendations.$id.papers._index.tsx": "the same file is a paper once, and what is taken off is off",
};

const posting = readdirSync(folder).flatMap((name) => {
  const file = /\.tsx?$/.test(name) ? path.join(folder, name) : ["route.tsx", "route.ts"].map((one) => path.join(folder, name, one)).find((one) => readdirSync(path.dirname(one)).includes(path.basename(one)));
  const source = file ? readFileSync(file, "utf8") : "";
  return /export (async function|const) action\b/.test(source) ? [{ name, source }] : [];
});

/** A key of the press, the revision that was looked at, or the id that a new thing is to have. */
const carried = /requestKey|pressOf|readPress|[rR]evision|newId/;

// What a press really does, twice at once and again, is in twice.test.ts.
test("every form that posts carries a key of its press, a revision or the new thing's id, or is listed with why it needs none", () => {
  expect(posting.length).toBeGreaterThan(30);
  const careless = posting.filter(({ name, source }) => !carried.test(source) && !(name in without)).map(({ name }) => name);
  expect(careless).toEqual([]);
});

test("the list names no form that has a key, or is not there", () => {
  const keyed = posting.filter(({ source }) => /requestKey/.test(source)).map(({ name }) => name);
  expect(Object.keys(without).filter((name) => keyed.includes(name))).toEqual([]);
});
