import { now } from "~/platform/clock.server";
import type { Tx } from "~/workflow/process.server";

/** What a letter says of the challenge it is about. */
export interface AboutRecord {
  readonly authority: { readonly id: string; readonly name: string };
  readonly region: string;
  readonly regionId: string;
  readonly activity: string;
  readonly round: string | null;
  /** ISO day. */
  readonly heldOn: string;
  /** Those it is addressed to: "Rose Hart, Director of Children's Services". */
  readonly to: readonly string[];
  readonly lead: string;
  readonly team: readonly string[];
}

const ADDRESSED: readonly string[] = ["hostDcs", "chiefExecutive", "leadMember"];

/** The challenge as its record and parties say it now. */
export async function aboutRecord(tx: Tx, recordId: string): Promise<AboutRecord> {
  const at = now();
  const heldNow = { from: { lte: at }, OR: [{ to: null }, { to: { gt: at } }] };
  const record = await tx.challengeRecord.findUniqueOrThrow({
    where: { id: recordId },
    select: {
      heldOn: true,
      authority: { select: { id: true, name: true } },
      activity: { select: { title: true } },
      cycle: { select: { name: true } },
      workflow: {
        select: {
          region: { select: { id: true, name: true } },
          parties: {
            where: { to: null },
            orderBy: { id: "asc" },
            select: { role: true, person: { select: { name: true } }, post: { select: { title: true, holdings: { where: heldNow, select: { person: { select: { name: true } } } } } } },
          },
        },
      },
    },
  });
  const { region, parties } = record.workflow;
  const named = (role: string) => parties.filter((party) => party.role === role).flatMap(({ person }) => person?.name ?? []);
  const to = ADDRESSED.flatMap((role) => parties.filter((party) => party.role === role)).flatMap(({ post }) => (post?.holdings ?? []).map(({ person }) => `${person.name}, ${post?.title ?? ""}`));
  const lead = named("leadChallenger")[0] ?? "";
  return {
    authority: record.authority, region: region.name, regionId: region.id, activity: record.activity.title, round: record.cycle?.name ?? null,
    heldOn: record.heldOn.toISOString().slice(0, 10), to: to.length > 0 ? to : [`The director of children’s services of ${record.authority.name}`], lead, team: [lead, ...named("challenger")].filter((name) => name !== ""),
  };
}
