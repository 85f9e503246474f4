import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { marksPosted } from "~/features/child-data";
import { childDataIn } from "~/features/child-data/detect";
import { ChildDataWarning } from "~/features/child-data/parts";
import { noteHeard, removeNote, sessionNotes } from "~/features/series";
import { outcomeOfSeries } from "~/features/series/outcome";
import { runsEventsOf } from "~/features/booking";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, EmptyState, ErrorSummary, formOf, InsetText, PageHeading, pressOf, readForm, type RouteHandle, Select, TextArea, valueOf } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { session: { title: string } }) => `Notes: ${data.session.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const eventId = args.params["id"];
  const session = isUuid(eventId) ? await sessionNotes(actor, eventId) : null;
  if (!session) throw notFound();
  return { actor, session };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, session } = await asked(args);
  return { session, keeps: runsEventsOf(actor).length > 0, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, session } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const remove = valueOf(form, "remove");
  if (isUuid(remove)) {
    await removeNote(actor, session.eventId, remove);
    return redirectWith(`/events/${session.eventId}/notes`, { title: "The note is taken out" });
  }
  const text = valueOf(form, "text");
  const { marks, errors } = marksPosted(values, childDataIn(text));
  if (Object.keys(errors).length > 0) return refuse({ values, errors });
  const outcome = outcomeOfSeries(await noteHeard({ eventId: session.eventId, theme: valueOf(form, "theme"), text, marks, actor, requestKey: pressOf(values).requestKey }));
  if (outcome.ok) return redirectWith(`/events/${session.eventId}/notes`, { title: "The note is kept" });
  if (outcome.status === 404) throw notFound();
  return refuseWith(values, outcome.message, outcome.reason === "choose-theme" ? "theme" : "text");
}

export default function NotesRoute() {
  const { session, keeps, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  const text = valueOf(form, "text");
  const hits = text ? childDataIn(text) : [];
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: session.title, href: `/events/${session.eventId}` }]} />
      <PageHeading caption={session.title}>Notes of the session</PageHeading>
      <p className="govuk-body">What was heard, one point at a time, each under a theme. Name nobody: the notes of all sessions are combined by theme into one report.</p>
      {session.notes.length === 0 ? <EmptyState title="There are no notes yet">They appear here as they are written.</EmptyState> : null}
      {session.notes.map((note) => (
        <form key={note.id} method="post" className="app-card">
          <h2 className="govuk-heading-s">{note.theme}</h2>
          <p className="govuk-body app-prewrap">{note.text}</p>
          {note.mine || keeps ? <button type="submit" name="remove" value={note.id} className="govuk-button govuk-button--secondary">Take it out<span className="govuk-visually-hidden">: {note.text.slice(0, 40)}</span></button> : null}
        </form>
      ))}
      {session.dayHasCome ? (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">Add a note</h2>
          <input type="hidden" name="requestKey" value={requestKey} />
          <Select form={form} name="theme" label="Theme" blank="Choose a theme" options={session.themes.map((theme) => ({ value: theme, label: theme }))} />
          <TextArea form={form} name="text" label="What was heard?" rows={4} />
          <ChildDataWarning text={text} hits={hits} form={form} />
          <Button>Keep the note</Button>
        </form>
      ) : (
        <InsetText>Notes can be written from the day of the session on.</InsetText>
      )}
    </div>
  );
}
