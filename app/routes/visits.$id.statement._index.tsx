import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ChildDataWarning } from "~/features/child-data/parts";
import { shareStatement } from "~/features/visit";
import { readsStatement } from "~/features/visit/access.server";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { StatementFiles } from "~/features/visit/components/statement-files";
import { filesOf } from "~/features/visit/files.server";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, type Head } from "~/features/visit/queries.server";
import { LONGEST_STATEMENT } from "~/features/visit/forms";
import { marksOnStatement, mayWriteStatement, saveStatement, sharedStatementOf, statementOf } from "~/features/visit/statement.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { AutosaveForm, Button, ButtonGroup, DateText, ErrorSummary, formatDateTime, formOf, InsetText, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Position statement: ${nameOf(page.head)}`,
  scripts: ["autosave"],
} satisfies RouteHandle;

const stepOf = (head: Head) => head.steps.find((step) => step.event === "position.share");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head?.firstDay || !readsStatement(head)) throw notFound();
  const step = stepOf(head);
  const own = head.standing === "host";
  const [statement, files, shared] = await Promise.all([statementOf(head.id), filesOf(head.id, own ? null : head.statementAt), own ? "" : sharedStatementOf(head.id)]);
  const writes = mayWriteStatement(head);
  return { head, writes, step: step ? { tells: step.tells } : null, text: own ? statement.text : null, reading: own ? (statement.text?.value ?? "") : shared, conflict: statement.conflict !== null, hits: writes ? statement.hits : [], files, now: now(), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsStatement(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const value = valueOf(form, "statement").trimEnd();
  const base = Number(valueOf(form, "statementRevision"));
  const here = `/visits/${head.id}/statement`;
  const saved = await saveStatement({ visitId: head.id, actor, value, baseRevision: Number.isInteger(base) && base >= 0 ? base : 0 });
  if (saved.kind === "conflict") return redirectWith(`${here}/conflict`, { kind: "notice", title: "Somebody else saved first", text: "Both versions are kept. Choose what the statement should be." });
  const kept = outcomeOf(saved);
  if (!kept.ok) {
    return notDone(kept, values, "statement");
  }
  if (valueOf(form, "intent") !== "share") return redirectWith(here, { title: "Saved" });
  const { marks, errors } = await marksOnStatement(head.id, value, values);
  if (Object.keys(errors).length > 0) {
    // What was saved has a new revision: the form goes on from there.
    return data({ form: { values: { ...values, statementRevision: String(saved.kind === "saved" ? saved.revision : base) }, errors } }, { status: 422 });
  }
  const outcome = outcomeOf(await shareStatement({ visitId: head.id, actor, ...pressOf(values), marks, again: head.statementAt !== null }));
  if (outcome.ok) return redirectWith(`/visits/${head.id}`, { title: "Shared with the team", text: "The team and the coordinator are told." });
  return notDone(outcome, values, "statement");
}

export default function StatementRoute() {
  const { head, writes, step, text, reading, conflict, hits, files, now: moment, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({ statement: text?.value ?? "" });
  const base = `/visits/${head.id}`;
  const words = valueOf(form, "statement");
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Position statement" />
      <p className="govuk-body">
        {head.statementAt ? `Shared with the team ${formatDateTime(head.statementAt)}. ` : "Not shared yet: only the host reads it. "}
        {head.state === "awaitingPositionStatement" && head.dueAt ? <>It is due <DateText when={head.dueAt} now={moment} />. </> : null}
        Only the host, the team and the coordinator read it.
      </p>
      {conflict && writes ? <InsetText>Somebody else wrote it at the same time. <a className="govuk-link" href={`${base}/statement/conflict`}>Choose what to keep</a></InsetText> : null}
      {writes || answered ? (
        <AutosaveForm draftKey={`${head.id}.statement`} saveTo={`${base}/statement/autosave`} conflictHref={`${base}/statement/conflict`} className="app-measure" savedAt={text?.at}>
          <PressFields revision={head.revision} requestKey={requestKey} />
          <input type="hidden" name="statementRevision" value={answered ? valueOf(form, "statementRevision") : (text?.revision ?? 0)} />
          <TextArea form={form} name="statement" label="Where do you think you stand on the theme?" size="m" rows={18} spellCheck hint={`What you do well, what worries you, what you have tried, and what you want the team to test. Nothing about a child. You can attach it as a file instead. At most ${LONGEST_STATEMENT.toLocaleString("en-GB")} characters.`} />
          <ChildDataWarning text={words} hits={hits} form={form} />
          {step ? <ToldSentence tells={step.tells} /> : <p className="govuk-body app-soft">It can be shared once the arrangements have been sent.</p>}
          <ButtonGroup>
            {step ? <Button name="intent" value="share">{head.statementAt ? "Share the newer statement" : "Share it with the team"}</Button> : null}
            <Button kind="secondary" name="intent" value="save">Save</Button>
            <a className="govuk-link" href={`${base}/statement/history`}>What it was before</a>
          </ButtonGroup>
        </AutosaveForm>
      ) : reading ? <div className="govuk-body app-prewrap app-measure">{reading}</div> : <p className="govuk-body app-soft">{files.length > 0 ? "It is in the files below." : "Nothing is written."}</p>}
      <StatementFiles id={head.id} files={files} />
      {writes ? <p className="govuk-body"><a className="govuk-link" href={`${base}/statement/files`}>Attach or remove files</a></p> : null}
    </>
  );
}
