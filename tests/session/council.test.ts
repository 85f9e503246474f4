import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { forget } from "~/platform/singleton.server";
import { forgetSettings } from "~/platform/settings.server";
import { db } from "~/platform/db.server";
import { personLeft } from "~/features/people";
import { currentSession } from "~/session/current.server";
import { finishCouncilSignIn, startCouncilSignIn, type Caller } from "~/session/ways-in.server";
import { aHolder, aRegion, aRequest, cookieOf, cookiesIn } from "./world";

const issuer = "https://login.council.example/tenant/v2.0";
const clientId = "candour-client";
const base = "http://localhost:3000";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An id token as a provider signs it. */
function idToken(claims: object, key = privateKey): string {
  const unsigned = `${base64url({ alg: "RS256", typ: "JWT", kid: "key-1" })}.${base64url(claims)}`;
  return `${unsigned}.${createSign("RSA-SHA256").update(unsigned).sign(key).toString("base64url")}`;
}

interface Given {
  claims: Record<string, unknown>;
  /** Who signs: the provider, or somebody pretending to be it. */
  key: typeof privateKey;
  tokenStatus: number;
}
let given: Given;
let exchanged: URLSearchParams | null;

const provider = setupServer(
  http.get(`${issuer}/.well-known/openid-configuration`, () =>
    HttpResponse.json({
      issuer,
      authorization_endpoint: `${issuer}/oauth2/authorize`,
      token_endpoint: `${issuer}/oauth2/token`,
      userinfo_endpoint: `${issuer}/oidc/userinfo`,
      jwks_uri: `${issuer}/discovery/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
      scopes_supported: ["openid", "profile", "email", "offline_access"],
    }),
  ),
  http.get(`${issuer}/discovery/keys`, () => HttpResponse.json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "key-1", use: "sig", alg: "RS256" }] })),
  http.post(`${issuer}/oauth2/token`, async ({ request }) => {
    exchanged = new URLSearchParams(await request.text());
    if (given.tokenStatus !== 200) return HttpResponse.json({ error: "invalid_grant", error_description: "AADSTS70008: expired" }, { status: given.tokenStatus });
    return HttpResponse.json({ token_type: "Bearer", scope: "openid profile email", expires_in: 3599, access_token: "an-access-token", id_token: idToken(given.claims, given.key) });
  }),
  http.get(`${issuer}/oidc/userinfo`, () => HttpResponse.json(given.claims)),
);

const settings: Readonly<Record<string, string>> = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: "a secret of the client", OIDC_LABEL: "your council account" };

beforeAll(() => {
  provider.listen({ onUnhandledRequest: "error" });
  Object.assign(process.env, settings);
  forgetSettings();
});

beforeEach(() => {
  forget("auth");
  given = { claims: {}, key: privateKey, tokenStatus: 200 };
  exchanged = null;
});

afterEach(() => provider.resetHandlers());

afterAll(() => {
  provider.close();
  for (const name of Object.keys(settings)) delete process.env[name];
  forgetSettings();
  forget("auth");
});

const aCaller = (path: string, cookie?: string): Caller => ({ request: aRequest(path, cookie ? { cookie } : {}), clientAddress: "192.0.2.7" });

async function aDirector() {
  const { id, authorityId } = await aRegion();
  return { regionId: id, ...(await aHolder({ regionId: id, authorityId, kind: "dcs", email: `director-${randomUUID()}@council.example` })) };
}

/** The whole way there and back, with whatever the provider says of the person. */
async function signInWith(claims: Record<string, unknown>, options: { key?: typeof privateKey; otherBrowser?: boolean; formerCookie?: string } = {}) {
  const started = await startCouncilSignIn("/rounds", aCaller("/sign-in/council"));
  if (!started) throw new Error("the provider could not be reached");
  const asked = new URL(started.url);
  given.claims = {
    iss: issuer, aud: clientId, sub: `sub-${randomUUID()}`, iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 3600,
    nonce: asked.searchParams.get("nonce") ?? undefined, name: "Amara Okafor", ...claims,
  };
  given.key = options.key ?? privateKey;
  const cookies = [options.otherBrowser ? "" : cookiesIn(started.headers), options.formerCookie ?? ""].filter(Boolean).join("; ");
  const back = `/sign-in/callback/council?code=a-code&state=${encodeURIComponent(asked.searchParams.get("state") ?? "")}`;
  const answer = await finishCouncilSignIn(aCaller(back, cookies));
  const session = await currentSession(aRequest("/", { cookie: cookiesIn(answer.headers) }));
  return { asked, answer, location: answer.headers.get("location"), signedInAs: session?.signedIn.personId ?? null };
}

test("a director whose council vouches for their address is signed in and led where they were going", async () => {
  const { person } = await aDirector();
  const { asked, location, signedInAs } = await signInWith({ email: person.email, email_verified: true });
  expect(signedInAs).toBe(person.id);
  expect(location).toBe("/rounds");
  expect(asked.origin + asked.pathname).toBe(`${issuer}/oauth2/authorize`);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({ client_id: clientId, response_type: "code", redirect_uri: `${base}/sign-in/callback/council`, code_challenge_method: "S256" });
  expect(asked.searchParams.get("scope")?.split(" ").sort()).toEqual(["email", "openid", "profile"]);
  expect(exchanged?.get("grant_type")).toBe("authorization_code");
  expect(exchanged?.get("code_verifier")).toMatch(/^[\w~.-]{43,}$/);
});

test("Microsoft Entra's own way of saying that an address is verified counts, with capitals in the address too", async () => {
  const { person } = await aDirector();
  expect((await signInWith({ email: person.email.toUpperCase(), xms_edov: true })).signedInAs).toBe(person.id);
});

test("the keys to the council account are not kept", async () => {
  const { person } = await aDirector();
  await signInWith({ email: person.email, email_verified: true });
  const account = await db.account.findFirstOrThrow({ where: { userId: person.id } });
  expect([account.accessToken, account.refreshToken, account.idToken]).toEqual([null, null, null]);
});

test("the same council account comes in again, and a session the browser had ends", async () => {
  const { person } = await aDirector();
  const sub = `sub-${randomUUID()}`;
  await signInWith({ sub, email: person.email, email_verified: true });
  const former = await cookieOf(person.id);
  expect((await signInWith({ sub, email: person.email, email_verified: true }, { formerCookie: former })).signedInAs).toBe(person.id);
  expect(await currentSession(aRequest("/", { cookie: former }))).toBeNull();
  expect(await db.account.count({ where: { userId: person.id } })).toBe(1);
});

test("an address that the council does not vouch for lets nobody in", async () => {
  const { person } = await aDirector();
  for (const claims of [{ email: person.email }, { email: person.email, email_verified: false }, { email: person.email, email_verified: "no" }, { email: person.email, xms_edov: false }]) {
    const { signedInAs, location } = await signInWith(claims);
    expect([signedInAs, location?.startsWith("/sign-in?problem=council")]).toEqual([null, true]);
  }
  expect(await db.account.count({ where: { userId: person.id } })).toBe(0);
});

test("a stranger with a verified address gets neither an account nor a hint", async () => {
  const people = await db.person.count();
  const { signedInAs, location } = await signInWith({ email: `stranger-${randomUUID()}@council.example`, email_verified: true });
  expect([signedInAs, location?.startsWith("/sign-in?problem=council")]).toEqual([null, true]);
  expect(await db.person.count()).toBe(people);
});

test("somebody who has left is not let in by a council that still knows them", async () => {
  const { person, regionId } = await aDirector();
  const coordinator = await aHolder({ regionId, kind: "sli-coordinator" });
  const sub = `sub-${randomUUID()}`;
  await signInWith({ sub, email: person.email, email_verified: true });
  await personLeft(person.id, coordinator.actor);
  expect((await signInWith({ sub, email: person.email, email_verified: true })).signedInAs).toBeNull();
  expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
});

test("a token signed by somebody else, for somebody else, too old or of another sign-in is worth nothing", async () => {
  const { person } = await aDirector();
  const claims = { email: person.email, email_verified: true };
  expect((await signInWith(claims, { key: stranger.privateKey })).signedInAs).toBeNull();
  for (const wrong of [{ aud: "another-client" }, { iss: "https://evil.example" }, { exp: Math.floor(Date.now() / 1000) - 3600 }, { nonce: "another" }]) {
    expect([wrong, (await signInWith({ ...claims, ...wrong })).signedInAs]).toEqual([wrong, null]);
  }
});

test("an answer brought to another browser than the one that asked is refused", async () => {
  const { person } = await aDirector();
  expect((await signInWith({ email: person.email, email_verified: true }, { otherBrowser: true })).signedInAs).toBeNull();
});

test("a provider that refuses the code, or cannot be reached, leads back to the sign-in page", async () => {
  const { person } = await aDirector();
  given.tokenStatus = 400;
  const { location, signedInAs } = await signInWith({ email: person.email, email_verified: true });
  expect([signedInAs, location?.startsWith("/sign-in?problem=council")]).toEqual([null, true]);
  provider.use(http.get(`${issuer}/.well-known/openid-configuration`, () => HttpResponse.error()));
  forget("auth");
  expect(await startCouncilSignIn("/tasks", aCaller("/sign-in/council"))).toBeNull();
});
