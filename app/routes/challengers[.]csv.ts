import type { LoaderFunctionArgs } from "@remix-run/node";
import { registerCsv } from "~/features/challenger-pool/export.server";
import { filterOf } from "~/features/challenger-pool/filter";
import { registerOf } from "~/features/challenger-pool/queries.server";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" }, title: "Challengers as CSV" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const register = await registerOf(actor, filterOf(new URL(args.request.url).searchParams));
  if (!register) throw notFound();
  return csvFile(`challengers-${register.region.id}`, registerCsv(register.rows));
}
