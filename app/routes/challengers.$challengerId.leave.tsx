import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { leavePool } from "~/features/challenger-pool";
import { reasonForm } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { profileOf } from "~/features/challenger-pool/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, ButtonGroup, ErrorSummary, formOf, PageHeading, pressOf, readForm, refusedForm, type RouteHandle, TextArea, WarningButton } from "~/ui";

export const handle = { access: { who: "visible", record: "challenger" }, title: (page: { profile: { name: string; self: boolean } }) => (page.profile.self ? "Leave the pool" : `Take ${page.profile.name} out of the pool`) } satisfies RouteHandle;

async function leaving(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const profile = await profileOf(actor, args.params["challengerId"]);
  if (!profile?.steps.some((step) => step.event === "pool.leave")) throw notFound();
  return { actor, profile };
}

export async function loader(args: LoaderFunctionArgs) {
  const { profile } = await leaving(args);
  return { profile, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, profile } = await leaving(args);
  const values = readForm(await readBody(args.request));
  const read = reasonForm.safeParse(values);
  if (!read.success) return refuse(refusedForm(values, read.error.issues));
  const outcome = outcomeOf(await leavePool({ challengerId: profile.id, actor, ...pressOf(values), reason: read.data.reason }));
  if (outcome.ok) return redirectWith(`/challengers/${profile.id}`, { title: profile.self ? "You have left the pool" : `${profile.name} has left the pool`, text: "The way back is open at any time." });
  return notDone(outcome, values, "reason");
}

export default function LeaveRoute() {
  const { profile, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: profile.name, href: `/challengers/${profile.id}` }]} />
      <PageHeading>{profile.self ? "Leave the pool" : `Take ${profile.name} out of the pool`}</PageHeading>
      <p className="govuk-body">No invitation comes from then on. What was done stays on the record, the training keeps its date, and the way back is open. The challenger, their director and the coordinator are told.</p>
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={profile.revision} /><input type="hidden" name="requestKey" value={requestKey} />
        <TextArea form={form} name="reason" label="Why?" rows={3} hint="The challenger and the coordinator can read it here. It is not put into emails." />
        <ButtonGroup><WarningButton>{profile.self ? "Leave the pool" : "Take them out"}</WarningButton><a className="govuk-link" href={`/challengers/${profile.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
