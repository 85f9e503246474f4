import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp, listen, type RunningServer } from "~/platform/http/server.server";
import { forgetSettings } from "~/platform/settings.server";
import { sessionCookie } from "~/session/current.server";
import type { Access, RouteHandle } from "~/ui/route-handle";
import { ensureBuild, ensureClient } from "../../commands/prepare.mjs";
import { examples, type Example } from "./examples";
import { nothing, theWorld, type Ids, type MatrixWorld, type Persona, type RegionInMatrix } from "./world";

/** What somebody finds at an address. */
type Finding = "page" | "nothing" | "sign-in" | "broken";

ensureClient();
ensureBuild();
// The application exactly as it is served, on this test's own database.
process.env["RATE_LIMIT"] = "0";
forgetSettings();
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;

interface RouteModule {
  readonly id: string;
  readonly handle: Partial<RouteHandle> | undefined;
  readonly hasLoader: boolean;
  readonly hasAction: boolean;
}

const routes: readonly RouteModule[] = Object.values(build.routes).flatMap((route) => {
  if (!route || route.id === "root") return [];
  const { handle, loader, action } = route.module;
  return [{ id: route.id.replace(/\/route$/, ""), handle: handle as Partial<RouteHandle> | undefined, hasLoader: loader !== undefined, hasAction: action !== undefined }];
});

let server: RunningServer;
let world: MatrixWorld;

beforeAll(async () => {
  world = await theWorld();
  server = await listen(createApp({ build, isStopping: () => false }), { port: 0, host: "127.0.0.1" });
}, 180_000);

afterAll(async () => {
  await server.stop({ seconds: 1 });
});

/** Asks as a browser of our own page would. */
async function ask(persona: Persona, address: string, method = "GET"): Promise<{ finding: Finding; status: number; body: string }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${address}`, {
    method,
    redirect: "manual",
    headers: { ...(persona.cookie ? { cookie: persona.cookie } : {}), ...(method === "POST" ? { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" } : {}) },
    ...(method === "POST" ? { body: "nonsense=1" } : {}),
  });
  const body = (await response.text()).replace(/nonce="[^"]*"/g, 'nonce=""');
  const location = response.headers.get("location") ?? "";
  const finding: Finding =
    response.status === 404 ? "nothing" : response.status >= 500 ? "broken" : response.status < 400 && /^\/sign-in\?to=/.test(location) ? "sign-in" : "page";
  return { finding, status: response.status, body };
}

/** What the declaration and the example say that somebody finds. Nobody signed in is ever sent to sign in. */
function expected(access: Access, example: Example, persona: Persona, ids: Ids, who: Example["sees"]): Finding {
  if (access.who === "everyone") return example.notHere ? "nothing" : "page";
  if (persona.role === null) return "sign-in";
  const inPost =
    access.who !== "posts" ||
    persona.holdings.some((post) => access.posts.includes(post.kind) && (!example.ofRegion || post.regionId === ids.regionId));
  const seesRecord = who === undefined || (persona.regionId === ids.regionId && who.includes(persona.role));
  return inPost && seesRecord && !example.notHere ? "page" : "nothing";
}

/**
 * The record an example is tried on: one region's, and for the next route the other's. Everybody of both regions asks
 * for it, so that each route meets each persona of the record's own region and of another; the regions are made alike.
 */
function recordFor(example: Example, index: number): RegionInMatrix {
  const record = world.regions[example.ofRegion ? index % world.regions.length : 0];
  if (!record) throw new Error("the matrix needs a region");
  return record;
}

async function everyPersona(check: (persona: Persona) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...world.personas];
  // A few at a time, as browsers would.
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (let persona = waiting.shift(); persona; persona = waiting.shift()) {
        const found = await check(persona);
        if (found) wrong.push(found);
      }
    }),
  );
  return wrong.sort();
}

test("every route module declares who it is for and is in the table of examples, and the table names no other", () => {
  expect(routes.filter((route) => !route.handle?.access).map((route) => route.id)).toEqual([]);
  expect(Object.keys(examples).sort()).toEqual(routes.map((route) => route.id).sort());
});

test("every loader and every action asks who comes in before anything else", async () => {
  const careless: string[] = [];
  for (const { id, hasLoader, hasAction } of routes) {
    const source = await sourceOf(id);
    for (const [name, present] of [["loader", hasLoader], ["action", hasAction]] as const) {
      if (!present) continue;
      const body = bodyOf(source, `export (?:async function ${name}\\(|const ${name}\\b)`);
      // An action may begin by asking its page's loader, or both a function of the module, that asks.
      const askers = [...source.matchAll(/\nasync function (\w+)\(args/g)].flatMap(([, asker = ""]) => (bodyOf(source, `async function ${asker}\\(`).includes("await enter(args,") ? [asker] : []));
      const asks = body.search(new RegExp(`\\benter\\(args,|\\b(?:${["loader", ...askers].join("|")})\\(args\\)`));
      const reads = /\bdb\.|formData\(|parseForm\(|readBody\(/.exec(body)?.index ?? Number.MAX_SAFE_INTEGER;
      if (asks < 0 || reads < asks) careless.push(`${name} of ${id}`);
    }
  }
  expect(careless).toEqual([]);
});

test("a page without a loader could not refuse anybody: only pages for everyone may do without", () => {
  expect(routes.filter((route) => !route.hasLoader && route.handle?.access?.who !== "everyone").map((route) => route.id)).toEqual([]);
});

for (const [index, route] of routes.entries()) {
  const { access } = route.handle ?? {};
  const example = examples[route.id];
  if (!access || !example) continue;

  test(`GET ${route.id} is shown to whom it declares, and to the rest it does not exist`, { timeout: 120_000 }, async () => {
    const { ids } = recordFor(example, index);
    const address = example.path(ids);
    const wrong = await everyPersona(async (persona) => {
      const wanted = expected(access, example, persona, ids, example.sees);
      const { finding, status } = await ask(persona, address);
      return finding === wanted ? null : `${persona.name} finds ${finding} (${status}) at ${address}, not ${wanted}`;
    });
    expect(wrong).toEqual([]);
  });

  if (route.hasAction && access.who !== "everyone") {
    test(`POST ${route.id} is refused to all but those who may act`, { timeout: 120_000 }, async () => {
      const acts = example.acts ?? example.sees;
      const { ids } = recordFor(example, index);
      const address = example.path(ids);
      const wrong = await everyPersona(async (persona) => {
        const here = { ...example, notHere: undefined };
        const wanted = expected(access, here, persona, ids, acts);
        // Those who may act are tried in the features' own tests: a matrix that pressed every button would change what it measures.
        if (wanted === "page") return null;
        const { finding, status } = await ask(persona, address, "POST");
        return finding === wanted ? null : `${persona.name} finds ${finding} (${status}) when posting to ${address}, not ${wanted}`;
      });
      expect(wrong).toEqual([]);
    });
  }

  if (example.ofRegion) {
    test(`${route.id}: what is forbidden and what is absent are the same page, letter by letter`, { timeout: 120_000 }, async () => {
      const [record, elsewhere] = world.regions;
      if (!record || !elsewhere) throw new Error("the matrix needs two regions");
      for (const persona of world.personas.filter((one) => one.regionId === elsewhere.regionId && (one.role === "coordinator" || one.role === "delegate"))) {
        const forbidden = await ask(persona, example.path(record.ids));
        const absent = await ask(persona, example.path(nothing));
        expect([persona.name, forbidden.status, absent.status]).toEqual([persona.name, 404, 404]);
        expect(forbidden.body).toBe(absent.body);
      }
    });
  }
}

test("an address that nothing answers is the same page as one that is forbidden", async () => {
  const [record, elsewhere] = world.regions;
  const stranger = world.personas.find((one) => one.regionId === elsewhere?.regionId && one.role === "delegate");
  if (!record || !stranger) throw new Error("the matrix needs two regions");
  const plain = (body: string) => body.replace(/ aria-current="page"/g, "");
  const [forbidden, absent] = await Promise.all([ask(stranger, `/regions/${record.regionId}`), ask(stranger, "/no/such/page")]);
  expect(plain(forbidden.body)).toBe(plain(absent.body));
});

test("the session's cookie is named as the tests send it", () => {
  expect(world.personas.filter((one) => one.cookie).every((one) => one.cookie?.includes(sessionCookie))).toBe(true);
});

/** A function's text, from its beginning to that of the next. */
function bodyOf(source: string, beginning: string): string {
  return new RegExp(`${beginning}[^]*?(?=\\nexport |\\nfunction |\\nasync function |$)`).exec(source)?.[0] ?? "";
}

async function sourceOf(id: string): Promise<string> {
  for (const candidate of [`app/${id}.tsx`, `app/${id}.ts`, `app/${id}/route.tsx`, `app/${id}/route.ts`]) {
    try {
      return await readFile(candidate, "utf8");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  throw new Error(`the source of ${id} was not found`);
}
