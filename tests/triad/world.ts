import { randomUUID } from "node:crypto";

import { db } from "~/platform/db.server";
import { publishGroups } from "~/features/triad";
import { anOpenRound, aRegion, type TestAuthority, type TestRegion } from "~tests/cycle/region";

export interface TestRound {
  readonly region: TestRegion;
  readonly cycleId: string;
  /** By name: "Ashford". */
  readonly of: (name: string) => TestAuthority;
  readonly selfAssessments: Readonly<Record<string, string>>;
}

export const seven = ["Ashford", "Barton", "Carne", "Deal", "Esher", "Frome", "Goole"] as const;

/** A round of seven authorities that is open, its groups not yet published. */
export async function aRound(names: readonly string[] = seven): Promise<TestRound> {
  const region = await aRegion(names);
  const round = await anOpenRound(region);
  const of = (name: string) => {
    const found = region.authorities.find((authority) => authority.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  return { region, cycleId: round.id, of, selfAssessments: round.selfAssessments };
}

export interface TestTriads extends TestRound {
  /** A group of three: Ashford, Barton and Carne. */
  readonly triadId: string;
  /** A group of four: Deal, Esher, Frome and Goole. */
  readonly four: string;
}

/** A round with its two groups published. */
export async function publishedGroups(): Promise<TestTriads> {
  const round = await aRound();
  const ids = (...names: string[]) => names.map((name) => round.of(name).id);
  const published = await publishGroups({
    cycleId: round.cycleId,
    groups: [ids("Ashford", "Barton", "Carne"), ids("Deal", "Esher", "Frome", "Goole")],
    actor: round.region.coordinator,
    requestKey: randomUUID(),
  });
  if (published.kind !== "published") throw new Error(`publishing was refused: ${published.reason}`);
  const [triadId, four] = published.triadIds;
  if (!triadId || !four) throw new Error("two groups were to be published");
  return { ...round, triadId, four };
}

/** Where a group stands. */
export async function stateOf(triadId: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id: triadId }, select: { state: true } })).state;
}
