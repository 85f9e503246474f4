import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readWords } from "~/features/commitment/forms";
import { outcomeOf } from "~/features/commitment/outcome";
import { perform } from "~/features/commitment/perform.server";
import { commitmentPage } from "~/features/commitment/queries.server";
import { askWords, questions, recordAct } from "~/features/commitment/record-acts";
import { stepOf } from "~/features/step/acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, Breadcrumbs, ErrorSummary, PageHeading, pressOf, readForm, Select, TextArea, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "commitment" }, title: (data: { act: { title: string } }) => data.act.title } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await commitmentPage(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!page || !act) throw notFound();
  return { actor, page, act, step: stepOf(page.steps, act) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, act, step } = await asked(args);
  if (!step) throw notFound();
  return { page: { id: page.id, text: page.text, revision: page.revision, posts: act.asks.includes("owner") ? page.posts : [] }, act, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, act, step } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const words = readWords(valueOf(form, "text"), askWords[act.event] ?? "Write something");
  const ownerPostId = valueOf(form, "ownerPostId");
  if (step && act.asks.includes("text") && !words.ok) return refuseWith(values, words.message, "text");
  if (step && act.asks.includes("owner") && !isUuid(ownerPostId)) return refuseWith(values, "Choose who sees to it", "ownerPostId");
  const outcome = outcomeOf(await perform(act.event, { commitmentId: page.id, actor, ...pressOf(values), text: words.ok ? words.text : "", ownerPostId }));
  const base = `/commitments/${page.id}`;
  if (outcome.ok) return redirectWith(base, { title: act.done });
  if (outcome.status === 404) throw notFound();
  if (!step) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks[0] === "owner" ? "ownerPostId" : act.asks[0]);
}

export default function CommitmentActRoute() {
  const { page, act, tells, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const question = questions[act.event];
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Commitments", href: "/commitments" }, { label: page.text.slice(0, 80), href: `/commitments/${page.id}` }]} />
      <PageHeading caption={page.text}>{act.title}</PageHeading>
      <ActForm act={act} tells={tells} revision={page.revision} requestKey={requestKey} back={`/commitments/${page.id}`}>
        {question ? <TextArea form={form} name="text" label={question} hint="It is read on the page, and not put into emails. Never about one child." rows={5} /> : null}
        {act.asks.includes("owner") ? <Select form={form} name="ownerPostId" label="Who sees to it?" blank="Choose a post" options={page.posts.map(({ id, words: label }) => ({ value: id, label }))} /> : null}
      </ActForm>
    </>
  );
}
