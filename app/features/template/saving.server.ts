import { now } from "~/platform/clock.server";
import { db, type Database } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { coordinates } from "./access.server";
import { emptyTemplate, templateContent, type TemplateContent } from "./content";

export type TemplateRefusal = "not-your-role" | "no-such-template" | "frozen" | "not-a-template" | "name-missing" | "name-taken";

export type TemplateMade =
  | { readonly kind: "saved"; readonly templateId: string; readonly versionId: string; readonly revision: number }
  | { readonly kind: "refused"; readonly reason: TemplateRefusal };

export type TemplateSaved =
  | { readonly kind: "saved"; readonly revision: number }
  /** Somebody saved since: what they saved, so that both can be shown and nothing typed is lost. */
  | { readonly kind: "conflict"; readonly revision: number; readonly content: TemplateContent; readonly savedBy: string | null; readonly savedAt: Date }
  | { readonly kind: "refused"; readonly reason: TemplateRefusal };

const refused = (reason: TemplateRefusal) => ({ kind: "refused", reason }) as const;

/** Makes a template of a region with one version, empty unless content is given. Refused when the region has one of that name. */
export async function createTemplate({ regionId, name, content = emptyTemplate, actor }: {
  readonly regionId: string;
  readonly name: string;
  readonly content?: TemplateContent;
  readonly actor: Actor;
}): Promise<TemplateMade> {
  if (!(await coordinates(db, actor, regionId))) return refused("not-your-role");
  const called = name.trim();
  if (called === "") return refused("name-missing");
  const parsed = templateContent.safeParse(content);
  if (!parsed.success) return refused("not-a-template");
  return db.$transaction(async (tx) => {
    await lockNames(tx, regionId);
    if (await tx.template.findFirst({ where: { regionId, name: { equals: called, mode: "insensitive" } } })) return refused("name-taken");
    const made = await tx.template.create({
      data: {
        regionId,
        name: called,
        createdAt: now(),
        versions: { create: { version: 1, content: parsed.data, updatedBy: personOf(actor), updatedAt: now() } },
      },
      include: { versions: true },
    });
    const [version] = made.versions;
    if (!version) throw new Error("a template was made without its first version");
    return { kind: "saved", templateId: made.id, versionId: version.id, revision: version.revision } as const;
  });
}

/**
 * Saves a version's content when nobody has saved it since `expectedRevision`; otherwise a conflict
 * with what they saved, and nothing is written. A version that a round has opened with is frozen.
 */
export async function saveTemplate({ versionId, content, expectedRevision, actor }: {
  readonly versionId: string;
  readonly content: TemplateContent;
  readonly expectedRevision: number;
  readonly actor: Actor;
}): Promise<TemplateSaved> {
  const version = await db.templateVersion.findUnique({ where: { id: versionId }, include: { template: true } });
  if (!version) return refused("no-such-template");
  if (!(await coordinates(db, actor, version.template.regionId))) return refused("not-your-role");
  const parsed = templateContent.safeParse(content);
  if (!parsed.success) return refused("not-a-template");
  const { count } = await db.templateVersion.updateMany({
    where: { id: versionId, revision: expectedRevision, frozenAt: null },
    data: { content: parsed.data, revision: expectedRevision + 1, updatedBy: personOf(actor), updatedAt: now() },
  });
  if (count === 1) return { kind: "saved", revision: expectedRevision + 1 };
  const latest = await db.templateVersion.findUniqueOrThrow({ where: { id: versionId } });
  if (latest.frozenAt) return refused("frozen");
  const by = latest.updatedBy ? await db.person.findUnique({ where: { id: latest.updatedBy }, select: { name: true } }) : null;
  return {
    kind: "conflict",
    revision: latest.revision,
    content: templateContent.parse(latest.content),
    savedBy: by?.name ?? null,
    savedAt: latest.updatedAt,
  };
}

/**
 * A further version of the same template, starting from this one's content: how a frozen version is
 * changed for the next round. `newest` is the newest version the page knew: when there is a newer one
 * by now, from the same press sent twice or from somebody else, it is that one.
 */
export async function newVersionFrom({ versionId, actor, newest: known }: { readonly versionId: string; readonly actor: Actor; readonly newest?: number | undefined }): Promise<TemplateMade> {
  const from = await db.templateVersion.findUnique({ where: { id: versionId }, include: { template: true } });
  if (!from) return refused("no-such-template");
  if (!(await coordinates(db, actor, from.template.regionId))) return refused("not-your-role");
  return db.$transaction(async (tx) => {
    await lockNames(tx, from.template.regionId);
    const newest = await tx.templateVersion.findFirstOrThrow({ where: { templateId: from.templateId }, orderBy: { version: "desc" } });
    if (known !== undefined && newest.version > known) return { kind: "saved", templateId: newest.templateId, versionId: newest.id, revision: newest.revision } as const;
    const made = await tx.templateVersion.create({
      data: {
        templateId: from.templateId,
        version: newest.version + 1,
        content: templateContent.parse(from.content),
        updatedBy: personOf(actor),
        updatedAt: now(),
      },
    });
    return { kind: "saved", templateId: made.templateId, versionId: made.id, revision: made.revision } as const;
  });
}

/** A new template of the same region with a version's content: how last round's template becomes the start of another. */
export async function copyTemplate({ versionId, name, actor }: {
  readonly versionId: string;
  readonly name: string;
  readonly actor: Actor;
}): Promise<TemplateMade> {
  const from = await db.templateVersion.findUnique({ where: { id: versionId }, include: { template: true } });
  if (!from) return refused("no-such-template");
  return createTemplate({ regionId: from.template.regionId, name, content: templateContent.parse(from.content), actor });
}

/** Freezes a version for good: a round opens with it. Harmless when it is frozen already. */
export async function freezeTemplateVersion(database: Database, versionId: string): Promise<void> {
  await database.templateVersion.updateMany({ where: { id: versionId, frozenAt: null }, data: { frozenAt: now() } });
}

/** One at a time per region, so that two makers of the same name or number cannot both find it free. */
async function lockNames(database: Database, regionId: string): Promise<void> {
  await database.$executeRaw`SELECT 1 FROM region WHERE id = ${regionId} FOR UPDATE`;
}

function personOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}
