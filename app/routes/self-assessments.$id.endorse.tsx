import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { endorse, refuseEndorsement } from "~/features/self-assessment";
import { DocumentView } from "~/features/self-assessment/components/document-view";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { reasonField } from "~/features/self-assessment/forms";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf, type Head } from "~/features/self-assessment/queries.server";
import { readVersion } from "~/features/self-assessment/reading.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, Details, ErrorSummary, formatDateTime, hasErrors, PressFields, pressOf, readForm, type RouteHandle, TextArea, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Read and endorse: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const endorsing = (head: Head | null) => head?.steps.find((step) => step.event === "endorsement.give" || step.event === "endorsement.complete");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = endorsing(head);
  const version = head && step ? await readVersion(actor, head, { how: "none" }) : null;
  if (!head || !step || !version || version.voidedAt) throw notFound();
  return { head, role: step.role, tells: step.tells, version, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const base = `/self-assessments/${head.id}`;
  const refusing = valueOf(form, "intent") === "refuse";
  const reason = reasonField.safeParse(valueOf(form, "reason"));
  if (refusing && !reason.success) return refuseWith(values, reason.error.issues[0]?.message ?? "Give a reason", "reason");
  const role = head.roles.includes("chiefExecutive") ? "chiefExecutive" : "leadMember";
  const version = Number(valueOf(form, "version"));
  const act = { selfAssessmentId: head.id, actor, ...pressOf(values) };
  const result = refusing && reason.success ? await refuseEndorsement({ ...act, reason: reason.data }) : await endorse({ ...act, role, ...(Number.isInteger(version) && version > 0 ? { version } : {}) });
  const outcome = outcomeOf(result);
  if (outcome.ok) {
    return redirectWith(base, refusing ? { title: "Returned to the director", text: "The director reads your reason on the record." } : { title: "Endorsed", text: "The director is told by email. If the document is edited, you will be asked again." });
  }
  if (!endorsing(head)) {
    if (outcome.status === 404) throw notFound();
    return redirectWith(base, { kind: "notice", title: "It was not endorsed", text: outcome.message });
  }
  return notDone(outcome, values);
}

export default function EndorseRoute() {
  const { head, role, tells, version, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const who = role === "leadMember" ? "lead member for children’s services" : "chief executive";
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Read and endorse" />
      <p className="govuk-body-l">
        {version.content.signedBy} signed this as director on {formatDateTime(version.signedAt)}. Read it whole, then endorse at the end.
      </p>
      <p className="govuk-body"><a className="govuk-link" href="#endorse">Go to the end</a></p>
      <DocumentView content={version.content} version={version.version} reference={null} sha256={version.sha256} />
      <section id="endorse" aria-labelledby="endorse-heading">
        <h2 className="govuk-heading-l" id="endorse-heading">Endorse it</h2>
        <p className="govuk-body">You endorse version {version.version} as {who} of {head.authority.name}, and no other: an edit voids it, and you would be asked again.</p>
        <form method="post" noValidate>
          <PressFields revision={head.revision} requestKey={requestKey} />
          <input type="hidden" name="version" value={version.version} />
          <ToldSentence tells={tells} />
          <ButtonGroup><Button name="intent" value="endorse">I have read it and endorse it</Button></ButtonGroup>
          <Details summary="I cannot endorse it" open={hasErrors(answered?.form)}>
            <TextArea form={answered?.form ?? blankForm} name="reason" label="Why not" hint="The director and those who write it read this on the record. It is not put into emails." rows={4} />
            <Button kind="secondary" name="intent" value="refuse">Return it to the director</Button>
          </Details>
        </form>
      </section>
    </>
  );
}
