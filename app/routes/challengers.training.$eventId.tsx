import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelTraining, moveTraining, recordAttendance } from "~/features/challenger-pool";
import { readTraining } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { trainingPage } from "~/features/challenger-pool/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, Checkboxes, DateInput, dateParts, Details, ErrorSummary, formatLongDate, formOf, PageHeading, Pill, readForm, SummaryList, TextInput, valueOf, valuesOf, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Training day" } satisfies RouteHandle;

async function dayOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const training = await trainingPage(actor, args.params["eventId"]);
  if (!training) throw notFound();
  return { actor, training };
}

export async function loader(args: LoaderFunctionArgs) {
  const { training } = await dayOf(args);
  return { training };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, training } = await dayOf(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const intent = valueOf(form, "intent");
  const read = readTraining({ ...values, title: training.title, capacity: String(training.capacity) });
  if (intent === "move" && !read.ok) return refuse({ ...read.form, values });
  const result =
    intent === "move" && read.ok ? await moveTraining({ ...read.data, eventId: training.id, actor })
    : intent === "cancel" ? await cancelTraining({ eventId: training.id, actor })
    : await recordAttendance({ eventId: training.id, attended: valuesOf(form, "attended"), actor });
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/challengers/training/${training.id}`, { title: intent === "move" ? "The day is moved" : intent === "cancel" ? "The day is off" : "It is recorded who came", text: "Everybody booked is told." });
  if (outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message);
}

export default function TrainingDayRoute() {
  const { training } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form;
  const booked = training.people.filter(({ outcome }) => outcome === "booked");
  const form = answered ?? formOf({ ...dateParts("day", training.day), startsAt: training.startsAt, endsAt: training.endsAt, place: training.place, attended: booked.map(({ id }) => id) });
  return (
    <div className="app-measure">
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Training days", href: `/challengers/training?region=${training.regionId}` }]} />
      <PageHeading status={training.cancelledAt ? <Pill kind="quiet">Off</Pill> : undefined}>{training.title}</PageHeading>
      <SummaryList rows={[{ key: "When", value: `${formatLongDate(training.day)}, ${training.startsAt} to ${training.endsAt}, London time` }, { key: "Where", value: training.place }, { key: "Places", value: `${training.people.filter(({ outcome }) => outcome !== "missed").length} of ${training.capacity} taken` }]} />
      {training.people.length > 0 ? <ul className="govuk-list">{training.people.map(({ id, name, outcome }) => <li key={id}><a className="govuk-link" href={`/challengers/${id}`}>{name}</a>: {outcome === "booked" ? "booked" : outcome === "attended" ? "was there, trained" : "was not there"}</li>)}</ul> : <p className="govuk-body">Nobody has booked yet.</p>}
      {training.isOver && booked.length > 0 && !training.cancelledAt ? (
        <form method="post" noValidate>
          <Checkboxes form={form} name="attended" label="Who was there?" size="m" hint="Whoever is ticked is trained from that day. Everybody else booked is told that they were missed." choices={booked.map(({ id, name }) => ({ value: id, label: name }))} />
          <Button name="intent" value="record">Record who was there</Button>
        </form>
      ) : null}
      {training.cancelledAt || training.isOver ? null : (
        <Details summary="Move it, or call it off" open={Boolean(answered)}>
          <form method="post" noValidate>
            <DateInput form={form} name="day" label="Day" />
            <TextInput form={form} name="startsAt" label="Begins at" width={5} />
            <TextInput form={form} name="endsAt" label="Ends at" width={5} />
            <TextInput form={form} name="place" label="Where, or the link to join" />
            <Button kind="secondary" name="intent" value="move">Move it and tell everybody booked</Button>
          </form>
          <form method="post"><WarningButton name="intent" value="cancel">Call it off and tell everybody booked</WarningButton></form>
        </Details>
      )}
    </div>
  );
}
