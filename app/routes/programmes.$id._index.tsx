import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { personWithEmail } from "~/features/people";
import { inviteToApply, refusalWords as poolRefusal } from "~/features/challenger-pool";
import { askToTeach, refusalWords as tutorRefusal } from "~/features/tutoring";
import { addTutor, programmePage } from "~/features/programme";
import { CohortPill } from "~/features/programme/components/programme-parts";
import { outcomeOf } from "~/features/programme/outcome";
import { tutorsOf } from "~/features/programme-day";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, Breadcrumbs, counted, Details, EmptyState, ErrorSummary, formatDate, PageHeading, PressFields, pressOf, readForm, SummaryList, Table, TextInput, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "programme" }, title: (data: { programme: { title: string } }) => data.programme.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const programme = await programmePage(actor, args.params["id"]);
  if (!programme) throw notFound();
  return { actor, programme };
}

export async function loader(args: LoaderFunctionArgs) {
  const { programme } = await asked(args);
  return { programme, tutors: programme.keeps ? await tutorsOf(programme.regionId) : [], requestKey: randomUUID() };
}

/** Puts somebody into the pool of tutors, by their email address; or asks somebody who completed it to apply to the pool of challengers. */
export async function action(args: ActionFunctionArgs) {
  const { actor, programme } = await asked(args);
  if (!programme.keeps) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const alumnus = programme.alumni.find(({ personId }) => personId === valueOf(form, "invite"));
  if (alumnus) {
    const invited = await inviteToApply({ regionId: programme.regionId, personId: alumnus.personId, actor, requestKey: pressOf(values).requestKey });
    return invited.kind === "entered" ? redirectWith(`/programmes/${programme.id}#alumni`, { title: `${alumnus.name} is invited to the pool of challengers`, text: "They get an email, and apply if they want to. Their own director is asked then." }) : refuseWith(values, poolRefusal(invited.reason));
  }
  const teacher = programme.alumni.find(({ personId }) => personId === valueOf(form, "teach"));
  if (teacher) {
    const asked = await askToTeach({ regionId: programme.regionId, personId: teacher.personId, actor, requestKey: pressOf(values).requestKey });
    return asked.kind === "asked" ? redirectWith(`/programmes/${programme.id}#alumni`, { title: `${teacher.name} is asked to teach`, text: "They get an email and say yes or no. With a yes they are in the pool of tutors." }) : refuseWith(values, tutorRefusal(asked.reason));
  }
  const person = await personWithEmail(valueOf(form, "email"));
  if (!person) return refuseWith(values, "Nobody in the directory has this email address. Add the person first", "email");
  const outcome = outcomeOf(await addTutor({ regionId: programme.regionId, personId: person.id, about: valueOf(form, "about").trim().slice(0, 500), actor }));
  return outcome.ok ? redirectWith(`/programmes/${programme.id}`, { title: `${person.name} is in the pool of tutors` }) : refuseWith(values, outcome.message);
}

export default function ProgrammeRoute() {
  const { programme, tutors, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }]} />
      <PageHeading caption={programme.region}>{programme.title}</PageHeading>
      <div className="app-measure">
        {programme.keeps ? <Button href={`/programmes/${programme.id}/cohorts/new`}>Plan the next cohort</Button> : null}
        <SummaryList
          rows={[
            ...(programme.aims ? [{ key: "Aims", value: programme.aims }] : []),
            ...(programme.eligibility ? [{ key: "Who it is for", value: programme.eligibility }] : []),
            ...(programme.sponsors ? [{ key: "Sponsors", value: programme.sponsors }] : []),
            { key: "To complete it", value: `${programme.mayMiss === 0 ? "Every day" : `All days but ${programme.mayMiss} at most`}${programme.hasAssignment ? ", and an assignment" : ""}` },
            ...(programme.inTeams ? [{ key: "Teams", value: "People are nominated in teams of one authority" }] : []),
          ]}
        />
        {programme.keeps ? <p className="govuk-body"><a className="govuk-link" href={`/programmes/${programme.id}/edit`}>Change the programme</a></p> : null}
      </div>
      {programme.cohorts.length === 0 ? <EmptyState title="No cohort yet">A cohort has its own dates, places and people.</EmptyState> : (
        <Table
          caption="Cohorts"
          columns={[
            { key: "title", heading: "Cohort", cell: (row) => <a className="govuk-link" href={`/cohorts/${row.id}`}>{row.title}</a> },
            { key: "places", heading: "Places taken", cell: (row) => `${row.taken} of ${row.places}` },
            { key: "state", heading: "Where it is", cell: (row) => <CohortPill state={row.state} /> },
          ]}
          rows={programme.cohorts}
          rowKey={(row) => row.id}
        />
      )}
      {programme.keeps ? (
        <>
          {programme.alumni.length === 0 ? null : (
            <form method="post" noValidate id="alumni">
              <PressFields requestKey={requestKey} />
              <Table
                caption={`Alumni (${programme.alumni.length})`}
                columns={[
                  { key: "name", heading: "Name", cell: (row) => <a className="govuk-link" href={`/nominations/${row.nominationId}`}>{row.name}</a> },
                  { key: "authority", heading: "Authority", cell: (row) => row.authority },
                  { key: "cohort", heading: "Cohort", cell: (row) => row.cohort },
                  { key: "now", heading: "Now", cell: (row) => [row.pool ?? "", row.teaches ? "Tutor" : row.tutoring?.state === "asked" ? "Asked to teach" : row.tutoring?.state === "declined" ? "Does not teach just now" : ""].filter(Boolean).join(", ") || "Not yet asked" },
                  { key: "ask", heading: "Ask", cell: (row) => (<>{row.mayInvite ? <button type="submit" className="app-link-button" name="invite" value={row.personId}>Invite<span className="govuk-visually-hidden"> {row.name}</span> to the pool</button> : null}{row.mayInvite ? <br /> : null}{row.teaches || row.tutoring?.state === "asked" ? null : <button type="submit" className="app-link-button" name="teach" value={row.personId}>Ask<span className="govuk-visually-hidden"> {row.name}</span> to teach</button>}</>) },
                ]}
                rows={programme.alumni}
                rowKey={(row) => row.nominationId}
              />
            </form>
          )}
          <h2 className="govuk-heading-m">Tutors of the region</h2>
          {tutors.length === 0 ? <p className="govuk-body">Nobody is in the pool yet.</p> : (
            <Table
              caption="Tutors" hideCaption
              columns={[
                { key: "name", heading: "Name", cell: (row) => row.name },
                { key: "about", heading: "Teaches", cell: (row) => row.about },
                { key: "days", heading: "Days", cell: (row) => row.days.length === 0 ? "None" : row.days.map((day) => <div key={day.id}><a className="govuk-link" href={`/days/${day.id}`}>{day.title}</a>{day.startsAt ? `, ${formatDate(day.startsAt)}` : ""}</div>) },
              ]}
              rows={tutors}
              rowKey={(row) => row.personId}
            />
          )}
          <Details summary={`Add a tutor (${counted(tutors.length, "tutor")} so far)`} open={form.errors["email"] !== undefined}>
            <form method="post" noValidate className="app-measure">
              <TextInput form={form} name="email" label="Email address" hint="As it stands in the directory" type="email" />
              <TextInput form={form} name="about" label="What do they teach? (optional)" />
              <Button kind="secondary">Add to the pool</Button>
            </form>
          </Details>
        </>
      ) : null}
    </>
  );
}
