import { beforeEach, expect, test } from "vitest";
import { emails } from "~emails/index";
import { db, pool } from "~/platform/db.server";
import { currentSession } from "~/session/current.server";
import { triesAllowed } from "~/session/tries.server";
import { isLinkLive, requestSignIn, signInAsPersona, signInByCode, signInByLink, type Caller } from "~/session/ways-in.server";
import { sendEmail } from "~/workflow/outbox.server";
import { personLeft } from "~/features/people";
import { aHolder, aRegion, aRequest, cookieOf, cookiesIn } from "./world";

let counter = 0;

/** A caller from a source of their own. */
const aCaller = (cookie?: string): Caller => ({ request: aRequest("/sign-in", cookie ? { cookie } : {}), clientAddress: `192.0.2.${(counter += 1)}` });

beforeEach(async () => {
  await db.rateLimit.deleteMany({});
});

/** What the newest sign-in email of a person holds. */
async function emailTo(personId: string) {
  const row = await db.outboxEmail.findFirstOrThrow({ where: { personId, template: "session/sign-in" }, orderBy: { createdAt: "desc" } });
  const letter = emails["session/sign-in"].compose(row.props);
  return { id: row.id, code: String(letter.letter.about["code"]), token: letter.button.path.replace("/sign-in/link/", "") };
}

async function aDirector() {
  const { id, authorityId } = await aRegion();
  return { regionId: id, ...(await aHolder({ regionId: id, authorityId, kind: "dcs", name: "Samuel Price" })) };
}

test("one email carries a code and a link, and the code signs in once", async () => {
  const { person } = await aDirector();
  expect(await requestSignIn(person.email, "/rounds", aCaller())).toBe("asked");
  const { code, token } = await emailTo(person.id);
  expect(code).toMatch(/^\d{6}$/);
  const result = await signInByCode(person.email, code, aCaller());
  if (result.kind !== "in") throw new Error("the code was refused");
  expect((await currentSession(aRequest("/", { cookie: cookiesIn(result.headers) })))?.signedIn.personId).toBe(person.id);
  expect(await signInByCode(person.email, code, aCaller())).toEqual({ kind: "refused" });
  expect(await signInByLink(token, aCaller())).toEqual({ kind: "refused" });
});

test("opening the link uses nothing up, pressing its button signs in once and leads where one was going", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, "/rounds", aCaller());
  const { code, token } = await emailTo(person.id);
  for (let scan = 0; scan < 5; scan += 1) expect(await isLinkLive(token)).toBe(true);
  const result = await signInByLink(token, aCaller());
  expect(result).toMatchObject({ kind: "in", to: "/rounds" });
  expect(await isLinkLive(token)).toBe(false);
  expect(await signInByLink(token, aCaller())).toEqual({ kind: "refused" });
  expect(await signInByCode(person.email, code, aCaller())).toEqual({ kind: "refused" });
});

test("two presses of the same link at once give one session", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, null, aCaller());
  const { token } = await emailTo(person.id);
  const results = await Promise.all([signInByLink(token, aCaller()), signInByLink(token, aCaller()), signInByLink(token, aCaller())]);
  expect(results.map((one) => one.kind).sort()).toEqual(["in", "refused", "refused"]);
});

test("code and link end after fifteen minutes", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, null, aCaller());
  const { code, token } = await emailTo(person.id);
  const stored = await db.verification.findMany({ where: { expiresAt: { gt: new Date() } } });
  for (const row of stored) expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeLessThanOrEqual(15 * 60_000 + 1000);
  await pool.query("UPDATE verification SET expires_at = now() - interval '1 second'");
  expect(await isLinkLive(token)).toBe(false);
  expect(await signInByLink(token, aCaller())).toEqual({ kind: "refused" });
  expect(await signInByCode(person.email, code, aCaller())).toEqual({ kind: "refused" });
});

test("neither code nor link can be read out of the database", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, null, aCaller());
  const { code, token } = await emailTo(person.id);
  const rows = JSON.stringify(await db.verification.findMany());
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(`"${code}`);
});

test("an unknown address, a leaver and somebody without a post are answered like everybody and get no email", async () => {
  const { person, regionId } = await aDirector();
  const coordinator = await aHolder({ regionId, kind: "sli-coordinator" });
  await personLeft(person.id, coordinator.actor);
  const noPost = await db.person.create({ data: { name: "No Post", email: `no-post-${regionId}@example.org` } });
  const before = await db.outboxEmail.count({ where: { template: "session/sign-in" } });
  for (const address of ["nobody@example.org", person.email, noPost.email]) {
    const rows = await db.verification.count();
    expect(await requestSignIn(address, null, aCaller())).toBe("asked");
    // As much is written for them as for anybody.
    expect(await db.verification.count()).toBe(rows + 2);
    expect(await signInByCode(address, "123456", aCaller())).toEqual({ kind: "refused" });
  }
  expect(await db.outboxEmail.count({ where: { template: "session/sign-in" } })).toBe(before);
});

test("a code made before somebody left does not let them in afterwards", async () => {
  const { person, regionId } = await aDirector();
  const coordinator = await aHolder({ regionId, kind: "sli-coordinator" });
  await requestSignIn(person.email, null, aCaller());
  const { code, token } = await emailTo(person.id);
  await personLeft(person.id, coordinator.actor);
  expect(await signInByCode(person.email, code, aCaller())).toEqual({ kind: "refused" });
  expect(await signInByLink(token, aCaller())).toEqual({ kind: "refused" });
});

test("the eleventh try within five minutes is refused, for an address from anywhere and for a source with any address", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, null, aCaller());
  const { code } = await emailTo(person.id);
  const wrong = code === "111111" ? "222222" : "111111";
  for (let n = 0; n < triesAllowed; n += 1) expect(await signInByCode(person.email, wrong, aCaller())).toEqual({ kind: "refused" });
  expect(await signInByCode(person.email, code, aCaller())).toEqual({ kind: "tooMany" });
  const source = aCaller();
  for (let n = 0; n < triesAllowed; n += 1) await signInByCode(`nobody-${n}@example.org`, wrong, source);
  expect(await signInByCode("somebody@example.org", wrong, source)).toEqual({ kind: "tooMany" });
});

test("asking for emails is limited like trying codes", async () => {
  const { person } = await aDirector();
  const asked = await Promise.all(Array.from({ length: triesAllowed + 2 }, () => requestSignIn(person.email, null, aCaller())));
  expect(asked.filter((one) => one === "tooMany")).toHaveLength(2);
});

test("tries that turn out right are not held against a council whose people share one source", async () => {
  const source = aCaller();
  for (let n = 0; n < triesAllowed + 2; n += 1) {
    const { person } = await aDirector();
    await requestSignIn(person.email, null, aCaller());
    expect((await signInByCode(person.email, (await emailTo(person.id)).code, source)).kind).toBe("in");
  }
});

test("signing in gives a new session and ends the one the browser had", async () => {
  const { person } = await aDirector();
  const before = await cookieOf(person.id);
  await requestSignIn(person.email, null, aCaller());
  const result = await signInByCode(person.email, (await emailTo(person.id)).code, aCaller(before));
  if (result.kind !== "in") throw new Error("the code was refused");
  expect(cookiesIn(result.headers)).not.toBe(before);
  expect(await currentSession(aRequest("/", { cookie: before }))).toBeNull();
});

test("the session's cookie cannot be read by scripts or sent from another site", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, null, aCaller());
  const result = await signInByCode(person.email, (await emailTo(person.id)).code, aCaller());
  if (result.kind !== "in") throw new Error("the code was refused");
  const cookie = result.headers.getSetCookie().find((one) => one.includes("candour-session="));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  expect(cookie).toMatch(/Path=\//i);
  expect(cookie).toMatch(/Max-Age=43200/i);
});

test("once sent, the email's code and link are gone from the outbox", async () => {
  const { person } = await aDirector();
  await requestSignIn(person.email, null, aCaller());
  const { id, code, token } = await emailTo(person.id);
  await sendEmail(id);
  const row = JSON.stringify(await db.outboxEmail.findUniqueOrThrow({ where: { id } }));
  expect(row).not.toContain(code);
  expect(row).not.toContain(token);
});

test("outside the demonstration nobody can become a persona", async () => {
  const { person } = await aDirector();
  await expect(signInAsPersona(person.id, aCaller())).rejects.toMatchObject({ status: 404 });
});
