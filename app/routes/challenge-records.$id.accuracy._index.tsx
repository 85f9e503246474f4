import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { agreeFacts, readLetter, sendAnswers, submitPoints } from "~/features/letter";
import { isHost, isLead, readsPoints } from "~/features/letter/access";
import { titleOf } from "~/features/letter/changes";
import { TextParagraphs } from "~/features/document/parts";
import { PointView } from "~/features/letter/components/point-view";
import { outcomeOf } from "~/features/letter/outcome";
import { pointsFor, type PointShown } from "~/features/letter/points.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Button, ButtonGroup, counted, Details, ErrorSummary, InsetText, PressFields, pressOf, readForm, type RouteHandle, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Factual accuracy check: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head, event: string) => head.steps.find((step) => step.event === event);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsPoints(head)) throw notFound();
  const letter = await readLetter(actor, head, { kind: "sentForCheck", how: head.state === "awaitingAccuracyCheck" ? "page" : "none" });
  if (!letter) throw notFound();
  const points = await pointsFor(head);
  return {
    head, points: points.filter((point) => point.version === letter.version), earlier: points.filter((point) => point.version !== letter.version),
    letter: { version: letter.version, at: letter.at, by: letter.by, paragraphs: letter.content.paragraphs },
    mayRaise: isHost(head) && head.state === "awaitingAccuracyCheck",
    mayAnswer: isLead(head) && head.state === "answeringPoints",
    steps: { submit: stepOf(head, "points.submit") ?? null, agree: stepOf(head, "accuracy.agree") ?? null, answer: stepOf(head, "points.answer") ?? null },
    requestKey: randomUUID(),
  };
}

const acts = {
  submit: { verb: submitPoints, title: "The points are sent", text: "The lead challenger answers each with a reason, and you are told." },
  agree: { verb: agreeFacts, title: "The facts are right", text: "The lead challenger is told, and makes the letter final." },
  answer: { verb: sendAnswers, title: "The answers are sent", text: "The director and the delegate are told, and read each with its reason." },
} as const;

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsPoints(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const intent = valueOf(form, "intent");
  const act = intent === "agree" || intent === "answer" ? acts[intent] : acts.submit;
  const version = Number(valueOf(form, "version"));
  const outcome = outcomeOf(await act.verb({ recordId: head.id, actor, ...pressOf(values), ...(Number.isInteger(version) && version > 0 ? { version } : {}) }));
  if (outcome.ok) return redirectWith(`/challenge-records/${head.id}`, { title: act.title, text: act.text });
  return notDone(outcome, values);
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AccuracyRoute() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { head, letter, points, earlier, mayRaise, mayAnswer } = page;
  const base = `/challenge-records/${head.id}/accuracy`;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Factual accuracy check" />
      <Explains page={page} />
      {letter.paragraphs.map((paragraph) => {
        const here = points.filter((point) => point.paragraphId === paragraph.id);
        return (
          <section key={paragraph.id} className="app-letter-paragraph" aria-labelledby={`p-${paragraph.id}`}>
            <h2 className="govuk-heading-m" id={`p-${paragraph.id}`}>{titleOf(paragraph)}</h2>
            <div className="app-measure"><TextParagraphs text={paragraph.text} /></div>
            {here.map((point, index) => <PointView key={point.id} point={point}><PointLinks page={page} point={point} number={index + 1} title={titleOf(paragraph)} /></PointView>)}
            {mayRaise ? <p className="govuk-body"><a className="govuk-link" href={`${base}/paragraph/${paragraph.id}`}>Raise a point of fact<span className="govuk-visually-hidden"> about {titleOf(paragraph)}</span></a></p> : null}
          </section>
        );
      })}
      <Acts page={page} />
      {earlier.length > 0 ? <Details summary={`${counted(earlier.length, "point")} on earlier versions`}>{earlier.map((point) => <PointView key={point.id} point={point} />)}</Details> : null}
      {mayAnswer || mayRaise ? null : <p className="govuk-body"><a className="govuk-link" href={`/challenge-records/${head.id}/response`}>The authority’s response, beside the letter</a></p>}
    </>
  );
}

function Explains({ page: { head, letter, mayRaise, mayAnswer, points } }: { readonly page: Loaded }) {
  if (mayRaise) {
    return (
      <>
        <p className="govuk-body-l">Read version {letter.version} of the letter. Where a <b>fact</b> is wrong, raise a point beside the paragraph: what it says, what is right, and what shows it.</p>
        <InsetText>
          This corrects facts: a number, a date, a name of a service, who does what. It does not change what your peers thought of it: a point about an opinion is refused.
          What you think of the letter goes into <a className="govuk-link" href={`/challenge-records/${head.id}/response`}>your response</a>, which is kept beside it.
          Saying nothing is not agreeing: you are reminded, and then the coordinator and your chief executive are told.
        </InsetText>
      </>
    );
  }
  if (mayAnswer) {
    const open = points.filter((point) => point.outcome === null).length;
    return <p className="govuk-body-l">{open === 0 ? "Every point has an answer. Send them when you are content." : `${counted(open, "point")} of ${points.length} to answer. Accept what is a matter of fact and shown; refuse what is an opinion, with your reason. The authority sees your answers when you send them all.`}</p>;
  }
  return <p className="govuk-body-l">{points.length === 0 ? `No point was raised on version ${letter.version}.` : `${counted(points.length, "point")} on version ${letter.version}, each with what became of it.`}</p>;
}

function PointLinks({ page: { head, mayRaise, mayAnswer }, point, number, title }: { readonly page: Loaded; readonly point: PointShown; readonly number: number; readonly title: string }) {
  const base = `/challenge-records/${head.id}/accuracy`;
  const about = <span className="govuk-visually-hidden"> point {number} of {title}</span>;
  if (mayRaise) return <p className="govuk-body"><a className="govuk-link" href={`${base}/paragraph/${point.paragraphId}?point=${point.id}`}>Change or take back{about}</a></p>;
  if (mayAnswer) return <p className="govuk-body"><a className="govuk-link" href={`${base}/point/${point.id}`}>{point.outcome === null ? "Answer" : "Change the answer to"}{about}</a></p>;
  return null;
}

function Acts({ page }: { readonly page: Loaded }) {
  const { head, letter, points, steps, mayRaise, mayAnswer, requestKey } = page;
  const step = mayAnswer ? steps.answer : points.length > 0 ? steps.submit : steps.agree;
  if (mayRaise && !step) return <InsetText>{points.length > 0 ? `You can prepare points. Only the director of ${head.authority.name} sends them.` : `Only the director of ${head.authority.name} can say that the facts are right.`}</InsetText>;
  if (!step) return null;
  const open = points.filter((point) => point.outcome === null).length;
  if (mayAnswer && open > 0) return null;
  const [intent, words] = mayAnswer
    ? (["answer", `Send the ${counted(points.length, "answer")}`] as const)
    : points.length > 0 ? (["submit", `Send ${counted(points.length, "point")} to the lead challenger`] as const) : (["agree", "The facts are right"] as const);
  return (
    <form method="post">
      <h2 className="govuk-heading-m">{mayAnswer ? "When every answer is right" : points.length > 0 ? "When every point is down" : "If every fact is right"}</h2>
      <PressFields revision={head.revision} requestKey={requestKey} />
      <input type="hidden" name="version" value={letter.version} />
      {points.length === 0 && !mayAnswer ? <p className="govuk-body">You agree that the facts are right, not with every view in the letter.</p> : null}
      <ToldSentence tells={step.tells} />
      <ButtonGroup><Button name="intent" value={intent}>{words}</Button></ButtonGroup>
    </form>
  );
}
