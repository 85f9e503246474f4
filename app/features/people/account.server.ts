import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { postInLetter, postInWords } from "./letters.server";
import { inForce } from "./rights.server";

/** A person's own account, or null when they are gone. */
export async function accountOf(personId: string) {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { name: true, email: true, digest: true, copyMe: true, holdings: { where: inForce(now()), select: { post: { select: postInLetter } } } },
  });
  if (!person) return null;
  const { holdings, ...facts } = person;
  const regionId = holdings[0]?.post.regionId;
  const region = regionId ? await db.region.findUnique({ where: { id: regionId }, select: { settings: true } }) : null;
  return {
    ...facts,
    posts: holdings.map(({ post }) => ({ id: post.id, words: postInWords(post) })),
    contactEmail: region ? readRegionSettings(region.settings).contactEmail : "",
  };
}

/** Keeps a person's own choices about emails. */
export async function chooseEmails(personId: string, choices: { digest: "each" | "daily"; copyMe: boolean }): Promise<void> {
  await db.person.updateMany({ where: { id: personId, NOT: choices }, data: { ...choices, updatedAt: now() } });
}
