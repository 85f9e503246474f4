import type { LoaderFunctionArgs } from "@remix-run/node";
import { sampleFile } from "~/features/people/import/sample.server";
import { placesFor } from "~/features/people/queries.server";
import { csvFile } from "~/session/download.server";
import { enter } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Sample file" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const { authorities } = await placesFor(signedIn);
  return csvFile("people-and-posts", sampleFile(authorities[0]?.name ?? ""));
}
