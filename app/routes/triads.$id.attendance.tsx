import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { confirmAttendance, declineAttendance } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { peopleOf } from "~/features/triad/speaking.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, formatDate, formOf, PressFields, pressOf, Radios, readForm, type RouteHandle, TextArea } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Who comes? ${page.triad.title}`, scripts: ["conditional"] } satisfies RouteHandle;

const NOBODY = "nobody";

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  const mine = triad?.mine[0];
  if (!triad || !mine) throw notFound();
  return { actor, triad, mine };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, mine } = await pageOf(args);
  return { triad, mine, people: await peopleOf(mine.id), open: triad.standing.state === "awaitingConfirmation", requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, mine } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const who = posted(values, "who");
  const reason = posted(values, "reason");
  if (who === "") return refuse({ values, errors: { who: "Choose who comes, or say that nobody can" } });
  if (who === NOBODY && (reason === "" || reason.length > 500)) return refuse({ values, errors: { reason: reason === "" ? "Say why nobody can come" : "The reason must be 500 characters or fewer" } });
  const given = { triadId: triad.id, authorityId: mine.id, actor, requestKey: pressOf(values).requestKey };
  const result = who === NOBODY ? await declineAttendance({ ...given, reason }) : await confirmAttendance({ ...given, attendeeId: who });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, sayRefusal(result.reason), "who");
  return redirectWith(`/triads/${triad.id}`, who === NOBODY ? { title: "The coordinator knows that nobody can come", text: "Another day is looked for." } : { title: `You have said who comes for ${mine.name}`, text: "The coordinator is told. The date goes into calendars once the session is confirmed." });
}

export default function AttendanceRoute() {
  const { triad, mine, people, open, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = triad.members.find((member) => member.id === mine.id);
  const form = answered?.form ?? formOf({ who: own?.attendee?.id ?? (own?.cannot ? NOBODY : ""), reason: own?.cannot ?? "" });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading={`Who comes for ${mine.name}?`} />
      <div className="app-measure">
        {open && triad.session ? (
          <form method="post" noValidate>
            <p className="govuk-body">The session is proposed for {formatDate(triad.session.day, { year: true })}, {triad.session.startsAt} to {triad.session.endsAt}, at {triad.session.venue}{triad.session.host ? `, hosted by ${triad.session.host.name}` : ""}.</p>
            <PressFields requestKey={requestKey} />
            <Radios form={form} name="who" label="The director, or a deputy by name" choices={[
              ...people.map((person) => ({ value: person.id, label: person.name, hint: person.post })),
              { value: NOBODY, label: "Nobody can come on that day", reveals: <TextArea form={form} name="reason" label="Why" hint="Read within the group and by the coordinator. It is not in any email." rows={3} /> },
            ]} />
            <ButtonGroup><Button>Send</Button><a className="govuk-link" href={`/triads/${triad.id}`}>Not now</a></ButtonGroup>
          </form>
        ) : <p className="govuk-body">Nobody is being asked now who comes. {own?.attendee ? `${own.attendee.name} comes for ${mine.name}.` : ""}</p>}
      </div>
    </>
  );
}
