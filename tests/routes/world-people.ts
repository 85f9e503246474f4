import { db } from "~/platform/db.server";

/** Somebody of the authority who has not been asked to write anything. */
export async function aSectionAuthor(regionId: string, authorityId: string): Promise<string> {
  const post = await db.post.create({ data: { kind: "section-author", title: `Author ${crypto.randomUUID().slice(0, 8)}`, regionId, authorityId } });
  const person = await db.person.create({ data: { name: "Section Author", email: `${post.id}@example.org`, holdings: { create: { postId: post.id, from: new Date("2026-01-01") } } } });
  return person.id;
}
