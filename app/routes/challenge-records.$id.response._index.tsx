import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { childDataIn } from "~/features/child-data/detect";
import { marksPosted } from "~/features/child-data/forms";
import { ChildDataWarning } from "~/features/child-data/parts";
import { textsOf } from "~/features/kept-text";
import { giveResponse, keepResponse, responseTo } from "~/features/letter";
import { isHost, readsFinal, readsPoints } from "~/features/letter/access";
import { TextParagraphs } from "~/features/document/parts";
import { RESPONSE_KEY } from "~/features/letter/content";
import { outcomeOf } from "~/features/letter/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, notDone, readBody, refuse, refuseWith } from "~/session/forms.server";
import { AutosaveForm, Button, ButtonGroup, EmptyState, ErrorSummary, formatDateTime, formOf, InsetText, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `The authority’s response: ${nameOf(page.head)}`,
  scripts: ["autosave"],
} satisfies RouteHandle;

/** Whoever reads the letter reads what stands beside it. */
const reads = (head: Head) => readsPoints(head) || readsFinal(head);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !reads(head)) throw notFound();
  const step = head.steps.find((one) => one.event === "response.give");
  const writes = isHost(head) && head.state !== "closed";
  const [given, draft] = await Promise.all([responseTo(head.id), writes ? textsOf(head.id, { prefix: RESPONSE_KEY }) : ({} as Awaited<ReturnType<typeof textsOf>>)]);
  const text = draft[RESPONSE_KEY];
  return { head, given, writes, step: step ?? null, draft: { text: text?.value ?? "", revision: text?.revision ?? 0 }, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const text = valueOf(form, "text");
  const here = `/challenge-records/${head.id}/response`;
  const kept = await keepResponse({ recordId: head.id, actor, text, baseRevision: Number(valueOf(form, "textRevision")) || 0 });
  if (kept.kind === "conflict") return redirectWith(`${here}/conflict`, { kind: "notice", title: "Somebody else saved first", text: "Both versions are kept. Choose what the response should be." });
  const keeping = outcomeOf(kept);
  if (!keeping.ok) return keeping.status === 409 ? conflicted(values, keeping.message) : keeping.status === 404 ? Promise.reject(notFound()) : refuseWith(values, keeping.message, "text");
  if (valueOf(form, "intent") !== "give") return redirectWith(here, { title: "Saved", text: "Nobody outside your authority sees it until the director gives it." });
  const { marks, errors } = marksPosted(values, childDataIn(text));
  if (Object.keys(errors).length > 0) return refuse({ values, errors });
  const outcome = outcomeOf(await giveResponse({ recordId: head.id, actor, ...pressOf(values), marks }));
  if (outcome.ok) return redirectWith(here, { title: "Your response stands beside the letter", text: "The lead challenger and the coordinator are told that there is one." });
  if (outcome.status === 404) return refuseWith(values, `It is kept. Only the director of ${head.authority.name} gives it.`);
  return notDone(outcome, values, "text");
}

export default function ResponseRoute() {
  const { head, given, writes, step, draft, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({ text: draft.text });
  const typed = valueOf(form, "text");
  const hits = childDataIn(typed);
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="The authority’s response" />
      <InsetText>A response says what the authority thinks of its letter. It is kept beside the letter and read with it. It is not evidence, and it changes nothing in the letter: facts are corrected in the accuracy check.</InsetText>
      {given ? (
        <section aria-labelledby="given" className="app-document">
          <h2 className="govuk-heading-m" id="given">As it stands beside the letter</h2>
          <TextParagraphs text={given.text} />
          <p className="app-soft app-small">Given by {given.by}, {formatDateTime(given.at, { year: true })}</p>
        </section>
      ) : writes ? null : <EmptyState title="There is no response">The director of {head.authority.name} may give one, and need not.</EmptyState>}
      {writes ? (
        <AutosaveForm draftKey={`response.${head.id}`} saveTo={`/challenge-records/${head.id}/response/autosave`} conflictHref={`/challenge-records/${head.id}/response/conflict`} className="app-measure">
          <PressFields revision={head.revision} requestKey={requestKey} />
          <input type="hidden" name="textRevision" value={draft.revision} />
          <TextArea form={form} name="text" label={given ? "Change the response" : "Your response"} hint="An empty line begins a new paragraph. Nothing about a child." rows={12} spellCheck />
          {answered && hits.length > 0 ? <ChildDataWarning text={typed} hits={hits} form={form} /> : null}
          {step ? <ToldSentence tells={step.tells} /> : <p className="govuk-body">You prepare it. Only the director gives it.</p>}
          <ButtonGroup>
            {step ? <Button name="intent" value="give">{given ? "Give the changed response" : "Give this response"}</Button> : null}
            <Button kind={step ? "secondary" : "main"} name="intent" value="save">Save it for later</Button>
          </ButtonGroup>
        </AutosaveForm>
      ) : null}
    </>
  );
}
