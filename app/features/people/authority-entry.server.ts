import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { regionsOf } from "./access.server";
import { directoryOf } from "./queries.server";
import { mayFill } from "./rights.server";

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** An authority with its posts, codes and changes of structure, or null when it is not of the person's regions. */
export async function authorityInDirectory(signedIn: SignedIn, authorityId: string) {
  const authority = await db.authority.findFirst({
    where: { id: authorityId, regionId: { in: [...regionsOf(signedIn)] } },
    select: {
      id: true, name: true, type: true, codeGss: true, codeDfe: true,
      region: { select: { id: true, name: true } },
      predecessors: { select: { codeGss: true, name: true, note: true, effective: true }, orderBy: { effective: "desc" } },
    },
  });
  if (!authority) return null;
  const [directory, change] = await Promise.all([
    directoryOf(signedIn, { regionId: authority.region.id }),
    db.authorityChange.findFirst({ where: { codeGssOld: authority.codeGss, effective: { gt: now() } }, select: { note: true, effective: true } }),
  ]);
  return {
    ...authority,
    predecessors: authority.predecessors.map((one) => ({ ...one, effective: isoDay(one.effective) })),
    change: change ? { note: change.note, effective: isoDay(change.effective) } : null,
    posts: directory?.entries.find((entry) => entry.id === authorityId)?.posts ?? [],
    mayAdd: mayFill(signedIn.holdings, { kind: "dcs-delegate", regionId: authority.region.id, authorityId }),
  };
}
