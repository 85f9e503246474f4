import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { isAPIError } from "better-auth/api";
import { z } from "zod";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { queueEmail } from "~/workflow/outbox.server";
import { auth, codeMinutes, hasCouncilSignIn, headersFor, oidcProvider } from "./auth.server";
import { tokenOf } from "./current.server";
import { signInLetter } from "./letter.server";
import { withStanding } from "./standing.server";
import { countTry, forgiveTry, type Tried } from "./tries.server";

/** What a way in needs to know of the request. */
export interface Caller {
  readonly request: Request;
  /** As the HTTP layer knows it: behind a proxy, the first address that is not ours. */
  readonly clientAddress: string;
}

/** `headers` carry the new session's cookie; `to` is the path that was asked for. */
export type SignInResult =
  | { readonly kind: "in"; readonly headers: Headers; readonly to: string | null }
  | { readonly kind: "refused" }
  | { readonly kind: "tooMany" };

const linkValue = z.object({ personId: z.uuid().nullable(), to: z.string().nullable() });
const linkIdentifier = (token: string) => `sign-in-link-${createHash("sha256").update(token).digest("base64url")}`;
const codeIdentifier = (address: string) => `sign-in-otp-${address}`;

/** No answer to a request for an email comes sooner, so that its time tells nothing of who is known. */
const shortestAnswerMs = 400;

/**
 * Sends a code and a link to an address, if somebody with a place here has it. The answer is the same
 * either way, in words, in what is written and in time: only the email itself differs.
 * @returns "tooMany" when this address or this source has asked ten times in five minutes
 */
export async function requestSignIn(address: string, to: string | null, caller: Caller): Promise<"asked" | "tooMany"> {
  if (!(await countTry({ kind: "email", source: caller.clientAddress, address }))) return "tooMany";
  await Promise.all([sendCodeAndLink(address, to), sleep(shortestAnswerMs)]);
  return "asked";
}

async function sendCodeAndLink(address: string, to: string | null): Promise<void> {
  const moment = now();
  const person = await db.person.findFirst({ where: { email: address, ...withStanding(moment) }, select: { id: true, name: true, email: true } });
  const code = await auth().api.createVerificationOTP({ body: { email: address, type: "sign-in" } });
  const token = randomBytes(32).toString("base64url");
  await db.$transaction(async (tx) => {
    await tx.verification.create({
      data: {
        identifier: linkIdentifier(token),
        value: JSON.stringify({ personId: person?.id ?? null, to }),
        expiresAt: new Date(moment.getTime() + codeMinutes * 60_000),
        createdAt: moment,
        updatedAt: moment,
      },
    });
    if (!person) return;
    const props = signInLetter({ name: person.name, code, path: `/sign-in/link/${token}`, when: moment });
    await queueEmail(tx, { template: "session/sign-in", personId: person.id, address: person.email, role: "self", props, secret: true, occasion: `sign-in ${moment.toISOString()}` });
  });
}

/** Signs in with the six figures of the email. One use; the email's link ends with it. */
export async function signInByCode(address: string, code: string, caller: Caller): Promise<SignInResult> {
  const tried: Tried = { kind: "code", source: caller.clientAddress, address };
  if (!(await countTry(tried))) return { kind: "tooMany" };
  const result = await attempt(caller, () =>
    auth().api.signInEmailOTP({ body: { email: address, otp: code }, headers: headersFor(caller.request, caller.clientAddress), returnHeaders: true }),
  );
  if (result.kind !== "in") return result;
  await Promise.all([forgiveTry(tried), forgetEmailOf(address)]);
  return result;
}

/** Whether a link could still be used. Reading it uses nothing up: mail scanners open links. */
export async function isLinkLive(token: string): Promise<boolean> {
  return (await db.verification.count({ where: { identifier: linkIdentifier(token), expiresAt: { gt: now() } } })) > 0;
}

/** Signs in with the link of the email. One use; the email's code ends with it. */
export async function signInByLink(token: string, caller: Caller): Promise<SignInResult> {
  const tried: Tried = { kind: "link", source: caller.clientAddress };
  if (!(await countTry(tried))) return { kind: "tooMany" };
  const used = await consumeLink(token);
  if (!used?.personId) return { kind: "refused" };
  const { personId, to } = used;
  const result = await signInRecognised(personId, caller);
  if (result.kind !== "in") return result;
  // Whoever opened the email has shown that the address is theirs.
  const { email } = await db.person.update({ where: { id: personId }, data: { emailVerified: true }, select: { email: true } });
  await Promise.all([forgiveTry(tried), forgetEmailOf(email)]);
  return { ...result, to };
}

/** Takes the link out of the database and gives what it stood for, to the first who asks. */
async function consumeLink(token: string): Promise<z.infer<typeof linkValue> | null> {
  const rows = await db.$queryRaw<{ value: string; expires_at: Date }[]>`
    DELETE FROM verification WHERE identifier = ${linkIdentifier(token)} RETURNING value, expires_at`;
  const row = rows[0];
  if (!row || row.expires_at <= now()) return null;
  const read = linkValue.safeParse(JSON.parse(row.value));
  return read.success ? read.data : null;
}

/** Ends the code and every link sent to an address: one email is one sign-in. */
async function forgetEmailOf(address: string): Promise<void> {
  const person = await db.person.findUnique({ where: { email: address }, select: { id: true } });
  await db.verification.deleteMany({
    where: {
      OR: [
        { identifier: codeIdentifier(address) },
        ...(person ? [{ identifier: { startsWith: "sign-in-link-" }, value: { startsWith: `{"personId":"${person.id}"` } }] : []),
      ],
    },
  });
}

/**
 * Signs in as somebody of the demo.
 * @throws a 404 answer outside the demo
 */
export async function signInAsPersona(personId: string, caller: Caller): Promise<SignInResult> {
  if (!settings().DEMO || !z.uuid().safeParse(personId).success) throw new Response(null, { status: 404, statusText: "Not Found" });
  return signInRecognised(personId, caller);
}

function signInRecognised(personId: string, caller: Caller): Promise<SignInResult> {
  return attempt(caller, () =>
    auth().api.signInRecognised({ body: { personId }, headers: headersFor(caller.request, caller.clientAddress), returnHeaders: true }),
  );
}

/** Where the council's own sign-in page is, with the cookie that ties its answer to this browser. Null when it cannot be reached. */
export async function startCouncilSignIn(to: string, caller: Caller): Promise<{ url: string; headers: Headers } | null> {
  if (!hasCouncilSignIn()) return null;
  try {
    const { response, headers } = await auth().api.signInSocial({
      body: { provider: oidcProvider, callbackURL: to, errorCallbackURL: "/sign-in?problem=council", disableRedirect: true },
      headers: headersFor(caller.request, caller.clientAddress),
      returnHeaders: true,
    });
    return "url" in response && response.url ? { url: response.url, headers: onlyCookies(headers) } : null;
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}

/** The council's answer: a redirect, with a session when it vouched for somebody we know. */
export async function finishCouncilSignIn(caller: Caller): Promise<Response> {
  const url = new URL(caller.request.url);
  const asked = new Request(`${settings().BASE_URL}${url.pathname}${url.search}`, { headers: headersFor(caller.request, caller.clientAddress) });
  const answer = await auth().handler(asked);
  const headers = onlyCookies(answer.headers);
  if (holdsNewSession(headers)) await endFormerSession(caller);
  const location = answer.headers.get("location");
  // A browser is sent on within Candour only, whatever the answer says.
  const target = location && URL.canParse(location, settings().BASE_URL) ? new URL(location, settings().BASE_URL) : null;
  headers.set("Location", target?.origin === new URL(settings().BASE_URL).origin ? target.pathname + target.search : "/sign-in?problem=council");
  return new Response(null, { status: 302, headers });
}

async function attempt(caller: Caller, signIn: () => Promise<{ headers: Headers }>): Promise<SignInResult> {
  try {
    const { headers } = await signIn();
    await endFormerSession(caller);
    return { kind: "in", headers: onlyCookies(headers), to: null };
  } catch (error) {
    // The library refuses by an error of its own; anything else is a fault and goes on.
    if (isAPIError(error)) return { kind: "refused" };
    throw error;
  }
}

/** Rotation: whatever session the browser had before ends with the new one. */
async function endFormerSession({ request }: Caller): Promise<void> {
  const token = tokenOf(request);
  if (token) await db.session.deleteMany({ where: { token } });
}

function onlyCookies(from: Headers): Headers {
  const headers = new Headers();
  for (const cookie of from.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}

function holdsNewSession(headers: Headers): boolean {
  return headers.getSetCookie().some((cookie) => /candour-session=[^;]/.test(cookie));
}
