import { z } from "zod";

import { db } from "~/platform/db.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";

import { coordinates, visibleTo } from "./access.server";
import { templateContent, type TemplateContent } from "./content";
import { addedBy, edited, partOf, type Edit } from "./editing";
import { saveTemplate, type TemplateSaved } from "./saving.server";

export interface TemplateLine {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly versions: readonly { readonly id: string; readonly version: number; readonly frozen: boolean; readonly rounds: readonly string[]; readonly updatedAt: Date }[];
}

/** The templates of the regions this person coordinates, newest first, with their versions. */
export async function templatesFor(actor: SignedIn): Promise<TemplateLine[]> {
  const templates = await db.template.findMany({
    where: visibleTo(actor),
    orderBy: { createdAt: "desc" },
    select: {
      id: true, name: true,
      region: { select: { name: true } },
      versions: { orderBy: { version: "desc" }, select: { id: true, version: true, frozenAt: true, updatedAt: true, cycles: { select: { name: true }, orderBy: { name: "desc" } } } },
    },
  });
  return templates.map(({ id, name, region, versions }) => ({
    id, name, region: region.name,
    versions: versions.map((version) => ({
      id: version.id, version: version.version, frozen: version.frozenAt !== null, rounds: version.cycles.map((cycle) => cycle.name), updatedAt: version.updatedAt,
    })),
  }));
}

export interface TemplatePage {
  readonly versionId: string;
  readonly version: number;
  /** The number of the template's newest version. */
  readonly newest: number;
  readonly name: string;
  readonly regionId: string;
  readonly region: string;
  readonly content: TemplateContent;
  readonly revision: number;
  readonly frozen: boolean;
  readonly rounds: readonly string[];
}

/** One version of a template, or null when there is none for this person. */
export async function templatePage(actor: SignedIn, versionId: string | undefined): Promise<TemplatePage | null> {
  if (!z.uuid().safeParse(versionId).success) return null;
  const version = await db.templateVersion.findFirst({
    where: { id: versionId ?? "", template: visibleTo(actor) },
    include: { template: { select: { name: true, regionId: true, region: { select: { name: true } }, versions: { select: { version: true }, orderBy: { version: "desc" }, take: 1 } } }, cycles: { select: { name: true } } },
  });
  if (!version) return null;
  return {
    versionId: version.id,
    version: version.version,
    newest: version.template.versions[0]?.version ?? version.version,
    name: version.template.name,
    regionId: version.template.regionId,
    region: version.template.region.name,
    content: templateContent.parse(version.content),
    revision: version.revision,
    frozen: version.frozenAt !== null,
    rounds: version.cycles.map((cycle) => cycle.name),
  };
}

export type TemplateEdited = TemplateSaved | { readonly kind: "refused"; readonly reason: "no-such-part" };

/**
 * Makes one change to a template when nobody has saved it since `expectedRevision`. On a conflict
 * nothing is written; the same change sent again with the newer revision lies on top of theirs. A part
 * that was added already, by the same press sent before, is saved.
 */
export async function editTemplate({ versionId, edit, expectedRevision, actor }: { readonly versionId: string; readonly edit: Edit; readonly expectedRevision: number; readonly actor: Actor }): Promise<TemplateEdited> {
  const version = await db.templateVersion.findUnique({ where: { id: versionId }, select: { content: true, revision: true, template: { select: { regionId: true } } } });
  if (!version) return { kind: "refused", reason: "no-such-template" };
  if (!(await coordinates(db, actor, version.template.regionId))) return { kind: "refused", reason: "not-your-role" };
  const content = templateContent.parse(version.content);
  const added = addedBy(edit);
  if (added !== null && partOf(content, added)) return { kind: "saved", revision: version.revision };
  const changed = edited(content, edit);
  if (!changed) return { kind: "refused", reason: "no-such-part" };
  return saveTemplate({ versionId, content: changed, expectedRevision, actor });
}

/** The indicators a narrative can be asked about. */
export async function indicatorChoices(): Promise<{ readonly value: string; readonly label: string }[]> {
  const indicators = await db.indicatorDefinition.findMany({ orderBy: { label: "asc" }, select: { id: true, label: true } });
  return indicators.map(({ id, label }) => ({ value: id, label }));
}
