import type { ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { routeFamilies } from "~/platform/http/route-families.server";

const route = (id: string, path?: string, parentId = "root") => ({ id, path, parentId: id === "root" ? undefined : parentId, module: { default: () => null } });
const routes = Object.fromEntries(
    [route("root", ""), route("home"), route("tasks", "tasks"), route("tasks-done", "tasks/done"), route("round", "rounds/:cycleId"), route("files", "directory.csv"), route("any", "*"), route("inside", "deep", "layout"), route("layout", "held")].map((one) => [one.id, one]),
);
const build = { routes, assets: { routes } } as unknown as ServerBuild;

const idsFor = routeFamilies(build, (family) => Object.keys(family.routes));

test("an address is matched against the routes that begin with its first word, and those that begin with none", () => {
  expect(idsFor("/rounds/7/chase")).toEqual(["root", "home", "round", "any"]);
  expect(idsFor("/tasks")).toEqual(["root", "home", "tasks", "tasks-done", "any"]);
  expect(idsFor("/")).toEqual(["root", "home", "any"]);
});

test("a route inside another belongs where the outer one begins", () => {
  expect(idsFor("/held/deep")).toEqual(["root", "home", "any", "inside", "layout"]);
});

test("what the router reads as the same address is in the same family: capitals, escapes, data requests, a dot", () => {
  expect(idsFor("/TASKS/done")).toBe(idsFor("/tasks"));
  expect(idsFor("/t%61sks")).toBe(idsFor("/tasks"));
  expect(idsFor("/tasks.data")).toBe(idsFor("/tasks"));
  expect(idsFor("/directory.csv")).toEqual(["root", "home", "files", "any"]);
});

test("invented first words share one family, broken ones too, so that they cannot fill the memory", () => {
  expect(idsFor("/nothing-1")).toBe(idsFor("/nothing-2"));
  expect(idsFor("/%E0%A4%A")).toBe(idsFor("/nothing-2"));
});

test("the manifest names the same routes, or the renderer would look for modules that are not there", () => {
  const names = routeFamilies(build, (family) => [Object.keys(family.routes), Object.keys(family.assets.routes)]);
  const [inRoutes, inManifest] = names("/rounds/7");
  expect(inManifest).toEqual(inRoutes);
  expect(inManifest).not.toContain("tasks");
});
