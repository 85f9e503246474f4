/** What every page's frame needs: made by the root loader, read by the masthead, the round bar and the footer. */
export type RootData = {
  /** Who is signed in, or null. `key` is opaque and stable: it keeps one person's unsaved drafts on a shared machine from another's. */
  readonly person: { readonly name: string; readonly role: string; readonly key: string } | null;
  readonly nav: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly round: RoundSteps | null;
  readonly demo: boolean;
  readonly flash: Flash | null;
  /** Seconds without a request after which the person is warned, and after which the session ends. */
  readonly idle: { readonly warnAfterSeconds: number; readonly endsAfterSeconds: number } | null;
  /** The content security policy's nonce of this answer. */
  readonly nonce: string;
};

/** Where we are in the year: shown as a line of steps under the masthead. */
export type RoundSteps = {
  readonly name: string;
  readonly href: string;
  readonly steps: readonly { readonly label: string; readonly current: boolean }[];
};

/** A message carried over one redirect. */
export type Flash = { readonly title: string; readonly text: string; readonly kind: "success" | "notice" };

/** Addresses that the frame itself links or posts to; the routes of the same names answer them. */
export const framePaths = {
  home: "/",
  signIn: "/sign-in",
  signOut: "/sign-out",
  account: "/account",
  extendSession: "/session/extend",
  processes: "/processes",
  accessibility: "/accessibility",
  privacy: "/privacy",
  cookies: "/cookies",
} as const;
