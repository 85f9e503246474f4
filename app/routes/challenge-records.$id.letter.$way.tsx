import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { finaliseLetter, sendForCheck } from "~/features/letter";
import { readsDraft } from "~/features/letter/access";
import { Preview } from "~/features/letter/components/preview";
import { outcomeOf } from "~/features/letter/outcome";
import { previewOf } from "~/features/letter/preview.server";
import { marksOfLetter, sendingNamed } from "~/features/letter/sending-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { ErrorSummary, blankForm, pressOf, readForm, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0]; sending: { title: string } }) => `${page.sending.title}: ${nameOf(page.head)}`,
} satisfies RouteHandle;

/** The letter's way out: to be checked, or final. The preview is there while somebody may send it. */
async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const sending = head && sendingNamed(args.params["way"], head.authority.name);
  if (!sending) throw notFound();
  const step = head.steps.find(({ event }) => event === sending.event);
  return { actor, head, sending, step, preview: step ? await previewOf(head.id, sending.kind) : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { head, sending, step, preview } = await pageOf(args);
  if (!step || !preview) throw notFound();
  return { head, sending, preview, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head, sending, preview } = await pageOf(args);
  if (!readsDraft(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const base = `/challenge-records/${head.id}`;
  const { marks, errors } = marksOfLetter(values, preview?.toCheck ?? []);
  if (Object.keys(errors).length > 0) return refuse({ values, errors });
  const send = sending.kind === "final" ? finaliseLetter : sendForCheck;
  const outcome = outcomeOf(await send({ recordId: head.id, actor, ...pressOf(values), marks }));
  if (outcome.ok) return redirectWith(`${base}${sending.next}`, sending.done);
  if (outcome.status === 404) throw notFound();
  // The page is gone with the state it was for: the record's page says how things stand.
  if (!preview) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values);
}

export default function SendingRoute() {
  const { head, sending, preview, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={sending.title} />
      <Preview
        recordId={head.id} preview={preview} form={answered?.form ?? blankForm} revision={head.revision} requestKey={requestKey} tells={tells}
        button={sending.button} explains={sending.explains}
      />
    </>
  );
}
