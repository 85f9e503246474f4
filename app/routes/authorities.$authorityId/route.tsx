import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authorityPage } from "~/features/authority";
import { AuthorityFacts, Inspections, StatisticalNeighbours } from "~/features/authority/components/published-facts";
import { dataProfile } from "~/features/indicator";
import { DataProfileTable } from "~/features/indicator/components/data-profile-table";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, InsetText, PageHeading, formatLongDate } from "~/ui";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = {
  access: { who: "signedIn" },
  title: (page: { authority: { name: string } }) => page.authority.name,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const authorityId = args.params["authorityId"] ?? "";
  const [authority, profile] = await Promise.all([authorityPage(authorityId), dataProfile(authorityId)]);
  if (!authority) throw notFound();
  return { authority, profile };
}

export default function AuthorityRoute() {
  const { authority, profile } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Authorities", href: "/authorities" }]} />
      <PageHeading caption={authority.region.name}>{authority.name}</PageHeading>
      {authority.change ? <InsetText>{authority.change.note}, from {formatLongDate(authority.change.effective)}.</InsetText> : null}
      <AuthorityFacts authority={authority} />
      <Inspections inspections={authority.inspections} />
      <StatisticalNeighbours neighbours={authority.neighbours} />
      <p className="govuk-body">
        Figures are for the year ending March of the year shown. An authority is among the highest or lowest fifth when at most one in five
        authorities with a figure have one as high, or as low. A missing figure is not zero and is not counted.
      </p>
      <DataProfileTable profile={profile} authority={authority.name} region={authority.region.name} />
    </>
  );
}
