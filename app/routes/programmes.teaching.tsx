import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { whenWords, whereWords } from "~/features/event/components/event-parts";
import { teachingOf } from "~/features/programme-day";
import { DayPill } from "~/features/programme-day/components/day-parts";
import { enter } from "~/session/enter.server";
import { BarTable, Breadcrumbs, counted, EmptyState, Meter, PageHeading, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Days you teach" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return { days: await teachingOf(await enter(args, handle.access)) };
}

export default function TeachingRoute() {
  const { days } = useLoaderData<typeof loader>();
  const parts = [{ heading: "Coming", of: days.filter(({ isOver }) => !isOver) }, { heading: "Over", of: days.filter(({ isOver }) => isOver) }];
  return (
    <div className="app-measure">
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }]} />
      <PageHeading>Days you teach</PageHeading>
      {days.length === 0 ? <EmptyState title="You teach on no day just now">When the coordinator puts you on a day, you get an email and the day is listed here.</EmptyState> : <p className="govuk-body">They are in <a className="govuk-link" href="/calendar">your calendar</a> too.</p>}
      {parts.map(({ heading, of }) => (of.length === 0 ? null : (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          {of.map((day) => (
            <section key={day.id} className="app-card">
              <h3 className="govuk-heading-s"><a className="govuk-link" href={`/days/${day.id}`}>{day.title}</a> <DayPill state={day.state} /></h3>
              <SummaryList
                rows={[
                  { key: "When and where", value: day.dates.map((date) => <div key={date.id}>{whenWords(date)}, {whereWords(date)}</div>) },
                  { key: "Booked", value: counted(day.booked, "person", "people") },
                  ...(day.others.length > 0 ? [{ key: "With", value: day.others.join(", ") }] : []),
                  { key: "Your notes", value: day.notes ? <span className="app-prewrap">{day.notes}</span> : "None yet", actions: [{ label: day.notes ? "Change" : "Write", href: `/days/${day.id}#notes`, about: `your notes for ${day.title}` }] },
                  { key: "Materials", value: day.materials === 0 ? "None yet" : counted(day.materials, "thing to read", "things to read"), actions: [{ label: "See", href: `/days/${day.id}`, about: `the materials of ${day.title}` }] },
                ]}
              />
              {day.response ? <Meter value={day.response.answered} of={day.response.asked} label="have said what they thought"><a className="govuk-link" href={`/days/${day.id}/results`}>All results<span className="govuk-visually-hidden"> of {day.title}</span></a></Meter> : null}
              {day.means.length > 0 ? <BarTable caption="Mean of each question, from 1 to 5" labelHeading="Question" valueHeading="Mean" max={5} bars={day.means.map(({ text, mean }) => ({ label: text, value: mean, shown: `${mean.toFixed(1)} of 5` }))} /> : null}
            </section>
          ))}
        </section>
      )))}
    </div>
  );
}
