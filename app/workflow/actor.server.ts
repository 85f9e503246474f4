/** Who acts: a person through some channel, or the system itself (a deadline, a cascade). */
export type Actor =
  | { readonly kind: "person"; readonly personId: string; readonly channel?: "web" | "demo" | "import" }
  | { readonly kind: "system" };

export const system: Actor = { kind: "system" };

/** A signed-in person with the posts they hold now: what every `visibleTo` starts from. */
export interface SignedIn {
  readonly kind: "person";
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly holdings: readonly HeldPost[];
}

export interface HeldPost {
  readonly postId: string;
  /** One of POST_KINDS in app/features/people/posts.ts. */
  readonly kind: string;
  readonly title: string;
  readonly regionId: string;
  /** Null for a post of the region itself. */
  readonly authorityId: string | null;
}
