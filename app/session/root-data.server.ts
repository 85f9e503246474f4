import { createHmac } from "node:crypto";
import { data } from "@remix-run/node";
import { labelOf, rankOf } from "~/features/people/posts";
import { currentRequest } from "~/platform/request.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import type { RootData } from "~/ui/root-data";
import type { HeldPost, SignedIn } from "~/workflow/actor.server";
import { sessionOf } from "./enter.server";
import { clearedFlashHeader, readFlash } from "./flash.server";
import { stepsOfYear, type LiveRound } from "./round.server";

/** Seconds before the end of an idle session at which the person is warned. */
const warningSeconds = 300;

/** What the frame of every page needs: who is signed in, where they can go, where we are in the year. */
export async function rootData(request: Request): Promise<RootData> {
  const session = await sessionOf(request);
  const signedIn = session?.signedIn ?? null;
  const round = session?.round ?? null;
  const flash = await readFlash(request);
  return {
    person: signedIn ? { name: signedIn.name, role: roleOf(signedIn.holdings), key: keyOf(signedIn.personId) } : null,
    nav: signedIn ? navOf(signedIn, round, session?.challenges ?? false, new URL(request.url).pathname) : [],
    round: round ? stepsOfYear(round) : null,
    demo: settings().DEMO,
    flash,
    idle: signedIn ? idleTimes() : null,
    nonce: currentRequest()?.nonce ?? "",
  };
}

/** The root loader's whole answer: the frame's data, and a message shown once is taken out of the browser. */
export async function rootAnswer(request: Request) {
  const root = await rootData(request);
  const headers = new Headers();
  if (root.flash) headers.append("Set-Cookie", await clearedFlashHeader());
  return data(root, { headers });
}

function idleTimes(): NonNullable<RootData["idle"]> {
  const endsAfterSeconds = settings().SESSION_IDLE_MINUTES * 60;
  return { warnAfterSeconds: Math.max(endsAfterSeconds - warningSeconds, Math.floor(endsAfterSeconds / 2)), endsAfterSeconds };
}

/** The post under which a person is known: the first in the usual order. */
function roleOf(holdings: readonly HeldPost[]): string {
  const [first] = [...holdings].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  return first ? first.title || labelOf(first.kind) : "taking part by name";
}

/** Opaque and stable: it keeps one person's unsaved drafts on a shared machine from another's. */
function keyOf(personId: string): string {
  return createHmac("sha256", sessionSecret()).update(`drafts of ${personId}`).digest("base64url").slice(0, 16);
}

/** Whose work peer challenge is, beside that of the challengers themselves. */
const challengePosts: readonly string[] = ["sli-coordinator", "regional-chair", "dcs", "dcs-delegate", "chief-executive", "lead-member", "host-organiser"];

function navOf(signedIn: SignedIn, round: LiveRound | null, challenges: boolean, path: string): RootData["nav"] {
  const coordinates = signedIn.holdings.some((post) => post.kind === "sli-coordinator");
  const readsPool = signedIn.holdings.some((post) => post.kind === "sli-coordinator" || post.kind === "regional-chair");
  const entries: readonly { readonly label: string; readonly href: string; readonly also?: readonly string[] }[] = [
    { label: "Your tasks", href: "/tasks" },
    { label: "Rounds", href: "/rounds" },
    ...(coordinates ? [] : [{ label: "Self-assessments", href: "/self-assessments" }]),
    ...(coordinates && round ? [{ label: "Chase board", href: `/rounds/${round.id}/chase` }] : []),
    ...(challenges || signedIn.holdings.some((post) => challengePosts.includes(post.kind)) ? [{ label: "Challenge", href: "/triads", also: ["/visits", "/challenge-records", "/themes", "/validations"] }] : []),
    ...(readsPool ? [{ label: "Challengers", href: "/challengers" }] : []),
    ...(challenges ? [{ label: "My challenges", href: "/assignments" }] : []),
    { label: "Events", href: "/events", also: ["/bookings", "/calendar", "/networks", "/memberships", "/awards", "/award-nominations"] },
    { label: "Programmes", href: "/programmes", also: ["/cohorts", "/days", "/nominations", "/evaluations", "/tutoring", ...signedIn.holdings.map(({ regionId }) => `/regions/${regionId}/programmes`)] },
    { label: "Decisions", href: "/recommendations", also: ["/directors-meetings", "/decisions", "/summits", "/commitments", "/commit", "/plans", "/workstreams"] },
    { label: "Directory", href: "/directory" },
    ...(coordinates ? [{ label: "Region", href: `/regions/${regionOf(signedIn)}` }, { label: "Emails", href: "/emails" }] : []),
    // In a demonstration without a mail server, what would have been sent is read here.
    ...(settings().DEMO && !settings().SMTP_URL ? [{ label: "Mailbox", href: "/mailbox" }] : []),
  ];
  // The longest address that the page lies under is the one we are in.
  const [here] = entries
    .filter(({ href, also = [] }) => [href, ...also].some((place) => path === place || path.startsWith(`${place}/`)))
    .sort((a, b) => b.href.length - a.href.length);
  return entries.map(({ also: _also, ...entry }) => ({ ...entry, current: entry.href === here?.href }));
}

function regionOf(signedIn: SignedIn): string {
  return signedIn.holdings.find((post) => post.kind === "sli-coordinator")?.regionId ?? "";
}
