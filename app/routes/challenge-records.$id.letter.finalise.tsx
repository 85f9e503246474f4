import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf, type Head } from "~/features/challenge-record/queries.server";
import { finaliseLetter } from "~/features/letter";
import { readsDraft } from "~/features/letter/access";
import { Preview } from "~/features/letter/components/preview";
import { outcomeOf, pressOf } from "~/features/letter/outcome";
import { previewOf } from "~/features/letter/preview.server";
import { marksOfLetter } from "~/features/letter/sending-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { ErrorSummary, blankForm, readForm, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Make the letter final: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head | null) => head?.steps.find((step) => step.event === "letter.finalise");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = stepOf(head);
  const preview = head && step ? await previewOf(head.id, "final") : null;
  if (!head || !step || !preview) throw notFound();
  return { head, preview, tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head)) throw notFound();
  const values = readForm(await readBody(args.request));
  const base = `/challenge-records/${head.id}`;
  const preview = stepOf(head) ? await previewOf(head.id, "final") : null;
  const { marks, errors } = marksOfLetter(values, preview?.toCheck ?? []);
  if (Object.keys(errors).length > 0) return refuse({ values, errors });
  const outcome = outcomeOf(await finaliseLetter({ recordId: head.id, actor, ...pressOf(values), marks }));
  if (outcome.ok) return redirectWith(`${base}/final`, { title: "The letter is final", text: "The director, the chief executive and the lead member are told by email." });
  if (outcome.status === 404) throw notFound();
  // The page is gone with the state it was for: the record's page says how things stand.
  if (!preview) return redirectWith(base, { kind: "notice", title: "It was not done", text: outcome.message });
  return outcome.status === 409 ? conflicted(values, outcome.message) : refuseWith(values, outcome.message);
}

export default function FinaliseRoute() {
  const { head, preview, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Make the letter final" />
      <Preview
        recordId={head.id} preview={preview} form={answered?.form ?? blankForm} revision={head.revision} requestKey={requestKey} tells={tells}
        button="Make it final"
        explains={`From now on not a word of it changes, and there is no second one. ${head.authority.name} then answers each area with an action or with the reason for none.`}
      />
    </>
  );
}
