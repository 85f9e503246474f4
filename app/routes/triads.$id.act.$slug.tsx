import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ActForm } from "~/features/step/components/act-form";
import { actNamed } from "~/features/triad/acts";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { perform } from "~/features/triad/perform.server";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, ErrorSummary, formatDate, pressOf, readForm, type RouteHandle, Select, TextArea } from "~/ui";

export const handle = {
  access: { who: "visible", record: "triad" },
  title: (page: { triad: { title: string }; act: { title: string } }) => `${page.act.title}: ${page.triad.title}`,
} satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  const act = actNamed(args.params["slug"]);
  // Whoever leads says that the session was held; every other act is the coordinator's.
  const may = triad !== null && (triad.mayRun || (act?.event === "session.hold" && triad.standing.roles.includes("leadChallenger")));
  if (!may || !act) throw notFound();
  return { actor, triad, act, step: triad.standing.steps.find((step) => step.event === act.event) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, act, step } = await pageOf(args);
  if (!step) throw await redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "This cannot be done now", text: sayRefusal("no-such-step") });
  // Once every letter is final, closing needs no reason.
  const asks = act.event === "session.close" && triad.standing.state === "agreed" ? [] : act.asks;
  const nothingMissing = act.event === "waiver.give" && !triad.members.some(({ missing }) => missing);
  return { triad, act, asks, blockedBy: nothingMissing ? "nothing-missing" : (step.blockedBy ?? null), tells: step.tells, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, act } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const reason = posted(values, "reason");
  const authorityId = posted(values, "authorityId");
  const errors: Record<string, string> = {};
  if (act.asks.includes("authority") && !triad.members.some((member) => member.id === authorityId)) errors["authorityId"] = "Choose the authority";
  if (act.asks.includes("reason") && triad.standing.state !== "agreed" && (reason === "" || reason.length > 500)) errors["reason"] = reason === "" ? "Enter a reason" : "The reason must be 500 characters or fewer";
  if (Object.keys(errors).length > 0) return refuse({ values, errors });
  const result = await perform(act.event, { triadId: triad.id, actor, reason, authorityId, present: triad.present, ...pressOf(values) });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, sayRefusal(result.reason));
  return redirectWith(`/triads/${triad.id}`, { title: act.done, text: result.kind === "moved" ? `${result.told} ${result.told === 1 ? "person is" : "people are"} told by email.` : "" });
}

export default function ActRoute() {
  const { triad, act, asks, blockedBy, tells, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  const session = triad.session ? <p className="govuk-body">The session is on {formatDate(triad.session.day, { year: true })}, {triad.session.startsAt} to {triad.session.endsAt}{triad.session.venue ? `, at ${triad.session.venue}` : ""}{triad.session.host ? `, hosted by ${triad.session.host.name}` : ""}.</p> : null;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading={act.title} />
      {blockedBy ? (
        <div className="app-measure"><p className="govuk-body">{act.explains}</p>{session}<p className="govuk-body"><b>Not yet.</b> {sayRefusal(blockedBy)}.</p></div>
      ) : (
        <ActForm act={act} tells={tells} revision={triad.standing.revision} requestKey={requestKey} back={`/triads/${triad.id}`}>
          {session}
          {asks.includes("authority") ? <Select form={form} name="authorityId" label="Authority" blank="Choose an authority" options={triad.members.filter(({ missing }) => act.event !== "waiver.give" || missing).map((member) => ({ value: member.id, label: member.name }))} /> : null}
          {asks.includes("reason") ? <TextArea form={form} name="reason" label="Reason" hint="The group and the coordinator can read it here. It is not in any email." rows={4} /> : null}
        </ActForm>
      )}
    </>
  );
}
