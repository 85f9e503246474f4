import type { ServerBuild } from "@remix-run/node";

type BuiltRoute = NonNullable<ServerBuild["routes"][string]>;

/**
 * The part of the application that can answer an address: the few routes whose patterns have its shape (never
 * one too few, for the router has the last word), with the layouts around them. The framework compiles and scores a pattern for every route it has, several times
 * a request; with some two hundred of them that was most of a page's time. What is made is kept by its
 * routes, not by the address, so that nobody can fill the memory with inventions.
 */
export function routesFor<Made>(build: ServerBuild, make: (part: ServerBuild) => Made): (address: string) => Made {
  const patterns = Object.values(build.routes).flatMap((route) => (route ? [{ id: route.id, words: wordsOf(wholePath(build, route)).map((word) => (word.startsWith(":") ? word : word.toLowerCase())) }] : []));
  const ofAnyLength = patterns.filter(({ words }) => words.some((word) => /[*?]/.test(word)));
  const byLength: (typeof patterns)[] = [];
  for (const pattern of patterns) if (!ofAnyLength.includes(pattern)) (byLength[pattern.words.length] ??= []).push(pattern);
  const made = new Map<string, Made>();
  return (address) => {
    const asked = askedWords(address);
    const fitting = (byLength[asked.length] ?? []).filter(({ words }) => words.every((word, at) => word.startsWith(":") || word === asked[at]));
    const ids = [...ofAnyLength, ...fitting].map(({ id }) => id);
    const key = ids.join(" ");
    const known = made.get(key);
    if (known) return known;
    const wanted = new Set(ids.flatMap((id) => withLayouts(build, id)));
    // The manifest too: the renderer makes its own routes of everything the manifest names.
    const part = make({ ...build, routes: only(wanted, build.routes), assets: { ...build.assets, routes: only(wanted, build.assets.routes) } });
    made.set(key, part);
    return part;
  };
}

/** An address word by word as the router reads it: without capitals and escapes; "/tasks.data" asks for what "/tasks" answers. */
function askedWords(address: string): readonly string[] {
  try {
    const words = wordsOf(address).map((word) => decodeURIComponent(word).toLowerCase());
    const last = words.pop()?.replace(/\.data$/, "");
    return last === undefined || last === "_root" ? words : [...words, last];
  } catch {
    return [];
  }
}

function wordsOf(path: string): string[] {
  return path.split("/").filter((word) => word !== "");
}

function wholePath(build: ServerBuild, route: BuiltRoute): string {
  const parent = route.parentId === undefined ? undefined : build.routes[route.parentId];
  return `${parent ? wholePath(build, parent) : ""}/${route.path ?? ""}`;
}

function withLayouts(build: ServerBuild, id: string): string[] {
  const parentId = build.routes[id]?.parentId;
  return [id, ...(parentId === undefined ? [] : withLayouts(build, parentId))];
}

/** Of what is listed by a route's id, that of the wanted routes. */
function only<Listed>(wanted: ReadonlySet<string>, listed: Readonly<Record<string, Listed>>): Record<string, Listed> {
  return Object.fromEntries(Object.entries(listed).filter(([id]) => wanted.has(id)));
}
