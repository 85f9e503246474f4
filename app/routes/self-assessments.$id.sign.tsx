import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { sign } from "~/features/self-assessment";
import { AnswerView } from "~/features/self-assessment/components/answer-view";
import { PageTop, nameOf } from "~/features/self-assessment/components/page-top";
import { checkPage } from "~/features/self-assessment/drafts.server";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { headOf, type Head } from "~/features/self-assessment/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, Checkbox, ErrorSummary, InsetText, PressFields, pressOf, readForm, type RouteHandle, ToldSentence, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "self-assessment" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Read and sign: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const signing = (head: Head | null) => head?.steps.find((step) => ["declaration.sign", "declaration.submit"].includes(step.event) && (!step.blockedBy || step.blockedBy === "declarationMade"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = signing(head);
  if (!head || !step) throw notFound();
  return { head, tells: step.tells, check: await checkPage(head), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const declaration = valueOf({ values, errors: {} }, "declaration") === "yes";
  if (!declaration && signing(head)) return refuseWith(values, "Tick the declaration before you sign", "declaration");
  const outcome = outcomeOf(await sign({ selfAssessmentId: head.id, actor, declaration, ...pressOf(values) }));
  if (!outcome.ok) {
    // The page itself is gone with the state it was for: the record's page says how things stand.
    if (outcome.status === 404) throw notFound();
    if (!signing(head)) return redirectWith(`/self-assessments/${head.id}`, { kind: "notice", title: "It was not signed", text: outcome.message });
    return notDone(outcome, values);
  }
  if (head.rules.endorsements.length === 0) return redirect(`/self-assessments/${head.id}/submitted`);
  return redirectWith(`/self-assessments/${head.id}`, { title: "Signed", text: "Those who endorse it are told by email. An edit from now on voids the signature." });
}

export default function SignRoute() {
  const { head, tells, check, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/self-assessments/${head.id}`;
  const endorsed = head.rules.endorsements.length > 0;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Read and sign" />
      <p className="govuk-body">This is the whole self-assessment as it would be signed. Read it, then sign at the end. <a className="govuk-link" href="#sign">Go to the signature</a></p>
      {check.template.chapters.map((chapter) => (
        <section key={chapter.id} aria-labelledby={`sign-${chapter.id}`}>
          <h2 className="govuk-heading-l" id={`sign-${chapter.id}`}>{chapter.title}</h2>
          {chapter.sections.flatMap((section) => section.questions).map((question) => {
            const answer = check.answers[question.id];
            return answer ? (
              <div key={question.id} className="app-answer">
                <h3 className="govuk-heading-s">{question.title}</h3>
                <AnswerView question={question} value={answer.value} figures={check.figures} authority={head.authority.name} region={head.region.name} />
              </div>
            ) : null;
          })}
        </section>
      ))}
      <form method="post" noValidate id="sign">
        <h2 className="govuk-heading-l">Declaration</h2>
        <PressFields revision={head.revision} requestKey={requestKey} />
        <InsetText>
          {endorsed
            ? "Once you sign, this version is frozen and goes to those who endorse it. If anybody opens it for writing again, your signature and their endorsements are void."
            : "Once you sign, this version is frozen and submitted to the region’s coordinator. A later change makes a new version."}
        </InsetText>
        <Checkbox form={answered?.form ?? blankForm} name="declaration" label={`I have read the whole self-assessment, and I sign it as director of children’s services for ${head.authority.name}`} />
        <ToldSentence tells={tells} />
        <ButtonGroup>
          <Button>{endorsed ? "Sign" : "Sign and submit"}</Button>
          <a className="govuk-link" href={`${base}/act/return`}>Return it to its authors</a>
          <a className="govuk-link" href={base}>Sign later</a>
        </ButtonGroup>
      </form>
    </>
  );
}
