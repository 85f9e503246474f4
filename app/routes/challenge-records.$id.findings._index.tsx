import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { beginFinding } from "~/features/challenge-record";
import { FindingCard } from "~/features/challenge-record/components/finding-card";
import { RecordTop, StatePill, nameOf } from "~/features/challenge-record/components/record-top";
import { allFindings } from "~/features/challenge-record/findings-list.server";
import { outcomeOf } from "~/features/challenge-record/outcome";
import { headOf } from "~/features/challenge-record/queries.server";
import { FINDING_KINDS, refusalWords, saidOf } from "~/features/challenge-record/words";
import { enter, notFound } from "~/session/enter.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Button, ButtonGroup, EmptyState, ErrorSummary, InsetText, counted, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Findings: ${nameOf(page.head)}`,
  scripts: ["live"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "team") throw notFound();
  const finish = head.steps.find((step) => step.event === "findings.finish");
  const findings = await allFindings(head.id);
  // Whoever began one and turned away before the first word goes on with that one.
  const untouched = (kind: string) => findings.find((one) => one.author.id === actor.personId && one.kind === kind && one.savedAt === null && one.theme === "" && one.evidence.length === 0 && one.removedAt === null);
  return {
    head, me: actor.personId, leads: head.roles.includes("leadChallenger"), findings,
    finish: finish ? { blockedBy: finish.blockedBy ?? null } : null, newIds: FINDING_KINDS.map((kind) => untouched(kind)?.id ?? randomUUID()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "team") throw notFound();
  const values = readForm(await readBody(args.request));
  const [kind = "", id = ""] = valueOf({ values, errors: {} }, "begin").split(" ");
  const made = await beginFinding({ recordId: head.id, kind, actor, ...(isUuid(id) ? { id } : {}) });
  if (made.kind === "made") return redirect(`/challenge-records/${head.id}/findings/${made.id}`);
  const outcome = outcomeOf(made);
  return outcome.ok || outcome.status === 404 ? Promise.reject(notFound()) : refuseWith(values, outcome.message);
}

const buttons = { strength: "Write a strength", area: "Write an area for consideration", recommendation: "Write a recommendation", goodPractice: "Offer good practice" } as const;

export default function FindingsRoute() {
  const { head, me, leads, findings, finish, newIds } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/challenge-records/${head.id}`;
  const open = head.state === "filingFindings";
  const standing = findings.filter((finding) => finding.removedAt === null);
  const drafts = standing.filter((finding) => finding.filedAt === null);
  const filed = standing.filter((finding) => finding.filedAt !== null);
  const removed = findings.filter((finding) => finding.removedAt !== null);
  const card = (finding: (typeof findings)[number]) => (
    <FindingCard key={finding.id} finding={finding} base={base} mine={finding.author.id === me} mayChange={leads || finding.author.id === me} open={open} />
  );
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Findings" status={<StatePill state={head.state} label={head.label} late={head.late} />} />
      {open ? (
        <form method="post" noValidate>
          <p className="govuk-body app-measure">What is saved here is kept while you write, with or without a connection. The team reads everything; the authority sees none of it before the letter.</p>
          <ButtonGroup>
            {FINDING_KINDS.map((kind, index) => <Button key={kind} kind={index === 0 ? "main" : "secondary"} name="begin" value={`${kind} ${newIds[index] ?? ""}`}>{buttons[kind]}</Button>)}
          </ButtonGroup>
        </form>
      ) : <InsetText>The findings are finished. {leads && head.state === "draftingLetter" ? <a className="govuk-link" href={`${base}/act/reopen`}>Open them again</a> : "The lead challenger can open them again while the letter is being drafted."}</InsetText>}
      <div data-live="findings">
        {finish ? (
          <p className="govuk-body">
            {finish.blockedBy ? `You can finish the findings once this is mended: ${refusalWords(finish.blockedBy)}` : <>Everything the letter needs is filed. <a className="govuk-link" href={`${base}/act/finish`}>Finish the findings</a></>}
          </p>
        ) : null}
        {drafts.length > 0 ? <section aria-labelledby="drafts"><h2 className="govuk-heading-m" id="drafts">{counted(drafts.length, "draft")}</h2>{drafts.map(card)}</section> : null}
        {FINDING_KINDS.map((kind) => {
          const these = filed.filter((finding) => finding.kind === kind);
          return these.length === 0 ? null : (
            <section key={kind} aria-labelledby={`filed-${kind}`}>
              <h2 className="govuk-heading-m" id={`filed-${kind}`}>{saidOf(these.length, kind)}</h2>
              {these.map(card)}
            </section>
          );
        })}
        {standing.length === 0 ? <EmptyState title="Nothing has been written yet">Each finding appears here for the whole team as soon as somebody begins it.</EmptyState> : null}
        {removed.length > 0 ? (
          <details className="govuk-details">
            <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{counted(removed.length, "finding")} taken out</span></summary>
            <div className="govuk-details__text">{removed.map(card)}</div>
          </details>
        ) : null}
      </div>
    </>
  );
}
