import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { routesFor } from "~/platform/http/routes-for.server";

const route = (id: string, path?: string, parentId = "root") => ({ id, path, parentId: id === "root" ? undefined : parentId, module: { default: () => null } });
const routes = Object.fromEntries(
  [
    route("root", ""), route("home"), route("tasks", "tasks"), route("tasks-done", "tasks/done"), route("round", "rounds/:cycleId"), route("new-round", "rounds/new"),
    route("chase", "rounds/:cycleId/chase"), route("files", "directory.csv"), route("any", "*"), route("maybe", "words/:topic?"), route("inside", "deep", "layout"), route("layout", "held"),
  ].map((one) => [one.id, one]),
);
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const always = ["any", "maybe"];

const idsFor = routesFor(build, (part) => Object.keys(part.routes));

test("an address meets only the routes of its shape, and those that may match anything", () => {
  expect(idsFor("/rounds/7/chase")).toEqual(["root", "chase", ...always]);
  expect(idsFor("/rounds/7")).toEqual(["root", "round", ...always]);
  expect(idsFor("/tasks")).toEqual(["root", "tasks", ...always]);
  expect(idsFor("/")).toEqual(["root", "home", ...always]);
});

test("where a word may be a name or a value, the router decides between both", () => {
  expect(idsFor("/rounds/new")).toEqual(["root", "round", "new-round", ...always]);
});

test("a route comes with the layouts around it", () => {
  expect(idsFor("/held/deep")).toEqual(["root", ...always, "inside", "layout"]);
});

test("what the router reads as the same address meets the same routes: capitals, escapes, a last stroke, data requests, a dot", () => {
  for (const same of ["/TASKS", "/t%61sks", "/tasks/", "/tasks.data"]) expect(idsFor(same)).toBe(idsFor("/tasks"));
  expect(idsFor("/_root.data")).toBe(idsFor("/"));
  expect(idsFor("/directory.csv")).toEqual(["root", "files", ...always]);
});

test("inventions share what is made, broken ones too, so that they cannot fill the memory", () => {
  expect(idsFor("/rounds/8")).toBe(idsFor("/rounds/7"));
  expect(idsFor("/nothing-1")).toBe(idsFor("/nothing-2"));
  expect(idsFor("/%E0%A4%A")).toBe(idsFor("/"));
});

test("the manifest names the same routes, or the renderer would look for modules that are not there", () => {
  const names = routesFor(build, (part) => [Object.keys(part.routes), Object.keys(part.assets.routes)]);
  const [inRoutes, inManifest] = names("/rounds/7");
  expect(inManifest).toEqual(inRoutes);
  expect(inManifest).not.toContain("tasks");
});
