import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { headOf } from "~/features/visit/queries.server";
import { readersOf } from "~/features/visit/who.server";
import { enter, notFound } from "~/session/enter.server";
import { WhoCanSee, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Who can see this: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  return { head, readers: await readersOf(head) };
}

export default function WhoRoute() {
  const { head, readers } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTop head={head} heading="Who can see this" />
      <WhoCanSee summary={`${readers.length} people, by name`} readers={readers} />
      <p className="govuk-body">Nobody else: for everybody who is not listed, this visit does not exist. Emails say only its title, dates and link.</p>
    </>
  );
}
