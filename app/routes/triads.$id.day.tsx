import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ConflictChoice, NoteForm } from "~/features/kept-text/parts";
import { keepNote, notePresent, settleNote } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { desk } from "~/features/triad/day.server";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { answerNotes } from "~/session/notes.server";
import { Button, ButtonGroup, Checkboxes, ErrorSummary, formOf, readForm, valueOf, valuesOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `The day: ${page.triad.title}`, scripts: ["autosave"] } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad) throw notFound();
  return { actor, triad };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad } = await pageOf(args);
  return { triad, ...(await desk(triad)), open: ["packsReleased", "held"].includes(triad.standing.state) };
}

/** Notes, a conflict of them, or who was there. */
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
  return answerNotes(args.request, values, {
    here,
    keep: ({ part, value, baseRevision }) => keepNote({ triadId: triad.id, authorityId: part, value, baseRevision, actor }),
    settle: (choice) => settleNote({ triadId: triad.id, ...choice, actor }),
    say: sayRefusal,
  });
}

export default function DayRoute() {
  const { triad, notes, writing, conflict, open } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered && !(answered instanceof Response) && "form" in answered ? answered.form : undefined;
  const names = Object.fromEntries(triad.members.map((member) => [member.id, member.name]));
  const comes = triad.members.flatMap((member) => (member.attendee ? [{ value: member.attendee.id, label: `${member.attendee.name} (${member.name})` }] : []));
  return (
    <>
      <ErrorSummary form={refused} />
      <TriadTop triad={triad} heading="The day" />
      {triad.session ? <p className="govuk-body">{triad.session.venue}, {triad.session.startsAt} to {triad.session.endsAt}.</p> : null}
      {conflict ? <section aria-label="Two versions of notes"><h2 className="govuk-heading-m">Two versions of the notes on {names[conflict.key.slice("slot:".length)]}</h2><ConflictChoice conflict={conflict} form={refused} cancelHref={`/triads/${triad.id}`} what="notes" headingLevel={3} /></section> : null}
      {triad.agenda.map((item) => {
        const { slot } = item;
        if (!slot) return <p className="govuk-body" key={item.from}><b>{item.from}</b> {item.words}</p>;
        return (
          <section key={item.from} aria-labelledby={`slot-${slot.challenged}`}>
            <h2 className="govuk-heading-m" id={`slot-${slot.challenged}`}>{item.from} to {item.to}: {item.words}</h2>
            <p className="govuk-body">{names[slot.leads]} leads{slot.observes.length > 0 ? `, ${slot.observes.map((id) => names[id]).join(" and ")} observes` : ""}, {slot.scribe ? names[slot.scribe] : "a challenger"} takes notes.</p>
            {open && writing.includes(slot.challenged) ? (
              <NoteForm record={triad.id} part={slot.challenged} label={`Notes while ${names[slot.challenged] ?? ""} is challenged`} note={notes[slot.challenged]} refused={refused} />
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
