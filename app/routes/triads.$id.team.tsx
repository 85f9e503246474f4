import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { refusalWords } from "~/features/assignment";
import { refillTeam } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { freePlaces } from "~/features/triad/team.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, blankForm, counted, ErrorSummary, InsetText, PressFields, pressOf, Radios, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Ask another challenger: ${page.triad.title}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad?.mayRun) throw notFound();
  return { actor, triad, places: await freePlaces(triad.id), step: triad.standing.steps.find((step) => step.event === "team.refill") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, places, step } = await pageOf(args);
  if (!step) throw await redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "Nobody can be asked now", text: "Challengers are asked once the session is confirmed, until it is held." });
  return {
    triad, open: places.open, requestKey: randomUUID(), maySelectLead: !places.hasLead && places.candidates.some((one) => one.canLead),
    candidates: places.candidates.map(({ id, name, from, themes, maxLoad, canLead }) => ({ id, name, from, themes, room: maxLoad, canLead })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, places } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const one = places.candidates.find((candidate) => candidate.id === posted(values, "challengerId"));
  const challengerId = posted(values, "challengerId");
  if (challengerId === "") return refuse({ values, errors: { challengerId: "Choose whom to ask" } });
  const result = await refillTeam({ triadId: triad.id, challengerId, role: posted(values, "as") === "lead" ? "lead" : "challenger", actor, ...pressOf(values) });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, ["no-place-open", "asked-before", "no-such-step", "not-your-role"].includes(result.reason) ? sayRefusal(result.reason) : refusalWords(result.reason), "challengerId");
  return redirectWith(`/triads/${triad.id}`, { title: `${one?.name ?? "The challenger"} is asked`, text: "They are told by email, and answer on one page." });
}

export default function TeamRoute() {
  const { triad, open, candidates, maySelectLead, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const back = `/triads/${triad.id}`;
  return (
    <>
      <ErrorSummary form={form} />
      <TriadTop triad={triad} heading="Ask another challenger" />
      {open === 0 ? <InsetText>Every place is asked for or taken. <a className="govuk-link" href={back}>See the team</a></InsetText> : candidates.length === 0 ? (
        <InsetText>Nobody in the pool is free that day, in date and independent of these authorities. <a className="govuk-link" href="/challengers">See the challengers</a></InsetText>
      ) : (
        <form method="post" noValidate className="app-measure">
          <p className="govuk-body">{counted(open, "place is", "places are")} free. Listed is who can be asked for that day: in date, not away, with room, and independent of these authorities. Those who were asked before are left out.</p>
          <PressFields revision={triad.standing.revision} requestKey={requestKey} />
          <Radios form={form ?? blankForm} name="challengerId" label="Whom to ask" choices={candidates.map((one) => ({ value: one.id, label: one.from ? `${one.name}, ${one.from}` : one.name, hint: [one.canLead ? "can lead" : "", one.themes.join(", "), `room for ${one.room} more`].filter((part) => part !== "").join("; ") }))} />
          {maySelectLead ? <Radios form={form ?? blankForm} name="as" label="As" small choices={[{ value: "challenger", label: "Challenger" }, { value: "lead", label: "Lead challenger" }]} /> : null}
          <InsetText>Told by email: the person who is asked, the lead challenger and you.</InsetText>
          <ButtonGroup><Button>Ask them</Button><a className="govuk-link" href={back}>Not now</a></ButtonGroup>
        </form>
      )}
    </>
  );
}
