import { db, type Database } from "~/platform/db.server";
import { singleton } from "~/platform/singleton.server";
import { templateContent, type TemplateContent } from "./content";

/** A version as it stands after one save: its revision rises with each, so that the two never name two contents. */
export interface VersionAt {
  readonly id: string;
  readonly revision: number;
}

const kept = singleton("template-contents", () => new Map<string, TemplateContent>());
const mostKept = 50;

/**
 * What a version asks. Reading and checking it takes longer than all the rest of a page that needs it, and at
 * one revision it never changes: each process keeps what it has read. Nobody may change what is given out.
 */
export async function contentOf({ id, revision }: VersionAt, database: Pick<Database, "templateVersion"> = db): Promise<TemplateContent> {
  const key = `${id} ${revision}`;
  const known = kept.get(key);
  if (known) return known;
  const version = await database.templateVersion.findUniqueOrThrow({ where: { id }, select: { content: true, revision: true } });
  const content = templateContent.parse(version.content);
  // Saved in between: right for now, but not what the key says.
  if (version.revision !== revision) return content;
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, content);
  return content;
}
