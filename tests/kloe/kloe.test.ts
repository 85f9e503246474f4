import { expect, test } from "vitest";

import { kloesOf, linesPosted, lineValues, setKloes, shareKloes } from "~/features/kloe";
import { inTransaction } from "~/workflow/transaction.server";
import { aRecord } from "../kept-text/world";

async function aPlace() {
  const { workflowId, region } = await aRecord();
  const [authority, other] = region.authorities;
  if (!authority || !other) throw new Error("two authorities are needed");
  const set = (texts: readonly string[], more: { afterSharing?: boolean; authorityId?: string } = {}) =>
    inTransaction((tx) => setKloes(tx, { activityId: workflowId, authorityId: authority.id, texts, atMost: 3, ...more }));
  return { activityId: workflowId, authority, other, set };
}

test("an authority writes its lines of enquiry in order, as many as the region allows, and none is a refusal", async () => {
  const { activityId, authority, set } = await aPlace();
  expect(await set(["How well do we know our front door?", "  ", "Is supervision recorded?"])).toEqual({ kind: "saved", kloes: 2 });
  expect((await kloesOf(activityId, authority.id)).map((line) => [line.number, line.text, line.shared])).toEqual([[1, "How well do we know our front door?", false], [2, "Is supervision recorded?", false]]);
  expect(await set([" "])).toEqual({ kind: "refused", reason: "none" });
  expect(await set(["1", "2", "3", "4"])).toEqual({ kind: "refused", reason: "too-many" });
  expect(await set(["What of the child named Tom?"])).toEqual({ kind: "refused", reason: "child-data" });
});

test("a changed line keeps its row, so that what is linked to it stays linked; a line fewer goes", async () => {
  const { activityId, authority, set } = await aPlace();
  await set(["One", "Two"]);
  const [before] = await kloesOf(activityId, authority.id);
  await set(["One, said better"]);
  expect(await kloesOf(activityId, authority.id)).toEqual([{ ...before, text: "One, said better" }]);
});

test("shared lines are changed only where the caller says that readers are told, and stay shared", async () => {
  const { activityId, authority, other, set } = await aPlace();
  await set(["One"]);
  await set(["Theirs"], { authorityId: other.id });
  expect(await inTransaction((tx) => shareKloes(tx, { activityId, authorityId: authority.id }))).toBe(1);
  expect(await set(["Two"])).toEqual({ kind: "refused", reason: "already-shared" });
  expect(await set(["Two", "Three"], { afterSharing: true })).toEqual({ kind: "saved", kloes: 2 });
  expect((await kloesOf(activityId)).map((line) => [line.authorityId, line.text, line.shared]).sort()).toEqual(
    [[authority.id, "Three", true], [authority.id, "Two", true], [other.id, "Theirs", false]].sort(),
  );
});

test("two who write the same authority's lines at once leave a whole set", async () => {
  const { activityId, authority, set } = await aPlace();
  await set(["First"]);
  await Promise.all([set(["A1", "A2", "A3"]), set(["B1"])]);
  const lines = (await kloesOf(activityId, authority.id)).map((line) => line.text);
  expect([["A1", "A2", "A3"], ["B1"]]).toContainEqual(lines);
});

test("a form gives back what was typed", () => {
  expect(linesPosted(lineValues([{ number: 1, text: "One" }, { number: 2, text: " Two " }]), 5)).toEqual(["One", "Two"]);
  expect(linesPosted({ "kloe.1": "One", "kloe.2": "Two" }, 1)).toEqual(["One"]);
});
