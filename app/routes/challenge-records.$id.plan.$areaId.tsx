import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { answerArea, planOf } from "~/features/action-plan";
import { MOST_ACTIONS } from "~/features/action-plan/content";
import { areaAsTyped, areaPosted, rowOf, rowsShown } from "~/features/action-plan/forms";
import { refusalWords } from "~/features/action-plan/words";
import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { childDataIn } from "~/features/child-data/detect";
import { TextParagraphs } from "~/features/document/parts";
import { isHost } from "~/features/letter/access";
import { outcomeOf } from "~/features/letter/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, DateInput, ErrorSummary, Fieldset, Radios, TextArea, TextInput, formOf, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0]; area: { title: string } }) => `${page.area.title}: action plan, ${nameOf(page.head)}`,
  scripts: ["conditional"],
} satisfies RouteHandle;

const prepares = (head: Head | null): head is Head => head !== null && isHost(head);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const plan = prepares(head) && head.state === "awaitingActionPlan" ? await planOf(head.id) : null;
  const area = plan?.areas.find(({ id }) => id === args.params["areaId"]);
  if (!head || !area) throw notFound();
  return { head, area, newIds: Array.from({ length: MOST_ACTIONS }, () => randomUUID()) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!prepares(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const read = areaPosted(values, randomUUID);
  if (!read.ok) return refuse({ values, errors: read.errors });
  const child = childInPosted(values);
  if (child) return refuseWith(values, `“${child.excerpt}” may identify a child. ${child.why} Say it without`, child.field);
  const saved = await answerArea({ recordId: head.id, actor, areaId: args.params["areaId"] ?? "", answer: read.answer, baseRevision: Number(valueOf({ values, errors: {} }, "areaRevision")) || 0 });
  const outcome = outcomeOf(saved, refusalWords);
  const here = `/challenge-records/${head.id}/plan`;
  if (outcome.ok) {
    return valueOf({ values, errors: {} }, "intent") === "more" ? redirectWith(`${here}/${args.params["areaId"] ?? ""}`, { title: "Saved. There is an empty row for one more" }) : redirectWith(here, { title: "The answer is kept", text: "Nobody outside your authority reads it until the director sends the plan." });
  }
  if (outcome.status === 404) throw notFound();
  const past = saved.kind === "refused" && saved.reason === "past-date";
  return notDone(outcome, values, past ? rowOf.dueOn(0) : undefined);
}

/** The first thing in any box that may identify a child, and its box. */
function childInPosted(values: ReturnType<typeof readForm>) {
  for (const field of Object.keys(values)) {
    const [hit] = /^(because|action\.\d+\.(what|owner))$/.test(field) ? childDataIn(valueOf({ values, errors: {} }, field)) : [];
    if (hit) return { ...hit, field };
  }
  return null;
}

export default function AreaRoute() {
  const { head, area, newIds } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(areaAsTyped(area));
  const rows = Array.from({ length: rowsShown(area, form) }, (_, row) => row);
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={`${area.number}. ${area.title}`} />
      <section className="app-card app-measure" aria-label="What the letter says"><TextParagraphs text={area.text} /></section>
      <form method="post" noValidate className="app-measure">
        <input type="hidden" name="areaRevision" value={area.revision} />
        <Radios
          form={form} name="answer" label="How do you answer it?" size="m"
          choices={[
            {
              value: "actions", label: "With actions",
              reveals: rows.map((row) => (
                <div key={row} className="app-card app-item">
                  <Fieldset legend={`Action ${row + 1}`} size="s" role="group">
                    <input type="hidden" name={rowOf.id(row)} value={area.actions[row]?.id ?? (valueOf(form, rowOf.id(row)) || newIds[row])} />
                    <TextArea form={form} name={rowOf.what(row)} label={<>What will be done<span className="govuk-visually-hidden">, action {row + 1}</span></>} rows={2} />
                    <TextInput form={form} name={rowOf.owner(row)} label={<>Who does it<span className="govuk-visually-hidden">, action {row + 1}</span></>} hint="A post, or a person of your authority" />
                    <DateInput form={form} name={rowOf.dueOn(row)} label={<>By when<span className="govuk-visually-hidden">, action {row + 1}</span></>} />
                  </Fieldset>
                </div>
              )),
            },
            { value: "none", label: "No action, because", reveals: <TextArea form={form} name="because" label="Why there is none" rows={4} /> },
          ]}
        />
        <ButtonGroup>
          <Button name="intent" value="keep">Keep this answer</Button>
          <Button kind="secondary" name="intent" value="more">Keep it, and add an action</Button>
          <a className="govuk-link" href={`/challenge-records/${head.id}/plan`}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}
