import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { whenWords, whereWords } from "~/features/event/components/event-parts";
import { dataProfile } from "~/features/indicator";
import { DataProfileTable } from "~/features/indicator/components/data-profile-table";
import { readingPack } from "~/features/validation/pack.server";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, InsetText, PageHeading, SummaryList, type RouteHandle } from "~/ui";
import { possessive } from "~/ui/wording";

export const handle = { access: { who: "visible", record: "reading pack" }, title: (data: { pack: { event: string } }) => `Your reading pack: ${data.pack.event}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const pack = await readingPack(actor, args.params["eventId"]);
  if (!pack) throw notFound();
  const profiles = await Promise.all(pack.reports.map(async ({ authorityId }) => [authorityId, await dataProfile(authorityId)] as const));
  return { pack, profiles: Object.fromEntries(profiles) };
}

export default function ReadingPackRoute() {
  const { pack, profiles } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Validation", href: "/validations" }, { label: pack.event, href: `/validations/events/${pack.eventId}` }]} />
      <PageHeading caption={`${pack.event}, ${pack.region}`}>Your reading pack</PageHeading>
      <p className="govuk-body app-no-print">It is made to be printed: use your browser’s print. The reports themselves open from here; that you read one is noted, and its authority sees it.</p>
      {pack.date ? <SummaryList rows={[{ key: "Day and time", value: whenWords(pack.date) }, { key: "Where", value: whereWords(pack.date) }]} /> : null}
      {pack.reports.map((report) => {
        const profile = profiles[report.authorityId] ?? [];
        return (
          <section key={report.id} aria-labelledby={`pack-${report.id}`}>
            <h2 className="govuk-heading-l" id={`pack-${report.id}`}>{report.authority}</h2>
            <SummaryList
              rows={[
                { key: "On the day", value: `Turn ${report.turn}, table ${report.table}` },
                { key: "Read by", value: report.readers.map((name, place) => (place === 0 ? `${name} (leads)` : name)).join(", ") },
                { key: "Report", value: report.selfAssessmentId ? <><a className="govuk-link" href={`/self-assessments/${report.selfAssessmentId}/read`}>{`Read ${possessive(report.authority)} report`}</a>{", or take it "}<a className="govuk-link" href={`/self-assessments/${report.selfAssessmentId}/word`}>as a Word file<span className="govuk-visually-hidden">: {report.authority}</span></a></> : "Kept elsewhere: its authority gives it to its readers." },
              ]}
            />
            <h3 className="govuk-heading-m">Questions before the event</h3>
            {report.questions.length === 0 ? <p className="govuk-body">Nobody has asked anything yet.</p> : report.questions.map((one) => (
              <InsetText key={one.id}><strong className="app-prewrap">{one.text}</strong><br /><span className="app-soft">{one.by}</span><br /><span className="app-prewrap">{one.answer || "Not answered yet."}</span></InsetText>
            ))}
            <p className="govuk-body app-no-print"><a className="govuk-link" href={`/validations/${report.id}`}>{`Ask, or record the outcome of the report of ${report.authority}`}</a></p>
            {profile.length > 0 ? (
              <>
                <p className="govuk-body app-narrow-only"><a className="govuk-link" href={`/authorities/${report.authorityId}`}>{possessive(report.authority)} data profile</a></p>
                <div className="app-wide-only"><DataProfileTable profile={profile} authority={report.authority} region={pack.region} /></div>
              </>
            ) : null}
          </section>
        );
      })}
    </>
  );
}
