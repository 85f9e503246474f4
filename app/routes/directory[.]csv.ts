import type { LoaderFunctionArgs } from "@remix-run/node";
import { directoryCsv } from "~/features/people/export.server";
import { filterOf } from "~/features/people/forms";
import { directoryOf } from "~/features/people/queries.server";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Directory as CSV" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const directory = await directoryOf(signedIn, filterOf(new URL(args.request.url).searchParams));
  if (!directory) throw notFound();
  return csvFile(`directory-${directory.region.id}`, directoryCsv(directory));
}
