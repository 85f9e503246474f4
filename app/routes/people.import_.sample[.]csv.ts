import type { LoaderFunctionArgs } from "@remix-run/node";
import { sampleFile } from "~/features/people/import/sample.server";
import { placesFor } from "~/features/people/queries.server";
import { enter } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Sample file" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const { authorities } = await placesFor(signedIn);
  return new Response(sampleFile(authorities[0]?.name ?? ""), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="people-and-posts.csv"', "X-Content-Type-Options": "nosniff" },
  });
}
