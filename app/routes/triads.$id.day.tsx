import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { openConflicts } from "~/features/kept-text";
import { notePresent, notesOf } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { triadPage } from "~/features/triad/page.server";
import { keepPosted, slotsToWrite } from "~/features/triad/day.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { AutosaveForm, Button, ButtonGroup, Checkboxes, ErrorSummary, formOf, InsetText, readForm, TextArea, valueOf, valuesOf, withError, type AutosaveAnswer, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `The day: ${page.triad.title}`, scripts: ["autosave"] } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad) throw notFound();
  return { actor, triad };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad } = await pageOf(args);
  const writing = slotsToWrite(triad);
  // Notes of a slot are read by those who take them and by the coordinator.
  const notes = Object.fromEntries(Object.entries(await notesOf(triad.id)).filter(([id]) => writing.includes(id)));
  const conflicts = (await openConflicts(triad.id, { prefix: "slot:" })).filter((one) => writing.includes(one.key.slice("slot:".length)));
  return { triad, notes, writing, conflicts, open: ["packsReleased", "held"].includes(triad.standing.state) };
}

/** Notes as they are typed (answered in JSON), notes saved by the button, or who was there. */
export async function action(args: ActionFunctionArgs) {
  const { actor, triad } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const here = `/triads/${triad.id}/day`;
  if (valueOf(form, "intent") === "attendance") {
    const result = await notePresent({ triadId: triad.id, actor, present: valuesOf(form, "present") });
    if (result.kind === "refused") throw notFound();
    return redirectWith(here, { title: "Who was there is kept" });
  }
  const saved = await keepPosted(actor, triad.id, values);
  if (args.request.headers.get("X-Autosave") === "1") {
    const answer: AutosaveAnswer = { savedAt: saved.at, fields: saved.fields, ...(saved.conflict ? { conflictHref: here } : {}), ...(saved.message ? { message: saved.message } : {}) };
    return Response.json(answer, { status: saved.conflict ? 409 : saved.message ? 422 : 200 });
  }
  if (saved.message) return data({ form: withError(form, saved.message) }, { status: 422 });
  return saved.conflict
    ? redirectWith(here, { kind: "notice", title: "Somebody else saved first", text: "Both texts are kept and shown below." })
    : redirectWith(here, { title: "The notes are saved" });
}

export default function DayRoute() {
  const { triad, notes, writing, conflicts, open } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered && !(answered instanceof Response) && "form" in answered ? answered.form : undefined;
  const names = Object.fromEntries(triad.members.map((member) => [member.id, member.name]));
  const comes = triad.members.flatMap((member) => (member.attendee ? [{ value: member.attendee.id, label: `${member.attendee.name} (${member.name})` }] : []));
  return (
    <>
      <ErrorSummary form={refused} />
      <TriadTop triad={triad} heading="The day" />
      {triad.session ? <p className="govuk-body">{triad.session.venue}, {triad.session.startsAt} to {triad.session.endsAt}.</p> : null}
      {conflicts.map((conflict) => (
        <InsetText key={conflict.keptId}>Somebody else saved notes at the same moment. This was kept aside, so that nothing is lost: <span className="app-prewrap">{conflict.kept.text}</span></InsetText>
      ))}
      {triad.agenda.map((item) => {
        const { slot } = item;
        if (!slot) return <p className="govuk-body" key={item.from}><b>{item.from}</b> {item.words}</p>;
        const note = notes[slot.challenged];
        const field = `note-${slot.challenged}`;
        return (
          <section key={item.from} aria-labelledby={`slot-${slot.challenged}`}>
            <h2 className="govuk-heading-m" id={`slot-${slot.challenged}`}>{item.from} to {item.to}: {item.words}</h2>
            <p className="govuk-body">{names[slot.leads]} leads{slot.observes.length > 0 ? `, ${slot.observes.map((id) => names[id]).join(" and ")} observes` : ""}, {slot.scribe ? names[slot.scribe] : "a challenger"} takes notes.</p>
            {open && writing.includes(slot.challenged) ? (
              <AutosaveForm draftKey={`${triad.id}.${slot.challenged}`} savedAt={note?.at} className="app-measure">
                <input type="hidden" name="slot" value={slot.challenged} />
                <input type="hidden" name={`revision-${slot.challenged}`} value={note?.revision ?? 0} />
                <TextArea form={refused && valueOf(refused, field) !== "" ? refused : formOf({ [field]: note?.value ?? "" })} name={field} label={`Notes while ${names[slot.challenged] ?? ""} is challenged`} hint="No names of children, and nothing that identifies one." rows={6} />
                <ButtonGroup><Button kind="secondary">Save these notes</Button></ButtonGroup>
              </AutosaveForm>
            ) : null}
          </section>
        );
      })}
      {triad.mayRun && open ? (
        <form method="post" noValidate className="app-measure">
          <input type="hidden" name="intent" value="attendance" />
          <Checkboxes form={formOf({ present: triad.present })} name="present" label="Who is there" choices={comes} />
          <ButtonGroup><Button kind="secondary">Keep who is there</Button></ButtonGroup>
        </form>
      ) : null}
      {triad.mayRun && triad.standing.steps.some((step) => step.event === "session.hold") ? <Button href={`/triads/${triad.id}/act/hold`}>Mark the session as held</Button> : null}
    </>
  );
}
