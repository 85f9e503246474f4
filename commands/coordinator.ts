/**
 * npm run coordinator -- REGION EMAIL "NAME": makes the first SLI coordinator of a region, who can
 * then sign in and appoint everybody else. Run again with the same words it changes nothing.
 */
import { NeedsPerson } from "~/platform/needs-person";
import { endWith } from "./process";
import { withDatabase } from "./with-database";

try {
  const [regionId, email, name] = process.argv.slice(2);
  if (!regionId || !email?.includes("@") || !name) {
    throw new NeedsPerson('Say which region, whose address and whose name: npm run coordinator -- south-east asha.patel@example.org "Asha Patel"');
  }
  await withDatabase(async () => {
    await import("~/features/processes.server");
    const { addPerson, appoint, createPost } = await import("~/features/people");
    const { closeDatabase, db } = await import("~/platform/db.server");
    const { system } = await import("~/workflow/actor.server");
    const regions = await db.region.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    if (!regions.some(({ id }) => id === regionId)) throw new NeedsPerson(`There is no region called ${regionId}; there are: ${regions.map(({ id }) => id).join(", ")}.`);
    const post = { kind: "sli-coordinator", regionId };
    await createPost(post, system);
    await addPerson({ name, email }, system);
    const { id: postId } = await db.post.findFirstOrThrow({ where: { ...post, authorityId: null } });
    const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: email.toLowerCase() } });
    const held = await db.holding.count({ where: { postId, personId, to: null } });
    const result = held > 0 ? ({ kind: "done" } as const) : await appoint({ postId, personId }, system);
    if (result.kind === "refused") throw new NeedsPerson(`${name} could not be appointed: ${result.reason}.`);
    console.log(`${name} is SLI coordinator of ${regionId} and can sign in with ${email.toLowerCase()}.`);
    await closeDatabase();
  });
} catch (error) {
  endWith(error);
}
