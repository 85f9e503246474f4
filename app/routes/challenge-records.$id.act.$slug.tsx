import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeLead, finishFindings, reopenFindings, withdrawRecord } from "~/features/challenge-record";
import { CountsCard } from "~/features/challenge-record/components/counts-card";
import { RecordTop, nameOf } from "~/features/challenge-record/components/record-top";
import { allFindings, countsOf } from "~/features/challenge-record/findings-list.server";
import { outcomeOf } from "~/features/challenge-record/outcome";
import { whoMayLead } from "~/features/challenge-record/people-to-ask.server";
import { headOf } from "~/features/challenge-record/queries.server";
import { recordAct } from "~/features/challenge-record/record-acts";
import { stepOf, type RecordAct } from "~/features/step/acts";
import { ActForm } from "~/features/step/components/act-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, counted, ErrorSummary, InsetText, pressOf, readForm, type RouteHandle, Select, TextArea, valueOf } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0]; act: { title: string } }) => `${page.act.title}: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  const step = head && act && stepOf(head.steps, act);
  if (!head || !act || !step) throw notFound();
  const finishing = act.event === "findings.finish";
  const drafts = finishing ? (await allFindings(head.id)).filter((finding) => finding.filedAt === null && finding.removedAt === null && finding.text !== "") : [];
  return {
    head, act, tells: step.tells, people: act.asks.includes("person") ? await whoMayLead(head) : [], requestKey: randomUUID(),
    counts: finishing ? await countsOf(head.id) : null, drafts: drafts.map((finding) => finding.author.name),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const act = recordAct(args.params["slug"]);
  if (!head || !act) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const [reason, personId] = [valueOf(form, "reason").trim(), valueOf(form, "personId")];
  if (stepOf(head.steps, act)) {
    if (act.asks.includes("reason") && reason === "") return refuse({ values, errors: { reason: "Give a reason" } });
    if (act.asks.includes("person") && !isUuid(personId)) return refuse({ values, errors: { personId: "Choose a person from the list" } });
  }
  const outcome = outcomeOf(await perform(act.event, { recordId: head.id, actor, ...pressOf(values), reason: reason.slice(0, 2000), personId }));
  if (outcome.ok) return redirectWith(`/challenge-records/${head.id}`, { title: act.done });
  if (outcome.status === 404) throw notFound();
  // The act's own page is gone with the state it was for: the record's page says how things stand.
  if (!stepOf(head.steps, act)) return redirectWith(`/challenge-records/${head.id}`, { kind: "notice", title: "It was not done", text: outcome.message });
  return notDone(outcome, values, act.asks.includes("person") ? "personId" : undefined);
}

function perform(event: RecordAct["event"], given: Parameters<typeof changeLead>[0] & Parameters<typeof withdrawRecord>[0]) {
  if (event === "findings.finish") return finishFindings(given);
  if (event === "findings.reopen") return reopenFindings(given);
  return event === "lead.change" ? changeLead(given) : withdrawRecord(given);
}

export default function RecordActRoute() {
  const { head, act, tells, people, requestKey, counts, drafts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading={act.title} />
      <ActForm act={act} tells={tells} revision={head.revision} requestKey={requestKey} back={`/challenge-records/${head.id}`}>
        {counts ? <CountsCard counts={counts} /> : null}
        {drafts.length > 0 ? <InsetText>{counted(drafts.length, "draft is", "drafts are")} not filed and will not be in the letter: {[...new Set(drafts)].join(", ")}. A word with them first may help.</InsetText> : null}
        {act.asks.includes("person") ? <Select form={form} name="personId" label="Who should lead?" blank="Choose a person" options={people.map((person) => ({ value: person.id, label: person.words }))} /> : null}
        {act.asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="Those on the record can read it here. It is not put into emails." rows={4} /> : null}
      </ActForm>
    </>
  );
}
