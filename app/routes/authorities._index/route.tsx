import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authoritiesByRegion } from "~/features/authority";
import { enter } from "~/session/enter.server";
import { PageHeading } from "~/ui";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "signedIn" }, title: "Authorities" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const own = new Set(actor.holdings.map((post) => post.regionId));
  const regions = await authoritiesByRegion();
  // One's own region first: it is the one people come for.
  return { regions: [...regions.filter(({ id }) => own.has(id)), ...regions.filter(({ id }) => !own.has(id))] };
}

export default function AuthoritiesRoute() {
  const { regions } = useLoaderData<typeof loader>();
  const count = regions.reduce((sum, region) => sum + region.authorities.length, 0);
  return (
    <>
      <PageHeading>Authorities</PageHeading>
      <p className="govuk-body-l">The {count} authorities of England with children’s services, and what is published about each.</p>
      {regions.map((region) => (
        <section key={region.id} aria-labelledby={region.id}>
          <h2 className="govuk-heading-m" id={region.id}>{region.name} <span className="app-soft">({region.authorities.length})</span></h2>
          <ul className="govuk-list">
            {region.authorities.map((authority) => (
              <li key={authority.id}><a className="govuk-link" href={`/authorities/${authority.id}`}>{authority.name}</a> <span className="app-soft">{authority.type}</span></li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
