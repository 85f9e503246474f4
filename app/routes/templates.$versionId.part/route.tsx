import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { editTemplate, indicatorChoices, templatePage, type QuestionKind } from "~/features/template";
import { HeadingFields, QuestionSettings, TheirVersion } from "~/features/template/components/part-fields";
import { QUESTION_KINDS, type TemplateContent } from "~/features/template/content";
import { addedBy, edited, partOf, type Edit, type Part } from "~/features/template/editing";
import { kindOf, questionValues, readHeading, readQuestion, readRevision, type Read } from "~/features/template/forms";
import { kindWords, sayTemplateRefusal } from "~/features/template/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, Radios, readForm, valueOf, withError, type FormState, type FormValues, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "template" }, title: (loaded: { heading: string }) => loaded.heading } satisfies RouteHandle;

/** What the address asks for: a part to edit, or a new one in a chapter, in a section, or at the end. */
async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await templatePage(actor, args.params["versionId"]);
  if (!page) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const found = (name: string) => (query.has(name) ? partOf(page.content, query.get(name) ?? "") : null);
  const part = found("id");
  const within = found("in");
  const level = part?.level ?? (within?.level === "section" ? "question" : within?.level === "chapter" ? "section" : "chapter");
  const kind = part?.level === "question" ? part.part.kind : kindOf(query.get("kind"));
  return { actor, page, part, within, level, kind, gone: (query.has("id") && !part) || (query.has("in") && (!within || within.level === "question")) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, part, within, level, kind, gone } = await asked(args);
  if (gone) throw notFound();
  if (page.frozen) throw await redirectWith(`/templates/${page.versionId}`, { kind: "notice", title: "This version is frozen", text: sayTemplateRefusal("frozen") });
  return {
    versionId: page.versionId, name: page.name, version: page.version, revision: page.revision, level, kind,
    inside: within?.part.id ?? null,
    newId: aNewId(),
    heading: part ? `Edit the ${level}` : level === "question" && kind ? `Add a question: ${kindWords[kind].label.toLowerCase()}` : `Add a ${level}`,
    start: part ? valuesOfPart(part) : ({ title: "", guidance: "", hint: "", required: "yes" } as FormValues),
    indicators: kind === "indicatorNarrative" ? await indicatorChoices() : [],
  };
}

function valuesOfPart(part: Part): FormValues {
  return part.level === "question" ? questionValues(part.part) : { title: part.part.title, guidance: part.part.guidance };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, part, within, level, kind, gone } = await asked(args);
  const values = readForm(await readBody(args.request));
  const refused = (reason: string) => answer(withError(formOf(values), sayTemplateRefusal(reason)), 422);
  if (gone) return refused("no-such-part");
  if (page.frozen) return refused("frozen");
  const read = readEdit(values, { part, within, level, kind, newId: newIdOf(values) });
  if (!read.ok) return answer(read.form, 422);
  const saved = await editTemplate({ versionId: page.versionId, edit: read.data, expectedRevision: readRevision(values) ?? -1, actor });
  if (saved.kind === "saved") throw await redirectWith(`/templates/${page.versionId}`, { title: part ? `The ${level} has been saved` : `The ${level} has been added` });
  if (saved.kind === "refused") return refused(saved.reason);
  if (isMade(saved.content, read.data)) throw await redirectWith(`/templates/${page.versionId}`, { title: part ? `The ${level} has been saved` : `The ${level} has been added` });
  const by = saved.savedBy ?? "somebody else";
  const theirs = part ? partOf(saved.content, part.part.id) : null;
  const message = `The template was saved by ${by} while you were writing. What you typed is still here and has not been saved. Compare it with theirs and press the button again to keep yours.`;
  return answer(withError(formOf({ ...values, revision: String(saved.revision) }), message), 409, theirs && { part: theirs, by });
}

interface Theirs {
  readonly part: Part;
  readonly by: string;
}

/** The form as it goes back, with what somebody else saved of the same part when that is why. */
function answer(form: FormState, status: 409 | 422, theirs: Theirs | null = null) {
  return data({ form, theirs }, { status });
}

/** The id that a new part is to have: it comes with the form, so that the form sent twice adds one part. */
function newIdOf(values: FormValues): string {
  const typed = valueOf(formOf(values), "newId");
  return /^p-[0-9a-f-]{13}$/.test(typed) ? typed : aNewId();
}

const aNewId = () => `p-${randomUUID().slice(0, 13)}`;

/** Whether a template holds what an edit was to bring: then the same press came twice. */
function isMade(content: TemplateContent, edit: Edit): boolean {
  const added = addedBy(edit);
  const after = added === null ? edited(content, edit) : null;
  return added === null ? isDeepStrictEqual(after, content) : partOf(content, added) !== null;
}

/** The change that the form asks for. */
function readEdit(values: FormValues, { part, within, level, kind, newId }: { part: Part | null; within: Part | null; level: string; kind: QuestionKind | null; newId: string }): Read<Edit> {
  if (level === "question") {
    const id = part?.part.id ?? newId;
    const before = part?.level === "question" ? part.part : null;
    const read = readQuestion(values, { id, kind: kind ?? "longText", before, newId: () => `i-${randomUUID().slice(0, 13)}` });
    if (!read.ok) return read;
    return { ok: true, data: part ? { do: "editQuestion", question: read.data } : { do: "addQuestion", within: within?.part.id ?? "", question: read.data } };
  }
  const read = readHeading(values);
  if (!read.ok) return read;
  if (part) return { ok: true, data: { do: "editHeading", id: part.part.id, heading: read.data } };
  const id = newId;
  return { ok: true, data: within ? { do: "addSection", within: within.part.id, id, heading: read.data } : { do: "addChapter", id, heading: read.data } };
}

export default function PartRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(loaded.start);
  const theirs = answered?.theirs ?? null;
  const typed = form.values["revision"];
  const back = `/templates/${loaded.versionId}`;
  return (
    <>
      <BackLink href={back}>{loaded.name}, version {loaded.version}</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading>{loaded.heading}</PageHeading>
        {theirs ? <TheirVersion part={theirs.part} by={theirs.by} /> : null}
        {loaded.level === "question" && loaded.kind === null ? (
          <form method="get" noValidate>
            <input type="hidden" name="in" value={loaded.inside ?? ""} />
            <Radios name="kind" label="What kind of question?" size="m" form={formOf({ kind: "longText" })} choices={QUESTION_KINDS.map((kind) => ({ value: kind, ...kindWords[kind] }))} />
            <ButtonGroup><Button>Continue</Button><a className="govuk-link" href={back}>Cancel</a></ButtonGroup>
          </form>
        ) : (
          <form method="post" noValidate>
            <input type="hidden" name="revision" value={typeof typed === "string" ? typed : loaded.revision} />
            <input type="hidden" name="newId" value={valueOf(form, "newId") || loaded.newId} />
            {loaded.level === "question" && loaded.kind !== null ? <QuestionSettings form={form} kind={loaded.kind} indicators={loaded.indicators} /> : <HeadingFields form={form} />}
            <ButtonGroup><Button>Save the {loaded.level}</Button><a className="govuk-link" href={back}>Cancel</a></ButtonGroup>
          </form>
        )}
      </div>
    </>
  );
}
