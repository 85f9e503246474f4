/** What is true of every post of a kind. */
export interface PostKindFacts {
  /** How the kind is called in a list and on a button. */
  readonly label: string;
  /** Whether the post is the region's own or one authority's. */
  readonly level: "region" | "authority";
  /** "declaration" signs the document, "endorsement" endorses one version of it; null prepares, reads or runs. */
  readonly signs: "declaration" | "endorsement" | null;
  /** One holder at a time, and one such post in its organisation: a second holder is a mistake. */
  readonly single: boolean;
}

/**
 * Every kind of post there is, in the order people expect to read them. A delegate prepares and never
 * signs: the processes list who may sign, and a delegate is not among them.
 */
export const POST_KINDS = {
  "sli-coordinator": { label: "SLI coordinator", level: "region", signs: null, single: false },
  "regional-chair": { label: "Regional chair", level: "region", signs: null, single: true },
  "steering-member": { label: "Steering group member", level: "region", signs: null, single: false },
  "data-analyst": { label: "Data analyst", level: "region", signs: null, single: false },
  facilitator: { label: "Facilitator", level: "region", signs: null, single: false },
  "lga-adviser": { label: "LGA adviser", level: "region", signs: null, single: false },
  "region-observer": { label: "Observer", level: "region", signs: null, single: false },
  evaluator: { label: "Evaluator", level: "region", signs: null, single: false },
  dcs: { label: "Director of children's services", level: "authority", signs: "declaration", single: true },
  "dcs-delegate": { label: "Director's delegate", level: "authority", signs: null, single: false },
  "assistant-director": { label: "Assistant director", level: "authority", signs: null, single: false },
  "section-author": { label: "Section author", level: "authority", signs: null, single: false },
  "chief-executive": { label: "Chief executive", level: "authority", signs: "endorsement", single: true },
  "lead-member": { label: "Lead member for children's services", level: "authority", signs: "endorsement", single: true },
  dass: { label: "Director of adult social services", level: "authority", signs: null, single: true },
  "performance-lead": { label: "Performance lead", level: "authority", signs: null, single: false },
  "host-organiser": { label: "Host organiser", level: "authority", signs: null, single: false },
  "lscb-chair": { label: "Safeguarding partnership chair", level: "authority", signs: null, single: true },
} as const satisfies Readonly<Record<string, PostKindFacts>>;

export type PostKind = keyof typeof POST_KINDS;

export const postKinds = Object.keys(POST_KINDS) as readonly PostKind[];

/** Whether a text names a kind of post. */
export function isPostKind(text: string): text is PostKind {
  return Object.hasOwn(POST_KINDS, text);
}

/** The kind's facts, or null for a kind that this version does not know (a row from a newer one). */
export function factsOf(kind: string): PostKindFacts | null {
  return isPostKind(kind) ? POST_KINDS[kind] : null;
}

/** The kind as people say it; the bare word for a kind that this version does not know. */
export function labelOf(kind: string): string {
  return factsOf(kind)?.label ?? kind;
}

/** Where a kind comes in a list of posts. */
export function rankOf(kind: string): number {
  return isPostKind(kind) ? postKinds.indexOf(kind) : postKinds.length;
}

/** Posts that every authority is expected to fill: shown as vacant when nobody holds them. */
export const expectedPosts: readonly PostKind[] = ["dcs", "chief-executive", "lead-member"];

/** The kinds that a director may appoint in their own authority without the coordinator. */
export const directorAppoints: readonly PostKind[] = ["dcs-delegate", "section-author"];
