import { randomUUID } from "node:crypto";
import { db } from "~/platform/db.server";
import { auth } from "~/session/auth.server";

/** A region with an authority, made for one test. */
export async function aRegion(name = "South Test") {
  const id = `region-${randomUUID().slice(0, 8)}`;
  await db.region.create({ data: { id, name: `${name} ${id.slice(7)}`, codeGss: id } });
  const authority = await db.authority.create({
    data: { id: `authority-${id.slice(7)}`, codeGss: `A${id.slice(7)}`, codeDfe: "999", name: `Ashford ${id.slice(7)}`, regionId: id, type: "Unitary authority", latitude: 51, longitude: 0 },
  });
  return { id, authorityId: authority.id };
}

/** A new person in a new post. */
export async function aHolder(about: { regionId: string; authorityId?: string | null; kind: string; name?: string; email?: string }) {
  const post = await db.post.create({ data: { kind: about.kind, title: about.kind, regionId: about.regionId, authorityId: about.authorityId ?? null } });
  const person = await db.person.create({
    data: { name: about.name ?? "Ada Holder", email: about.email ?? `${randomUUID()}@example.org`, holdings: { create: { postId: post.id, from: new Date("2026-01-01T00:00:00Z") } } },
    include: { holdings: true },
  });
  const holding = person.holdings[0];
  if (!holding) throw new Error("no holding was made");
  return { person, post, holdingId: holding.id, actor: { kind: "person", personId: person.id } as const };
}

/** Signs a person in and gives the cookie their browser would send. */
export async function cookieOf(personId: string): Promise<string> {
  const { headers } = await auth().api.signInRecognised({ body: { personId }, headers: new Headers(), returnHeaders: true });
  return cookiesIn(headers);
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookiesIn(headers: Headers): string {
  return headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

export function aRequest(path: string, options: { cookie?: string; form?: Record<string, string> } = {}): Request {
  return new Request(`http://localhost:3000${path}`, {
    ...(options.form ? { method: "POST", body: new URLSearchParams(options.form) } : {}),
    headers: { ...(options.cookie ? { cookie: options.cookie } : {}) },
  });
}
