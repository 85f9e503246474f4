import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { answerPoint, readLetter } from "~/features/letter";
import { isLead } from "~/features/letter/access";
import { titleOf } from "~/features/letter/changes";
import { refusalGrounds } from "~/features/letter/content";
import { PointView } from "~/features/letter/components/point-view";
import { answerForm } from "~/features/letter/forms";
import { outcomeOf } from "~/features/letter/outcome";
import { pointsFor } from "~/features/letter/points.server";
import { ANSWERS_OPEN } from "~/features/letter/states";
import { groundHints, groundWords } from "~/features/letter/words";
import { wordsOf } from "~/features/letter/writing.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, parseForm, refuse } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, Radios, TextArea, formOf, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Answer a point of fact: ${nameOf(page.head)}`,
  scripts: ["conditional"],
} satisfies RouteHandle;

const answers = (head: Head | null): head is Head => head !== null && isLead(head) && ANSWERS_OPEN.includes(head.state);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!answers(head)) throw notFound();
  const point = (await pointsFor(head)).find(({ id }) => id === args.params["pointId"]);
  const letter = await readLetter(actor, head, { kind: "sentForCheck", how: "none" });
  const paragraph = letter?.content.paragraphs.find(({ id }) => id === point?.paragraphId);
  if (!point || !paragraph) throw notFound();
  const words = (await wordsOf(head.id))(paragraph.id);
  return { head, point, title: titleOf(paragraph), words };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isLead(head)) throw notFound();
  const read = await parseForm(args.request, answerForm);
  if (!read.ok) return refuse(read.form);
  const { data } = read;
  const saved = await answerPoint({
    recordId: head.id, actor, pointId: args.params["pointId"] ?? "", answer: data.answer,
    outcome: data.outcome === "accepted" ? { kind: "accepted", text: data.text, baseRevision: data.textRevision } : { kind: "refused", ground: data.ground },
  });
  if (saved.kind === "conflict") return redirectWith(`/challenge-records/${head.id}/letter/conflicts`, { kind: "notice", title: "The paragraph was changed meanwhile", text: "Both versions are kept. Choose what it should be, then answer the point." });
  const outcome = outcomeOf(saved);
  if (outcome.ok) return redirectWith(`/challenge-records/${head.id}/accuracy`, { title: data.outcome === "accepted" ? "Accepted, and the paragraph is changed" : "Refused", text: "The authority sees your answers when you send them all." });
  return notDone(outcome, read.values, saved.kind === "refused" && saved.reason === "nothing-changed" ? "text" : undefined);
}

export default function AnswerRoute() {
  const { head, point, title, words } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({ text: words.text, answer: point.answer ?? "", outcome: point.outcome ?? undefined, ground: point.refusal ?? undefined });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={`Answer a point: ${title}`} />
      <PointView point={point} />
      <form method="post" noValidate className="app-measure">
        <input type="hidden" name="textRevision" value={words.textRevision} />
        <Radios
          form={form} name="outcome" label="Do you accept it?" size="m"
          choices={[
            { value: "accepted", label: "Accept it, and change the paragraph", reveals: <TextArea form={form} name="text" label="How the paragraph now reads" rows={8} spellCheck /> },
            {
              value: "refused", label: "Refuse it",
              reveals: <Radios form={form} name="ground" label="On what ground?" size="s" choices={refusalGrounds.map((ground) => ({ value: ground, label: groundWords[ground], hint: groundHints[ground] }))} />,
            },
          ]}
        />
        <TextArea form={form} name="answer" label="What you tell the authority" hint={`What you changed and why, or why you refuse it. The director and delegate of ${head.authority.name} read it here. It is not put into emails.`} rows={4} />
        <ButtonGroup><Button>Keep this answer</Button><a className="govuk-link" href={`/challenge-records/${head.id}/accuracy`}>Cancel</a></ButtonGroup>
      </form>
    </>
  );
}
