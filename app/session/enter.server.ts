import { redirect } from "@remix-run/node";
import { currentRequest } from "~/platform/request.server";
import { singleton } from "~/platform/singleton.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { Access } from "~/ui/route-handle";
import { currentSession, type CurrentSession } from "./current.server";

/** What `enter` reads of a loader's or action's arguments. */
export interface EnterArgs {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
}

type Everyone = Extract<Access, { who: "everyone" }>;

// The root's loader and the page's run side by side for one request, and both ask.
const perRequest = singleton("session-per-request", () => new WeakMap<object, Promise<CurrentSession | null>>());

/** The session of a request, read once however many loaders ask. */
export function sessionOf(request: Request): Promise<CurrentSession | null> {
  const context = currentRequest();
  if (!context) return currentSession(request);
  const known = perRequest.get(context);
  if (known) return known;
  const asked = currentSession(request);
  perRequest.set(context, asked);
  return asked;
}

/** Who is signed in, or null. A route asks `enter` instead. */
export async function signedInFrom(request: Request): Promise<SignedIn | null> {
  return (await sessionOf(request))?.signedIn ?? null;
}

/**
 * The first line of every loader and action: who asks, if they may.
 *
 * - `everyone`: the person or null.
 * - `signedIn`, `visible`: any signed-in person; for `visible` the feature's `visibleTo` then decides which records exist for them.
 * - `posts`: a current holder of one of the kinds. With a `regionId` (or `authorityId`) in the address, of that region (or authority).
 *
 * @throws a redirect to the sign-in page for the unsigned, and for the forbidden the same 404 as for what does not exist
 */
export function enter(args: EnterArgs, access: Everyone): Promise<SignedIn | null>;
export function enter(args: EnterArgs, access: Exclude<Access, Everyone>): Promise<SignedIn>;
export function enter(args: EnterArgs, access: Access): Promise<SignedIn | null>;
export async function enter(args: EnterArgs, access: Access): Promise<SignedIn | null> {
  const signedIn = (await sessionOf(args.request))?.signedIn ?? null;
  if (access.who === "everyone") return signedIn;
  if (!signedIn) throw redirect(signInPath(args.request));
  if (access.who === "posts" && !holdsOne(signedIn, access, args.params)) throw notFound();
  return signedIn;
}

/** The answer for what does not exist and for what is not yours: the same, so that nobody learns which. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** Whether a person now holds a post of one of the kinds, in the region or authority that the address names. */
export function holdsOne(signedIn: SignedIn, access: Extract<Access, { who: "posts" }>, params: EnterArgs["params"]): boolean {
  return signedIn.holdings.some(
    (post) =>
      access.posts.includes(post.kind) &&
      (params["regionId"] === undefined || post.regionId === params["regionId"]) &&
      (access.of === "region" || params["authorityId"] === undefined || post.authorityId === params["authorityId"]),
  );
}

/** The sign-in page that leads back to where one was. A form's answer cannot be repeated: it leads back to the form's page. */
export function signInPath(request: Request): string {
  const url = new URL(request.url);
  const back = url.pathname.replace(/\.data$/, "") + url.search;
  return back === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(back)}`;
}

/** Where to go after signing in: the path asked for when it is one of ours, otherwise the tasks. */
export function pathAfterSignIn(to: string | null | undefined): string {
  // A path that a browser reads as another site ("//evil.example", "/\evil.example") is not ours.
  if (!to || !/^\/(?![/\\])/.test(to) || /[\\\s]/.test(to) || /^\/sign-(in|out)/.test(to)) return "/tasks";
  return to;
}
