import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownPeople, ownPeopleCsv } from "~/features/programme";
import { csvFile } from "~/session/download.server";
import { enter } from "~/session/enter.server";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "posts", posts: ["dcs", "dass", "dcs-delegate"], of: "authority" } } satisfies RouteHandle;

/** A director's own people on programmes as a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  return csvFile("your-people-on-programmes", ownPeopleCsv(await ownPeople(await enter(args, handle.access))));
}
