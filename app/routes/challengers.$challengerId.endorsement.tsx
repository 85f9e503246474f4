import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endorseChallenger, refuseChallenger } from "~/features/challenger-pool";
import { reasonForm } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { profileOf } from "~/features/challenger-pool/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ErrorSummary, formOf, PageHeading, pressOf, readForm, refusedForm, type RouteHandle, SummaryList, TextArea, valueOf } from "~/ui";

export const handle = { access: { who: "visible", record: "challenger" }, title: (page: { profile: { name: string } }) => `Endorse ${page.profile.name}?` } satisfies RouteHandle;

async function decided(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const profile = await profileOf(actor, args.params["challengerId"]);
  if (!profile?.steps.some((step) => step.event === "endorsement.refuse")) throw notFound();
  return { actor, profile };
}

export async function loader(args: LoaderFunctionArgs) {
  const { profile } = await decided(args);
  return { profile, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, profile } = await decided(args);
  const values = readForm(await readBody(args.request));
  const yes = valueOf({ values, errors: {} }, "intent") === "endorse";
  const read = reasonForm.safeParse(values);
  if (!yes && !read.success) return refuse(refusedForm(values, read.error.issues));
  const given = { challengerId: profile.id, actor, ...pressOf(values) };
  const outcome = outcomeOf(yes ? await endorseChallenger(given) : await refuseChallenger({ ...given, reason: read.success ? read.data.reason : "" }));
  if (outcome.ok) return redirectWith("/tasks", { title: yes ? `${profile.name} is endorsed` : `${profile.name} is not endorsed`, text: "They and the coordinator are told." });
  return notDone(outcome, values, "reason");
}

export default function EndorsementRoute() {
  const { profile, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Your tasks", href: "/tasks" }]} />
      <PageHeading caption={`Challengers, ${profile.region}`}>Endorse {profile.name}?</PageHeading>
      <p className="govuk-body">{profile.name} would like to be trained and to challenge other authorities: a few days a year, with a day of training before. You know best whether this is the right person, and whether they can be spared.</p>
      <SummaryList rows={[{ key: "Employed by", value: profile.employers.map(({ name }) => name).join(", ") || "No authority" }, { key: "Knows", value: profile.themes.join(", ") }, { key: "Says", value: <span className="app-prewrap">{profile.about}</span> }]} />
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={profile.revision} /><input type="hidden" name="requestKey" value={requestKey} />
        <p className="govuk-body">They and the coordinator are told what you decide.</p>
        <Button name="intent" value="endorse">Endorse {profile.name}</Button>
        <TextArea form={form} name="reason" label="If you cannot: why?" rows={3} hint="Only they and the coordinator can read it, here. It is not put into emails." />
        <Button kind="secondary" name="intent" value="refuse">Do not endorse</Button>
      </form>
    </div>
  );
}
