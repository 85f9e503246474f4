import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { triadsOf, withdrawMember, type WayOn } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, Button, ButtonGroup, ErrorSummary, type FormValues, InsetText, PressFields, pressOf, Radios, readForm, type RouteHandle, Select, TextArea } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `An authority withdraws: ${page.triad.title}`, scripts: ["conditional"] } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad?.mayRun) throw notFound();
  const others = (await triadsOf(triad.round.id)).filter((other) => other.id !== triad.id && !["held", "agreed", "closed", "cancelled", "proposed"].includes(other.state));
  return { actor, triad, others, step: triad.standing.steps.find((step) => step.event === "member.withdraw") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, others, step } = await pageOf(args);
  if (!step) throw await redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "The group cannot change now", text: sayRefusal("no-such-step") });
  return {
    triad,
    fromFour: others.filter((other) => other.members.length === 4).flatMap((other) => other.members.map((member) => ({ value: member.id, label: `${member.name} (now in triad ${other.number})` }))),
    groups: others.filter((other) => other.members.length < 4).map((other) => ({ value: other.id, label: other.title })),
    requestKey: randomUUID(),
  };
}

function wayOf(values: FormValues, rest: readonly string[]): WayOn | null {
  const how = posted(values, "how");
  if (how === "stay") return { how };
  if (how === "pair") return { how, why: posted(values, "why") };
  if (how === "reform") return { how, newcomerId: posted(values, "newcomer") };
  return how === "merge" ? { how, into: Object.fromEntries(rest.map((id) => [id, posted(values, `into-${id}`)])) } : null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const authorityId = posted(values, "authorityId");
  const reason = posted(values, "reason");
  const way = wayOf(values, triad.members.map(({ id }) => id).filter((id) => id !== authorityId));
  const errors: Record<string, string> = {};
  if (!triad.members.some((member) => member.id === authorityId)) errors["authorityId"] = "Choose the authority that withdraws";
  if (reason === "" || reason.length > 500) errors["reason"] = reason === "" ? "Enter a reason" : "The reason must be 500 characters or fewer";
  if (!way) errors["how"] = "Choose how the others go on";
  if (Object.keys(errors).length > 0 || !way) return refuse({ values, errors });
  const result = await withdrawMember({ triadId: triad.id, authorityId, reason, way, actor, ...pressOf(values) });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, sayRefusal(result.reason), result.reason === "no-such-step" ? undefined : way.how === "pair" ? "why" : "how");
  return redirectWith(`/triads/${triad.id}`, { title: "The group has changed", text: "Everybody concerned is told: who left, who stays, and who joins." });
}

export default function WithdrawRoute() {
  const { triad, fromFour, groups, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? blankForm;
  const left = triad.members.length - 1;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading="An authority withdraws" />
      <form method="post" noValidate className="app-measure">
        <PressFields revision={triad.standing.revision} requestKey={requestKey} />
        <Select form={form} name="authorityId" label="Authority that withdraws" blank="Choose an authority" options={triad.members.map((member) => ({ value: member.id, label: member.name }))} />
        <TextArea form={form} name="reason" label="Reason" hint="Read by the coordinator and the authority itself. It is not in any email." rows={3} />
        <Radios form={form} name="how" label="How do the others go on?" choices={[
          ...(left >= 3 ? [{ value: "stay", label: `As a group of ${left}` }] : []),
          ...(left === 2 ? [{ value: "pair", label: "Two go on by themselves", hint: "This needs a waiver with a reason.", reveals: <TextArea form={form} name="why" label="Why two may go on" rows={3} /> }] : []),
          ...(fromFour.length > 0 ? [{ value: "reform", label: "Another authority takes the place", hint: "From a group of four, so that nobody is left over.", reveals: <Select form={form} name="newcomer" label="Who takes the place" blank="Choose an authority" options={fromFour} /> }] : []),
          ...(groups.length > 0 ? [{ value: "merge", label: "They go into other groups", hint: "A group has four at most.", reveals: <>{triad.members.map((member) => <Select key={member.id} form={form} name={`into-${member.id}`} label={`${member.name}, if it stays, goes into`} blank="Choose a group" options={groups} />)}</> }] : []),
        ]} />
        <InsetText>Told by email: the authority that withdraws, those who stay, those who join, challengers, and you.</InsetText>
        <ButtonGroup><Button>Change the group</Button><a className="govuk-link" href={`/triads/${triad.id}`}>Not now</a></ButtonGroup>
      </form>
    </>
  );
}
