import type { PostKind } from "~/features/people/posts";

/** A kind of visit: the same process, led by somebody else. */
export interface Variant {
  readonly label: string;
  readonly explains: string;
  /** Who may lead it: holders of these posts, at another authority, trained to lead. */
  readonly leadPosts: readonly PostKind[];
  /** "a director of children’s services". */
  readonly leadWords: string;
}

/** Every kind of visit there is: a new kind is a new row. */
export const VARIANTS = {
  peer: {
    label: "Peer challenge",
    explains: "A team of challengers from other authorities, led by a director of children’s services",
    leadPosts: ["dcs"],
    leadWords: "a director of children’s services",
  },
  partnership: {
    label: "Safeguarding partnership challenge",
    explains: "A team that looks at the safeguarding partnership, led by the chair of another partnership",
    leadPosts: ["lscb-chair"],
    leadWords: "a safeguarding partnership chair",
  },
} as const satisfies Readonly<Record<string, Variant>>;

export type VariantId = keyof typeof VARIANTS;

export const variantIds = Object.keys(VARIANTS) as readonly VariantId[];

export function isVariant(text: string): text is VariantId {
  return Object.hasOwn(VARIANTS, text);
}

/** The variant of a row. Throws for one that no version of Candour writes. */
export function variantOf(id: string): Variant {
  if (!isVariant(id)) throw new Error(`there is no kind of visit "${id}"`);
  return VARIANTS[id];
}
