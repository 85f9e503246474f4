import { expect, test } from "vitest";

import { childDataIn, hitName, keepMarks, marksOf, uncheckedIn, uncheckedOf } from "~/features/child-data";
import { inTransaction } from "~/workflow/transaction.server";
import { aRecord } from "../kept-text/world";

const text = "Write to the office in SO14 7LP.";

test("what somebody has looked at with a reason is no longer asked, in that text and for those words only", async () => {
  const { workflowId, region } = await aRecord();
  const [hit] = childDataIn(text);
  if (!hit) throw new Error("a postcode was to be found");
  expect(await uncheckedIn({ workflowId, key: "finding:1", text })).toEqual([hit]);
  await inTransaction((tx) => keepMarks(tx, { workflowId, key: "finding:1", personId: region.coordinator.personId, marks: [{ hit: hitName(hit), kind: hit.kind, reason: "The council’s office" }] }));
  expect(await uncheckedIn({ workflowId, key: "finding:1", text })).toEqual([]);
  expect(await uncheckedIn({ workflowId, key: "finding:1", text: `${text} And SO14 7LQ.` })).toMatchObject([{ excerpt: "SO14 7LQ" }]);
  expect(Object.keys(await uncheckedOf(workflowId, { "finding:1": text, "finding:2": text, "finding:3": "Nothing" }))).toEqual(["finding:2"]);
  expect(await marksOf(workflowId, "finding:1")).toMatchObject([{ kind: "postcode", reason: "The council’s office", by: region.coordinator.name }]);
});

test("two who look at the same thing at once leave one mark, with the first reason", async () => {
  const { workflowId, region } = await aRecord();
  const mark = (reason: string, personId: string) => inTransaction((tx) => keepMarks(tx, { workflowId, key: "note", personId, marks: [{ hit: "abc", kind: "postcode", reason }] }));
  await Promise.all([mark("One", region.coordinator.personId), mark("Other", region.deputy.personId)]);
  expect(await marksOf(workflowId, "note")).toHaveLength(1);
});
