import "~/features/processes.server";

import { randomUUID } from "node:crypto";

import { askSearch, createArrangement, runSearch, startingRules, waitForSearch } from "~/features/arrangement";
import type { ArrangementRules } from "~/features/arrangement/rules";
import { createCycle, openRound, setGroups } from "~/features/cycle";
import { createTemplate } from "~/features/template";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { publishMachines } from "~/workflow/publish.server";
import { aHolder, inPost, smallTemplate } from "~tests/cycle/region";

/** The South East as published, with its 19 authorities where they are, and the people who run its rounds. */
export interface BoardWorld {
  readonly regionId: string;
  readonly coordinator: SignedIn;
  readonly deputy: SignedIn;
  readonly chair: SignedIn;
  readonly director: SignedIn;
  readonly elsewhere: SignedIn;
  readonly authorityIds: readonly string[];
  /** A round of the year, opened; with groups when it is given some. */
  round(year: number, more?: { groups?: readonly (readonly string[])[]; authorityIds?: readonly string[]; open?: boolean }): Promise<string>;
}

export async function boardWorld(): Promise<BoardWorld> {
  await publishMachines();
  const regionId = "south-east";
  await db.region.update({ where: { id: regionId }, data: { settings: { challengeStyle: "triads" } } });
  const coordinator = await aHolder({ regionId, kind: "sli-coordinator", name: "Priya Nair" });
  const held = coordinator.holdings[0];
  if (!held) throw new Error("the coordinator holds no post");
  const deputy = await inPost(held.postId, "Sam Deputy");
  const chair = await aHolder({ regionId, kind: "regional-chair", name: "Colin Marsh" });
  const director = await aHolder({ regionId, authorityId: "kent", kind: "dcs", name: "Dana Kent" });
  const elsewhere = await aHolder({ regionId: "london", kind: "sli-coordinator", name: "Lou London" });
  const template = await createTemplate({ regionId, name: "Self-assessment", content: smallTemplate, actor: coordinator });
  if (template.kind !== "saved") throw new Error(template.reason);
  const authorities = await db.authority.findMany({ where: { regionId, validTo: null }, orderBy: { name: "asc" }, select: { id: true } });
  const all = await db.authority.findMany({ where: { regionId }, orderBy: { name: "asc" }, select: { id: true } });
  const authorityIds = (authorities.length === 19 ? authorities : all).map(({ id }) => id);
  return {
    regionId, coordinator, deputy, chair, director, elsewhere, authorityIds,
    async round(year, { groups, authorityIds: chosen = authorityIds, open = true } = {}) {
      const made = await createCycle({
        regionId, name: `${year}/${year + 1}`, templateVersionId: template.versionId, authorityIds: chosen, actor: coordinator,
        dates: { opensOn: `${year}-09-01`, submissionsDueOn: `${year}-11-30`, challengeStartsOn: `${year + 1}-01-11`, summitOn: `${year + 1}-03-19`, endsOn: `${year + 1}-07-30` },
      });
      if (made.kind !== "made") throw new Error(`the round was refused: ${made.reason}`);
      if (groups) await setGroups(made.id, groups, coordinator);
      if (!open) return made.id;
      const opened = await openRound(made.id, coordinator);
      if (opened.kind !== "moved") throw new Error(JSON.stringify(opened));
      return made.id;
    },
  };
}

/** A draft of a round with the region's rules, changed as given. */
export async function aDraftOf(world: BoardWorld, cycleId: string, over: Partial<ArrangementRules> = {}, groups?: readonly (readonly string[])[]): Promise<string> {
  const rules = { ...(await startingRules(world.coordinator, cycleId)), seconds: 60, ...over };
  const made = await createArrangement({ id: randomUUID(), cycleId, name: "Best groups", rules, groups, actor: world.coordinator });
  if (made.kind !== "saved") throw new Error(JSON.stringify(made));
  return made.id;
}

/**
 * Searches as the worker would, with the time a loaded machine may need, until the groups are there. What
 * is left to count after that is let go of, as when another search begins, unless it is waited for.
 */
export async function searched(world: BoardWorld, id: string, kind: "groups" | "alternatives" = "groups", { counted = false }: { counted?: boolean } = {}): Promise<string> {
  const asked = await askSearch(id, kind, world.coordinator);
  if (asked.kind !== "asked") throw new Error(JSON.stringify(asked));
  const running = runSearch(asked.searchId);
  if (!counted) {
    await waitForSearch(asked.searchId, 90_000);
    await db.arrangementSearch.updateMany({ where: { id: asked.searchId, stage: "counting" }, data: { stage: "done" } });
  }
  await running;
  return asked.searchId;
}

/** The first groups that come to mind: threes in the order of the names, the last of four where needed. */
export function inThrees(ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at + 3 <= ids.length; at += 3) groups.push(ids.slice(at, at + 3));
  ids.slice(groups.length * 3).forEach((id, at) => groups.at(-1 - at)?.push(id));
  return groups;
}
