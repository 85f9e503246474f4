import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { fileFinding, saveFinding } from "~/features/challenge-record";
import { FindingFields } from "~/features/challenge-record/components/finding-fields";
import { RecordTop, nameOf } from "~/features/challenge-record/components/record-top";
import { findingFor } from "~/features/challenge-record/finding-page.server";
import { clashErrors, findingBase, findingPosted, findingValues, lackingErrors } from "~/features/challenge-record/forms";
import { outcomeOf } from "~/features/challenge-record/outcome";
import { findingKindLabels, refusalWords } from "~/features/challenge-record/words";
import { childDataIn, marksPosted, uncheckedIn } from "~/features/child-data";
import { ChildDataWarning } from "~/features/child-data/parts";
import { textKey } from "~/features/challenge-record/findings";
import { isOfTeam } from "~/features/challenge-record/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { AutosaveForm, Button, ButtonGroup, ErrorSummary, formOf, type FormState, hasErrors, InsetText, pressOf, readForm, type RouteHandle, valueOf, withError } from "~/ui";
import { possessive } from "~/ui/wording";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0]; finding: { kind: keyof typeof findingKindLabels } }) => `${findingKindLabels[page.finding.kind]}: ${nameOf(page.head)}`,
  scripts: ["autosave"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await findingFor(actor, args.params["id"], args.params["findingId"]);
  if (!page) throw notFound();
  const hits = await uncheckedIn({ workflowId: page.head.id, key: textKey(page.finding.id), text: page.finding.text });
  return { ...page, hits, requestKey: randomUUID() };
}

/** The words first: they are saved whatever is wrong with the rest. Then the finding is filed, if that was asked. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  // Not the page's whole reading: two hundred may press this at the same moment.
  const { id: recordId = "", findingId = "" } = args.params;
  if (!isUuid(findingId) || !(await isOfTeam(actor, recordId))) throw notFound();
  const values = readForm(await readBody(args.request));
  const posted = findingPosted(values);
  const marked = marksPosted(values, childDataIn(posted.text));
  const list = `/challenge-records/${recordId}/findings`;
  const back = (form: FormState, base: Readonly<Record<string, string>>, hits: readonly Parameters<typeof marksPosted>[1][number][], status = 422) => data({ form, base, hits, text: posted.text }, { status });

  const saved = await saveFinding({ recordId, findingId, actor, ...posted, marks: marked.marks });
  if (saved.kind === "refused") {
    if (saved.reason === "no-such-finding") throw notFound();
    const outcome = outcomeOf(saved);
    const form: FormState = { values, errors: {} };
    if (!outcome.ok && saved.reason === "no-text") return back(withError(form, refusalWords("no-text"), "text"), typedOn(values), []);
    return back(withError(form, refusalWords(saved.reason === "not-your-role" ? "not-being-filed" : saved.reason)), typedOn(values), [], 409);
  }
  if (saved.kind === "conflict") {
    return redirectWith(`${list}/${findingId}/conflicts`, { kind: "notice", title: "Somebody else saved first", text: "Both versions are kept. Choose what the finding should say." });
  }
  const base = findingBase({ textRevision: saved.textRevision, ...saved.meta, kloe: saved.meta.kloeId ? { id: saved.meta.kloeId, number: 0, text: "" } : null });
  const shown = { ...values, ...findingValues({ ...saved.meta, text: posted.text, kloe: saved.meta.kloeId ? { id: saved.meta.kloeId, number: 0, text: "" } : null }) };
  const files = valueOf({ values, errors: {} }, "intent") === "file" || saved.filed;
  const errors = {
    ...clashErrors(saved.clashes, saved.meta),
    ...(files ? lackingErrors(posted) : {}),
    ...(files ? Object.fromEntries(Object.entries(marked.errors).filter(([field]) => saved.unchecked.some((hit) => field.endsWith(hitNameOf(hit))))) : {}),
  };
  if (hasErrors({ values, errors })) return back({ values: shown, errors }, base, files ? saved.unchecked : []);
  if (!files || saved.filed) return redirectWith(list, { title: saved.filed ? "Saved" : "Saved as a draft", text: saved.filed ? "It stays filed." : "It counts once it is filed." });
  const outcome = outcomeOf(await fileFinding({ recordId, findingId, actor, ...pressOf({ requestKey: values["requestKey"] }) }));
  if (outcome.ok) return redirectWith(list, { title: `Filed: ${findingKindLabels[saved.meta.kind].toLowerCase()}`, text: "The lead challenger is told." });
  if (outcome.status === 404) throw notFound();
  return back(withError({ values: shown, errors: {} }, outcome.message), base, saved.unchecked, outcome.status);
}

export default function FindingRoute() {
  const { head, finding, me, themes, kloes, hits, writable, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(findingValues(finding));
  const base: Readonly<Record<string, string>> = answered?.base ?? findingBase(finding);
  const list = `/challenge-records/${head.id}/findings`;
  const others = finding.author.id !== me;
  // Closed meanwhile: to read, unless somebody has just typed words that could not be saved, which stay before them.
  if (!writable && !answered) {
    return (
      <>
        <RecordTop head={head} heading="A finding" further={{ label: "Findings", href: list }} />
        <InsetText>{finding.removedAt ? "This finding was taken out." : head.state === "filingFindings" ? `This is ${possessive(finding.author.name)} finding, and theirs to change.` : "The findings are finished: it can no longer be changed."}</InsetText>
        <p className="govuk-body app-prewrap app-measure">{finding.text}</p>
        <p className="govuk-body"><a className="govuk-link" href={list}>Back to the findings</a></p>
      </>
    );
  }
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={finding.filedAt ? "Change a finding" : "Write a finding"} further={{ label: "Findings", href: list }} />
      {others ? <InsetText>This is {possessive(finding.author.name)} finding. You can change it as lead challenger; they see the history.</InsetText> : null}
      {finding.conflicts > 0 ? <InsetText>Two versions of this finding wait to be settled. <a className="govuk-link" href={`${list}/${finding.id}/conflicts`}>Choose what to keep</a></InsetText> : null}
      <AutosaveForm draftKey={`finding-${finding.id}`} saveTo={`${list}/${finding.id}/autosave`} savedAt={finding.savedAt} conflictHref={`${list}/${finding.id}/conflicts`} className="app-measure">
        {Object.entries(base).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <input type="hidden" name="requestKey" value={requestKey} />
        <FindingFields form={form} themes={themes.includes(finding.theme) || finding.theme === "" ? themes : [...themes, finding.theme]} kloes={kloes} />
        <ChildDataWarning text={answered?.text ?? finding.text} hits={answered?.hits ?? hits} form={form} />
        {finding.filedAt ? (
          <ButtonGroup><Button name="intent" value="save">Save the finding</Button><a className="govuk-link" href={list}>Back to the findings</a></ButtonGroup>
        ) : (
          <>
            <p className="govuk-body">Once filed it counts, and the lead challenger is told by email. You can still change it until the findings are finished.</p>
            <ButtonGroup><Button name="intent" value="file">File this finding</Button><Button kind="secondary" name="intent" value="save">Save as a draft</Button><a className="govuk-link" href={list}>Back to the findings</a></ButtonGroup>
          </>
        )}
      </AutosaveForm>
    </>
  );
}

/** The last part of a hit's field names. */
function hitNameOf(hit: Parameters<typeof marksPosted>[1][number]): string {
  return Object.keys(marksPosted({}, [hit]).errors)[0]?.split(".").pop() ?? "";
}

/** The hidden fields as they were posted: nothing was saved, so they still hold. */
function typedOn(values: FormState["values"]): Readonly<Record<string, string>> {
  return { textRevision: valueOf({ values, errors: {} }, "textRevision"), was: valueOf({ values, errors: {} }, "was") };
}
