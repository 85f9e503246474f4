import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

interface Route {
  readonly id: string;
  readonly path?: string;
  readonly index?: boolean;
  readonly caseSensitive?: boolean;
  readonly children?: Route[];
}

/**
 * From an address to its route's pattern ("/cycles/:cycleId"): what logs and metrics may name,
 * where the address itself would tell who reads what.
 */
export function routePatterns(build: ServerBuild): (address: string) => string {
  const tree = (parentId: string | undefined): Route[] =>
    Object.values(build.routes).flatMap((route) => {
      if (!route || route.parentId !== parentId) return [];
      const { id, path, index, caseSensitive } = route;
      return [index ? { id, path, index: true, caseSensitive } : { id, path, caseSensitive, children: tree(id) }];
    });
  const routes = tree(undefined);
  return (address) => {
    if (/^\/(healthz|readyz|metrics|plain\.css)$/.test(address)) return address;
    if (address.startsWith("/assets/")) return "/assets/*";
    // With single fetch the browser asks for /page.data, and for /_root.data instead of /.data.
    const page = address === "/_root.data" ? "/" : address.replace(/\.data$/, "");
    const matches = matchRoutes(routes as Parameters<typeof matchRoutes>[0], page) ?? [];
    const pattern = matches.flatMap((match) => (match.route.path ? [match.route.path] : [])).join("/");
    return matches.length > 0 ? `/${pattern.replace(/^\/+/, "")}` : "unknown";
  };
}
