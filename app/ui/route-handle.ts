/** The posts a page is for, or the rule that decides; a route without one fails the standing test. */
export type Access =
  | { readonly who: "everyone" }
  | { readonly who: "signedIn" }
  | { readonly who: "posts"; readonly posts: readonly string[]; readonly of: "region" | "authority" }
  | { readonly who: "visible"; readonly record: string };

/** The small browser scripts a page may ask for; each is a separate file of a few kilobytes. */
export type EnhanceScript = "autosave" | "word-count" | "file-upload" | "select-all" | "copy" | "conditional" | "search" | "board" | "live";

/**
 * What a route says about itself in `export const handle`.
 *
 * A page without `live: true` is sent without the framework's own script, so its forms are plain
 * and it weighs a few kilobytes.
 */
export type RouteHandle = {
  readonly access: Access;
  /** The page needs React in the browser (it has a part that cannot be a plain form). */
  readonly live?: boolean;
  /** The page's title without the service's name; a function is given what the loader returned. */
  readonly title?: PageTitle;
  readonly scripts?: readonly EnhanceScript[];
};

/** A title, or how to make it from the loader's data. Parameters are compared bivariantly so that a page can name its own data's type. */
export type PageTitle = string | { of(data: unknown): string }["of"];

type Match = { readonly handle?: unknown; readonly data?: unknown };

/** Reads the handle of the deepest matched route that has one. */
export function handleOf(matches: readonly Match[]): RouteHandle | null {
  for (let i = matches.length - 1; i >= 0; i -= 1) {
    const handle = matches[i]?.handle;
    if (isRouteHandle(handle)) return handle;
  }
  return null;
}

/** The title of the deepest route that gives one, or null. */
export function titleOf(matches: readonly Match[]): string | null {
  for (let i = matches.length - 1; i >= 0; i -= 1) {
    const match = matches[i];
    if (!match || !isRouteHandle(match.handle) || match.handle.title === undefined) continue;
    const title = match.handle.title;
    if (typeof title === "string") return title;
    // A page that threw has no data, and its title must not throw a second time.
    if (match.data !== undefined) return title(match.data);
  }
  return null;
}

/** True when any matched route says that it needs the framework's script. */
export function isLive(matches: readonly Match[]): boolean {
  return matches.some((match) => isRouteHandle(match.handle) && match.handle.live === true);
}

/** Every script asked for by the matched routes, each once. */
export function scriptsOf(matches: readonly Match[]): readonly EnhanceScript[] {
  return [...new Set(matches.flatMap((match) => (isRouteHandle(match.handle) ? (match.handle.scripts ?? []) : [])))];
}

function isRouteHandle(value: unknown): value is RouteHandle {
  return typeof value === "object" && value !== null && "access" in value;
}
