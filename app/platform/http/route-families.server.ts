import type { ServerBuild } from "@remix-run/node";

type BuiltRoute = NonNullable<ServerBuild["routes"][string]>;

/**
 * The part of the application that can answer an address: the routes that begin with the address's first
 * word, and those that begin with none. The router compiles and scores a pattern for every route it has, at
 * each request; with some two hundred of them that took a third of a page's time. Addresses with an unknown
 * first word share one part, so that nobody can fill the memory with inventions.
 */
export function routeFamilies<Made>(build: ServerBuild, make: (family: ServerBuild) => Made): (address: string) => Made {
  const words = new Set(Object.values(build.routes).flatMap((route) => (route ? (firstWord(build, route) ?? []) : [])));
  const made = new Map<string, Made>();
  return (address) => {
    const asked = wordOf(address);
    const word = words.has(asked) ? asked : "";
    const known = made.get(word);
    if (known) return known;
    // The manifest too: the renderer makes its own routes of everything the manifest names.
    const family = make({ ...build, routes: familyOf(build, word, build.routes), assets: { ...build.assets, routes: familyOf(build, word, build.assets.routes) } });
    made.set(word, family);
    return family;
  };
}

/** The first word of an address, as it stands in a pattern: "/tasks.data" asks for what "/tasks" answers. */
function wordOf(address: string): string {
  const word = address.split("/")[1] ?? "";
  try {
    return decodeURIComponent(word).replace(/\.data$/, "").toLowerCase();
  } catch {
    return "";
  }
}

/** The fixed word with which a route's pattern begins; null when it begins with a parameter, a star or nothing. */
function firstWord(build: ServerBuild, route: BuiltRoute): string | null {
  const word = wholePath(build, route).split("/").find((part) => part !== "");
  return word === undefined || /[:*?]/.test(word) ? null : word.toLowerCase();
}

function wholePath(build: ServerBuild, route: BuiltRoute): string {
  const parent = route.parentId === undefined ? undefined : build.routes[route.parentId];
  return `${parent ? wholePath(build, parent) : ""}/${route.path ?? ""}`;
}

/** Of what is listed by a route's id, what belongs to the word or to none. */
function familyOf<Listed>(build: ServerBuild, word: string, listed: Readonly<Record<string, Listed>>): Record<string, Listed> {
  return Object.fromEntries(
    Object.entries(listed).filter(([id]) => {
      const route = build.routes[id];
      const first = route ? firstWord(build, route) : null;
      return first === null || first === word;
    }),
  );
}
