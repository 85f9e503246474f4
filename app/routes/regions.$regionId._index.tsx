import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { challengeStyleLabels, endorserLabels, visibilityLabels } from "~/features/region/settings";
import { regionForKeeper } from "~/features/region/settings.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, counted, PageHeading, SummaryList, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "posts", posts: ["sli-coordinator"], of: "region" },
  title: (page: { region: { name: string } }) => page.region.name,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const region = await regionForKeeper(signedIn, args.params["regionId"] ?? "");
  if (!region) throw notFound();
  return { region };
}

export default function RegionPage() {
  const { region } = useLoaderData<typeof loader>();
  const { settings } = region;
  return (
    <>
      <PageHeading caption={counted(region.authorities, "authority", "authorities")}>{region.name}</PageHeading>
      <div className="app-columns">
        <div>
          <h2 className="govuk-heading-m">How the region runs its rounds</h2>
          <SummaryList
            rows={[
              { key: "Challenge", value: challengeStyleLabels[settings.challengeStyle] },
              { key: "Who may read a shared self-assessment", value: visibilityLabels[settings.visibility] },
              { key: "Who endorses after the director has signed", value: settings.endorsements.length === 0 ? "Nobody" : settings.endorsements.map((one) => endorserLabels[one]).join(" and ") },
              { key: "Highest and lowest fifth of an indicator", value: settings.outlierRule ? "Must be explained" : "Need no explanation" },
              { key: "Moderation", value: settings.moderation.needed ? `By somebody of another authority, ${counted(settings.moderation.workingDaysBefore, "working day")} before the challenge` : "None" },
              { key: "Update after the challenge", value: `After ${counted(settings.followUpMonths, "month")}` },
              { key: "Sharing", value: settings.shareAutomatically ? "As soon as a self-assessment is submitted" : "When you share it" },
              { key: "Where people write for help", value: settings.contactEmail || "Not set" },
            ]}
          />
          <Button kind="secondary" href={`/regions/${region.id}/settings`}>Change the settings</Button>
        </div>
        <aside>
          <h2 className="govuk-heading-m">People and posts</h2>
          <ul className="govuk-list">
            <li><a className="govuk-link" href={`/directory?region=${region.id}`}>Directory</a></li>
            <li><a className="govuk-link" href={`/directory?region=${region.id}&vacant=yes`}>Vacant posts</a></li>
            <li><a className="govuk-link" href="/people/new">Add a person</a></li>
            <li><a className="govuk-link" href="/posts/new">Add a post</a></li>
            <li><a className="govuk-link" href={`/people/import?region=${region.id}`}>Add people and posts from a file</a></li>
          </ul>
        </aside>
      </div>
    </>
  );
}
