import { expect, test } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { currentSession, tokenOf } from "~/session/current.server";
import { enter, pathAfterSignIn, signInPath } from "~/session/enter.server";
import { endSession, mySessions } from "~/session/sessions.server";
import { appoint, endHolding, personLeft } from "~/features/people";
import { aHolder, aRegion, aRequest, cookieOf } from "./world";

const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

/** What a loader threw: a redirect or a refusal. */
async function thrown(act: () => Promise<unknown>): Promise<Response> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("a cookie made by the sign-in library is read as the person it was made for", async () => {
  const { id } = await aRegion();
  const { person, post } = await aHolder({ regionId: id, kind: "sli-coordinator", name: "Priya Nair" });
  const session = await currentSession(aRequest("/tasks", { cookie: await cookieOf(person.id) }));
  expect(session?.signedIn).toEqual({
    kind: "person", personId: person.id, name: "Priya Nair", email: person.email,
    holdings: [{ postId: post.id, kind: "sli-coordinator", title: "sli-coordinator", regionId: id, authorityId: null }],
  });
});

test("a cookie whose signature or token was altered is nobody's", async () => {
  const { id } = await aRegion();
  const { person } = await aHolder({ regionId: id, kind: "dcs" });
  const cookie = await cookieOf(person.id);
  const [name, value = ""] = cookie.split("=");
  const token = tokenOf(aRequest("/", { cookie }));
  expect(token).not.toBeNull();
  for (const altered of [value.replace(/^./, (c) => (c === "a" ? "b" : "a")), `${token}.`, String(token), `${token}.AAAA`, "%E0%A4%A"]) {
    expect(await currentSession(aRequest("/", { cookie: `${name}=${altered}` }))).toBeNull();
  }
});

test("a session ends after half an hour without a request, and lives on when used in between", async () => {
  const { id } = await aRegion();
  const { person } = await aHolder({ regionId: id, kind: "dcs" });
  const request = aRequest("/", { cookie: await cookieOf(person.id) });
  expect(await at(minutesFromNow(31), () => currentSession(request))).toBeNull();
  expect(await at(minutesFromNow(25), () => currentSession(request))).not.toBeNull();
  expect(await at(minutesFromNow(50), () => currentSession(request))).not.toBeNull();
  expect(await at(minutesFromNow(81), () => currentSession(request))).toBeNull();
});

test("a session ends twelve hours after sign-in however busy it was", async () => {
  const { id } = await aRegion();
  const { person } = await aHolder({ regionId: id, kind: "dcs" });
  const request = aRequest("/", { cookie: await cookieOf(person.id) });
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    expect(await at(minutesFromNow(minutes), () => currentSession(request))).not.toBeNull();
  }
  expect(await at(minutesFromNow(12 * 60 + 1), () => currentSession(request))).toBeNull();
});

test("whoever leaves is cut off at once: no session is left and the cookie is worth nothing", async () => {
  const { id, authorityId } = await aRegion();
  const coordinator = await aHolder({ regionId: id, kind: "sli-coordinator" });
  const { person } = await aHolder({ regionId: id, authorityId, kind: "dcs" });
  const request = aRequest("/", { cookie: await cookieOf(person.id) });
  expect(await currentSession(request)).not.toBeNull();
  expect(await personLeft(person.id, coordinator.actor)).toMatchObject({ kind: "done", ended: 1 });
  expect(await currentSession(request)).toBeNull();
  expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
  await expect(cookieOf(person.id)).rejects.toThrow();
});

test("whoever's last post ends is cut off at once, and not when another post remains", async () => {
  const { id, authorityId } = await aRegion();
  const coordinator = await aHolder({ regionId: id, kind: "sli-coordinator" });
  const author = await aHolder({ regionId: id, authorityId, kind: "section-author" });
  const second = await aHolder({ regionId: id, authorityId, kind: "performance-lead" });
  expect(await appoint({ postId: second.post.id, personId: author.person.id }, coordinator.actor)).toMatchObject({ kind: "done" });
  const request = aRequest("/", { cookie: await cookieOf(author.person.id) });
  await endHolding(author.holdingId, coordinator.actor);
  expect((await currentSession(request))?.signedIn.holdings.map((post) => post.kind)).toEqual(["performance-lead"]);
  const last = await db.holding.findFirstOrThrow({ where: { personId: author.person.id, to: null } });
  await endHolding(last.id, coordinator.actor);
  expect(await currentSession(request)).toBeNull();
  expect(await db.session.count({ where: { userId: author.person.id } })).toBe(0);
});

test("a person named on a record without any post can be signed in", async () => {
  const { id } = await aRegion();
  const person = await db.person.create({ data: { name: "Named Observer", email: `${id}-observer@example.org` } });
  await expect(cookieOf(person.id)).rejects.toThrow();
  await db.workflowState.upsert({ where: { machine_state: { machine: "cycle", state: "open" } }, create: { machine: "cycle", state: "open", version: "1" }, update: {} });
  const workflow = await db.workflow.create({
    data: { id: crypto.randomUUID(), machine: "cycle", machineVersion: "1", state: "open", regionId: id, title: "A round", since: new Date(), createdAt: new Date() },
  });
  await db.workflowParty.create({ data: { workflowId: workflow.id, role: "observer", personId: person.id, from: new Date(Date.now() - 1000) } });
  expect((await currentSession(aRequest("/", { cookie: await cookieOf(person.id) })))?.signedIn.holdings).toEqual([]);
});

test("the unsigned are sent to sign in and brought back; the forbidden see what the absent see", async () => {
  const { id } = await aRegion();
  const { person } = await aHolder({ regionId: id, kind: "dcs" });
  const cookie = await cookieOf(person.id);
  const access = { who: "posts", posts: ["sli-coordinator"], of: "region" } as const;
  const unsigned = await thrown(() => enter({ request: aRequest("/regions/x?page=2"), params: {} }, access));
  expect([unsigned.status, unsigned.headers.get("location")]).toEqual([302, "/sign-in?to=%2Fregions%2Fx%3Fpage%3D2"]);
  const forbidden = await thrown(() => enter({ request: aRequest("/regions/x", { cookie }), params: {} }, access));
  expect([forbidden.status, await forbidden.text()]).toEqual([404, ""]);
  expect(await enter({ request: aRequest("/"), params: {} }, { who: "everyone" })).toBeNull();
});

test("a post in one region opens nothing in another", async () => {
  const [here, there] = [await aRegion("Here"), await aRegion("There")];
  const { person } = await aHolder({ regionId: here.id, kind: "sli-coordinator" });
  const request = aRequest("/regions", { cookie: await cookieOf(person.id) });
  const access = { who: "posts", posts: ["sli-coordinator"], of: "region" } as const;
  expect(await enter({ request, params: { regionId: here.id } }, access)).toMatchObject({ personId: person.id });
  expect((await thrown(() => enter({ request, params: { regionId: there.id } }, access))).status).toBe(404);
});

test("my sessions are mine: listed with their device, ended one by one, and nobody else's", async () => {
  const { id } = await aRegion();
  const [ada, bob] = [await aHolder({ regionId: id, kind: "dcs" }), await aHolder({ regionId: id, kind: "dass" })];
  const first = await currentSession(aRequest("/", { cookie: await cookieOf(ada.person.id) }));
  await cookieOf(ada.person.id);
  const theirs = await currentSession(aRequest("/", { cookie: await cookieOf(bob.person.id) }));
  const mine = await mySessions(ada.person.id, first?.sessionId ?? null);
  expect(mine.map((one) => one.current)).toEqual([true, false]);
  expect(await endSession(ada.person.id, theirs?.sessionId ?? "")).toBe(false);
  expect(await endSession(ada.person.id, mine[1]?.id ?? "")).toBe(true);
  expect(await mySessions(ada.person.id, first?.sessionId ?? null)).toHaveLength(1);
});

test("after signing in one is led only to paths of this service", () => {
  expect(pathAfterSignIn("/rounds/1?view=late")).toBe("/rounds/1?view=late");
  for (const evil of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/ /evil", "/sign-out", "", null, undefined]) {
    expect(pathAfterSignIn(evil)).toBe("/tasks");
  }
  expect(signInPath(aRequest("/"))).toBe("/sign-in");
});
