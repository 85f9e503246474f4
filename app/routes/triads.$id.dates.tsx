import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerDates, type Answer } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, DateText, ErrorSummary, formatDate, formOf, type FormState, PressFields, pressOf, Radios, readForm, type RouteHandle, TextInput } from "~/ui";
import { possessive } from "~/ui/wording";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Which days can you make? ${page.triad.title}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  const mine = triad?.mine[0];
  if (!triad || !mine) throw notFound();
  return { actor, triad, mine };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, mine } = await pageOf(args);
  return { triad, mine, open: triad.standing.state === "awaitingAnswers", today: now().toISOString(), requestKey: randomUUID() };
}

const isAnswer = (text: string): text is Answer => ["yes", "ifNeedBe", "no"].includes(text);

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, mine } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const errors: Record<string, string> = {};
  const answers: Record<string, Answer> = {};
  for (const option of triad.options) {
    const answer = posted(values, `day-${option.id}`);
    if (isAnswer(answer)) answers[option.id] = answer;
    else errors[`day-${option.id}`] = `Say whether you can make ${formatDate(option.day)}`;
  }
  const venue = posted(values, "venue");
  if (venue.length > 200) errors["venue"] = "Where you would host must be 200 characters or fewer";
  if (Object.keys(errors).length > 0 && triad.standing.state === "awaitingAnswers") return refuse({ values, errors });
  const { requestKey } = pressOf(values);
  const result = await answerDates({ triadId: triad.id, authorityId: mine.id, answers, venue, actor, requestKey });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, result.reason === "no-such-step" ? "The poll is closed: answers can no longer be changed. Write to the coordinator if a day has become impossible." : sayRefusal(result.reason));
  // With the last answer the poll closes by itself.
  const last = triad.members.every((member) => member.id === mine.id || !member.owes);
  return redirectWith(`/triads/${triad.id}`, { title: `${possessive(mine.name)} answers are kept`, text: last ? "Everybody has answered, and the poll is closed. The coordinator is told." : "The coordinator is told. You can change them until the poll closes." });
}

export default function DatesRoute() {
  const { triad, mine, open, today, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const start = formOf({ ...Object.fromEntries(triad.options.map((option) => [`day-${option.id}`, option.answers[mine.id] ?? ""])), venue: triad.members.find((member) => member.id === mine.id)?.venue ?? "" });
  const form: FormState = answered?.form ?? start;
  const others = triad.members.filter((member) => member.id !== mine.id).map((member) => member.name);
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading="Which days can you make?" />
      <div className="app-measure">
        {open ? (
          <form method="post" noValidate>
            <p className="govuk-body">You answer for {mine.name}, for a session with {others.join(" and ")}.{triad.pollClosesOn ? <> The poll closes on <DateText when={triad.pollClosesOn} now={today} />.</> : null}</p>
            <PressFields requestKey={requestKey} />
            {triad.options.map((option) => (
              <Radios key={option.id} form={form} name={`day-${option.id}`} label={formatDate(option.day, { year: true })} size="s" inline small choices={[{ value: "yes", label: "Yes" }, { value: "ifNeedBe", label: "If need be" }, { value: "no", label: "No" }]} />
            ))}
            <TextInput form={form} name="venue" label="Where you could host the session (if you can)" hint="A room and its place. Leave it empty if you would rather not host." size="s" />
            <ButtonGroup><Button>Send {possessive(mine.name)} answers</Button><a className="govuk-link" href={`/triads/${triad.id}`}>Not now</a></ButtonGroup>
          </form>
        ) : <p className="govuk-body">No dates are being asked about now. {triad.options.length > 0 ? "The poll is closed." : "The coordinator has not offered any yet."}</p>}
      </div>
    </>
  );
}
