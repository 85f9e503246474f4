import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { childDataIn } from "~/features/child-data/detect";
import { raisePoint, readLetter, removePoint } from "~/features/letter";
import { isHost } from "~/features/letter/access";
import { titleOf } from "~/features/letter/changes";
import { TextParagraphs } from "~/features/document/parts";
import { pointForm } from "~/features/letter/forms";
import { opinionIn } from "~/features/letter/opinion";
import { outcomeOf } from "~/features/letter/outcome";
import { pointsFor } from "~/features/letter/points.server";
import { POINTS_OPEN } from "~/features/letter/states";
import { ACCEPT, ALLOWED_WORDS, largestFile } from "~/platform/attached-file.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, notDone, parseForm, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, Checkbox, ErrorSummary, fileSize, FileUpload, InsetText, TextArea, formOf, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Raise a point of fact: ${nameOf(page.head)}`,
} satisfies RouteHandle;

/** Under which field a refusal of the server belongs, if under one. */
const fieldOf: Readonly<Record<string, string>> = { "not-quoted": "quote", "file-empty": "file", "file-too-big": "file", "file-type": "file", "storage-full": "file" };

const raises = (head: Head | null): head is Head => head !== null && isHost(head) && POINTS_OPEN.includes(head.state);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const letter = raises(head) ? await readLetter(actor, head, { kind: "sentForCheck", how: "none" }) : null;
  const paragraph = letter?.content.paragraphs.find(({ id }) => id === args.params["paragraphId"]);
  if (!raises(head) || !letter || !paragraph) throw notFound();
  const asked = new URL(args.request.url).searchParams.get("point");
  const point = asked === null ? null : (await pointsFor(head, { version: letter.version })).find(({ id }) => id === asked);
  if (point === undefined) throw notFound();
  return { head, paragraph, version: letter.version, point, newId: randomUUID(), maxBytes: largestFile(), accept: ACCEPT, kinds: ALLOWED_WORDS };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head)) throw notFound();
  const back = `/challenge-records/${head.id}/accuracy`;
  const body = await readBody(args.request);
  const values = readForm(body);
  if (valueOf({ values, errors: {} }, "intent") === "remove") {
    const removed = outcomeOf(await removePoint({ recordId: head.id, actor, pointId: valueOf({ values, errors: {} }, "pointId") }));
    if (!removed.ok) return conflicted(values, removed.message);
    return redirectWith(back, { title: "The point is taken back" });
  }
  const read = await parseForm(body, pointForm.loose());
  if (!read.ok) return refuse(read.form);
  const { quote, wrong, right, evidence, version, revision, pointId } = read.data;
  const opinion = opinionIn(`${wrong}\n${right}`);
  if (opinion && valueOf({ values, errors: {} }, "stillAFact") !== "yes") {
    return refuse({ values, errors: { stillAFact: `“${opinion}” reads like a view, and a point about an opinion is refused. Say what is wrong as a fact, or tick that it is one` } });
  }
  const [about] = childDataIn([quote, wrong, right, evidence].join("\n\n"));
  if (about) return refuseWith(values, `“${about.excerpt}” may identify a child. ${about.why} Say it without`, [["quote", quote], ["wrong", wrong], ["right", right], ["evidence", evidence]].find(([, text]) => text?.includes(about.excerpt))?.[0]);
  const file = body.get("file");
  const saved = await raisePoint({
    recordId: head.id, actor, pointId, version, paragraphId: args.params["paragraphId"] ?? "", quote, wrong, right, evidence, file: file instanceof File ? file : null, isFact: true, baseRevision: revision,
  });
  const outcome = outcomeOf(saved);
  if (outcome.ok) return redirectWith(`${back}#p-${args.params["paragraphId"] ?? ""}`, { title: "The point is kept", text: "It is sent when the director sends all points." });
  return notDone(outcome, values, saved.kind === "refused" ? fieldOf[saved.reason] : undefined);
}

export default function PointRoute() {
  const { head, paragraph, version, point, newId, maxBytes, accept, kinds } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(point ? { quote: point.quote, wrong: point.wrong, right: point.right, evidence: point.evidence, isFact: "yes" } : {});
  const doubted = valueOf(form, "stillAFact") !== "" || form.errors["stillAFact"] !== undefined;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={point ? "Change a point of fact" : "Raise a point of fact"} />
      <div className="app-card app-measure">
        <h2 className="govuk-heading-s">{titleOf(paragraph)}</h2>
        <TextParagraphs text={paragraph.text} />
      </div>
      <InsetText>
        A fact can be shown to be right or wrong: “The team has 12 social workers, not 9.” An opinion cannot: “The letter is too harsh.” A point about an opinion is refused. Say what you think of it in{" "}
        <a className="govuk-link" href={`/challenge-records/${head.id}/response`}>your response</a>.
      </InsetText>
      <form method="post" encType="multipart/form-data" noValidate className="app-measure">
        <input type="hidden" name="pointId" value={point?.id ?? (valueOf(answered?.form, "pointId") || newId)} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="revision" value={point?.revision ?? 0} />
        <TextArea form={form} name="quote" label="The words that are wrong" hint="Copy them from the paragraph above." rows={2} />
        <TextArea form={form} name="wrong" label="What is wrong with them" rows={3} />
        <TextArea form={form} name="right" label="What is right" rows={3} />
        <TextArea form={form} name="evidence" label="What shows it" hint="Name the document, the figure and its date. Nothing about a child." rows={3} />
        {point?.file ? <p className="govuk-body">Attached: <a className="govuk-link" href={point.file.href}>{point.file.name}</a> ({fileSize(point.file.size)}). Another file takes its place.</p> : null}
        <FileUpload form={form} name="file" label="A file that shows it, if there is one" accept={accept} maxBytes={maxBytes} hint={`${kinds}, up to ${fileSize(maxBytes)}. No document about a child.`} />
        <Checkbox form={form} name="isFact" label="This is a matter of fact, not of opinion" />
        {doubted ? <Checkbox form={form} name="stillAFact" label="I have read it again: it is a fact, and what I named shows it" /> : null}
        <ButtonGroup>
          <Button name="intent" value="keep">Keep this point</Button>
          {point ? <Button kind="secondary" name="intent" value="remove">Take it back</Button> : null}
          <a className="govuk-link" href={`/challenge-records/${head.id}/accuracy`}>Cancel</a>
        </ButtonGroup>
        <p className="govuk-body app-soft">Nobody outside your authority sees it until the director sends all points together.</p>
      </form>
    </>
  );
}
