import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { draftFromFindings, saveLetter } from "~/features/letter";
import { isLead, readsDraft } from "~/features/letter/access";
import { LetterEditor } from "~/features/letter/components/letter-editor";
import { sectionTitles } from "~/features/letter/content";
import { letterToEdit } from "~/features/letter/editor.server";
import { boxOf, boxesPosted, changePosted, formFor, placeOf } from "~/features/letter/forms";
import { outcomeOf } from "~/features/letter/outcome";
import { LETTER_OPEN } from "~/features/letter/states";
import { standingFindings } from "~/features/letter/findings.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, notDone, readBody } from "~/session/forms.server";
import { Button, ButtonGroup, EmptyState, ErrorSummary, InsetText, counted, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `The letter: ${nameOf(page.head)}`,
  scripts: ["autosave"],
} satisfies RouteHandle;

const writes = (head: Head) => isLead(head) && LETTER_OPEN.includes(head.state);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head) || head.state === "filingFindings") throw notFound();
  const [letter, findings] = await Promise.all([letterToEdit(head.id), standingFindings(head.id)]);
  return { head, letter, findings: findings.length, writes: writes(head), newId: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const here = `/challenge-records/${head.id}/letter`;
  const intent = valueOf({ values, errors: {} }, "intent");
  if (intent === "draft") {
    const drafted = outcomeOf(await draftFromFindings({ recordId: head.id, actor }));
    if (!drafted.ok) return drafted.status === 404 ? Promise.reject(notFound()) : conflicted(values, drafted.message);
    return redirectWith(here, { title: "The letter is drafted", text: "Each paragraph keeps the findings it rests on. Nobody outside the team sees it until you send it." });
  }
  const change = changePosted(values);
  const saved = await saveLetter({ recordId: head.id, actor, boxes: boxesPosted(values), ...(change ? { change } : {}) });
  if (saved.kind === "refused") {
    const outcome = outcomeOf(saved);
    if (outcome.ok || outcome.status === 404) throw notFound();
    return notDone(outcome, values);
  }
  if (saved.conflicts > 0) return redirectWith(`${here}/conflicts`, { kind: "notice", title: "Somebody else saved first", text: "Both versions are kept. Choose what the paragraph should be." });
  if (saved.tooLong.length > 0) {
    const errors = Object.fromEntries(saved.tooLong.map(({ paragraphId, part }) => [boxOf[part](paragraphId), part === "heading" ? "Shorten the heading to 160 characters or fewer" : "Shorten the paragraph, or make two of it"]));
    return data({ form: { values, errors } }, { status: 422 });
  }
  if (intent === "send") return redirect(head.state === "finalisingLetter" ? `${here}/finalise` : head.state === "answeringPoints" ? `/challenge-records/${head.id}/accuracy` : `${here}/send`);
  const place = change && change.kind !== "remove" ? `#${placeOf(change.id)}` : "";
  return redirectWith(`${here}${place}`, { title: change ? done[change.kind] : "Saved" });
}

const done = {
  add: "The paragraph is in the letter", remove: "The paragraph is out of the letter. You can put it back, at the end of the page", up: "Moved up", down: "Moved down",
  section: "Moved", link: "It rests on the finding now", unlink: "The finding is not linked to it any more",
} as const;

const onward: Readonly<Record<string, string>> = { draftingLetter: "Save and go on to sending it", answeringPoints: "Save and go back to the points", finalisingLetter: "Save and go on to the final letter" };

export default function LetterRoute() {
  const { head, letter, findings, writes: mayWrite, newId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/challenge-records/${head.id}`;
  if (!letter) {
    return (
      <>
        <RecordTop head={head} heading="The letter" />
        <EmptyState title="The letter is not drafted yet">
          <p className="govuk-body">{mayWrite ? `A first letter is made from the ${counted(findings, "finding")}. You then put it into your own words, paragraph by paragraph.` : "The lead challenger drafts it from the findings."}</p>
          {mayWrite ? <form method="post"><Button name="intent" value="draft">Draft the letter from {counted(findings, "finding")}</Button></form> : null}
        </EmptyState>
      </>
    );
  }
  const words = new Map(letter.paragraphs.map((paragraph) => [paragraph.id, paragraph.words]));
  const form = answered?.form ?? formFor(letter.paragraphs, (id) => words.get(id) ?? { heading: "", text: "" });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="The letter" />
      {letter.conflicts > 0 ? <InsetText>Somebody else wrote a paragraph at the same time. <a className="govuk-link" href={`${base}/letter/conflicts`}>Choose what to keep</a></InsetText> : null}
      {letter.missing.length > 0 ? <InsetText>The letter cannot be sent without {letter.missing.map((section) => sectionTitles[section].toLowerCase()).join(" and ")}.</InsetText> : null}
      {letter.leftOut.length > 0 ? (
        <InsetText>
          {counted(letter.leftOut.length, "finding")} {letter.leftOut.length === 1 ? "is" : "are"} in no paragraph. Rest a paragraph on {letter.leftOut.length === 1 ? "it" : "each"}, or leave {letter.leftOut.length === 1 ? "it" : "them"} out knowingly.
        </InsetText>
      ) : null}
      {mayWrite || answered ? (
        <LetterEditor recordId={head.id} letter={letter} form={form} newId={newId} onward={onward[head.state] ?? "Save and go on"} />
      ) : (
        <>
          <p className="govuk-body">{isLead(head) ? "The letter is with the authority, or final: it cannot be changed now." : "The lead challenger writes the letter. You can read it as it grows."}</p>
          {letter.paragraphs.map((paragraph) => (
            <section key={paragraph.id} className="app-answer app-measure">
              <h2 className="govuk-heading-s">{sectionTitles[paragraph.section]}{paragraph.words.heading ? `: ${paragraph.words.heading}` : ""}</h2>
              <p className="govuk-body app-prewrap">{paragraph.words.text}</p>
            </section>
          ))}
        </>
      )}
      <ButtonGroup><a className="govuk-link" href={`${base}/versions`}>Versions, and what changed</a><a className="govuk-link" href={base}>Back to the record</a></ButtonGroup>
    </>
  );
}
