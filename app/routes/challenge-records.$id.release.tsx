import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { approveWordings, releaseLetter, releaseOf, wordingsOf } from "~/features/letter";
import { isHost, readsFinal } from "~/features/letter/access";
import { releaseScopes } from "~/features/letter/content";
import { findingsTold } from "~/features/letter/findings.server";
import { releaseForm } from "~/features/letter/forms";
import { outcomeOf } from "~/features/letter/outcome";
import { kindTitles, scopeWords } from "~/features/letter/words";
import { givesAway } from "~/features/letter/wording";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Button, ButtonGroup, Checkbox, ErrorSummary, formatDateTime, formOf, InsetText, PressFields, pressOf, Radios, readForm, type RouteHandle, TextArea, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Who else may read it: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head, event: string) => head.steps.find((step) => step.event === event) ?? null;
const allowField = (id: string) => `allow.${id}`;
const textField = (id: string) => `wording.${id}`;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head) || !readsFinal(head)) throw notFound();
  const [release, findings, wordings] = await Promise.all([releaseOf(head.id), findingsTold(head.id), wordingsOf(head.id)]);
  return { head, release, findings, wordings, steps: { release: stepOf(head, "letter.release"), wording: stepOf(head, "wording.approve") }, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const here = `/challenge-records/${head.id}/release`;
  if (valueOf(form, "intent") === "wordings") {
    const ticked = Object.keys(values).flatMap((name) => (name.startsWith("allow.") && valueOf(form, name) === "yes" ? [name.slice("allow.".length)] : []));
    const errors: Record<string, string> = {};
    for (const id of ticked) {
      const text = valueOf(form, textField(id));
      const away = givesAway(text, head.authority.name);
      if (text.trim() === "") errors[textField(id)] = "Write the words the region may read";
      else if (away === "names-authority") errors[textField(id)] = `Leave the name of ${head.authority.name} out: others would know whose finding it is`;
      else if (away === "child-data") errors[textField(id)] = "Something here may identify a child. Take it out";
    }
    if (Object.keys(errors).length > 0) return refuse({ values, errors });
    const outcome = outcomeOf(await approveWordings({ recordId: head.id, actor, ...pressOf(values), wordings: ticked.map((findingId) => ({ findingId, text: valueOf(form, textField(findingId)) })) }));
    if (outcome.ok) return redirectWith(here, { title: ticked.length === 0 ? "The region reads no words of yours" : "The region may read these words", text: "Without your authority’s name, and only where several authorities share the theme." });
    return notDone(outcome, values);
  }
  const read = releaseForm.safeParse(values);
  if (!read.success) return refuse({ values, errors: { scope: read.error.issues[0]?.message ?? "Choose who may read the letter" } });
  const outcome = outcomeOf(await releaseLetter({ recordId: head.id, actor, ...pressOf(values), scope: read.data.scope }));
  if (outcome.ok) return redirectWith(here, { title: scopeWords[read.data.scope] });
  return notDone(outcome, values);
}

export default function ReleaseRoute() {
  const { head, release, findings, wordings, steps, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({
    scope: release?.scope,
    ...Object.fromEntries(findings.flatMap((finding) => [[allowField(finding.id), wordings[finding.id] === undefined ? undefined : "yes"], [textField(finding.id), wordings[finding.id] ?? finding.text]])),
  });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Who else may read it" />
      <InsetText>
        Today: {release ? `${scopeWords[release.scope].toLowerCase()} (${release.by}, ${formatDateTime(release.at, { year: true })}).` : "nobody outside your authority and the challengers’ team. The region counts its themes and reads nothing."}{" "}
        Other authorities never see the letter, whatever you choose.
      </InsetText>
      {steps.release ? (
        <form method="post" noValidate className="app-measure">
          <PressFields revision={head.revision} requestKey={requestKey} />
          <Radios
            form={form} name="scope" label="The letter" size="m"
            choices={releaseScopes.map((scope) => ({ value: scope, label: scopeWords[scope], hint: scope === "region" ? "They see that it is yours. Whoever opens it is listed for you." : "As it is before you decide anything." }))}
          />
          <ToldSentence tells={steps.release.tells} />
          <ButtonGroup><Button name="intent" value="release">Save who may read the letter</Button></ButtonGroup>
        </form>
      ) : <p className="govuk-body">Only the director decides this.</p>}
      {steps.wording ? (
        <form method="post" noValidate className="app-measure">
          <h2 className="govuk-heading-m">Words the region may read</h2>
          <p className="govuk-body">The region’s page of themes can show what was found, in your words and without your name. Tick the findings you let it show, and put each so that nobody can tell that it is about {head.authority.name}.</p>
          <PressFields revision={head.revision} requestKey={`${requestKey}w`} />
          {findings.map((finding, index) => (
            <div key={finding.id} className="app-card app-item">
              <h3 className="govuk-heading-s">{kindTitles[finding.kind]}, {finding.theme}</h3>
              <TextArea form={form} name={textField(finding.id)} label={<>Words<span className="govuk-visually-hidden"> of finding {index + 1}</span></>} rows={3} />
              <Checkbox form={form} name={allowField(finding.id)} label={<>The region may read this<span className="govuk-visually-hidden">, finding {index + 1}</span></>} />
            </div>
          ))}
          <ToldSentence tells={steps.wording.tells} />
          <ButtonGroup><Button kind="secondary" name="intent" value="wordings">Save which words the region may read</Button></ButtonGroup>
        </form>
      ) : null}
    </>
  );
}
