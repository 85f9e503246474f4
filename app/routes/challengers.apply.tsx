import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { applyToPool } from "~/features/challenger-pool";
import { applyForm } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { placesToApply } from "~/features/challenger-pool/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, Checkboxes, EmptyState, ErrorSummary, formOf, PageHeading, pressOf, Radios, type RouteHandle, TextArea } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Apply to be a challenger" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  return { places: await placesToApply(actor), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const parsed = await parseForm(args.request, applyForm);
  if (!parsed.ok) return refuse(parsed.form);
  const { requestKey } = pressOf(parsed.values);
  const result = await applyToPool({ ...parsed.data, actor, requestKey });
  const outcome = outcomeOf(result);
  if (outcome.ok && result.kind === "entered") return redirectWith(`/challengers/${result.challengerId}`, { title: "Your application is with your director", text: "You are told by email what they decide." });
  if (outcome.ok) return redirect("/assignments");
  if (outcome.status === 404) throw notFound();
  return refuseWith(parsed.values, outcome.message, "themes");
}

/** States of a record from which somebody may apply. */
const open: readonly string[] = ["awaitingApplication", "notEndorsed", "left"];

export default function ApplyRoute() {
  const { places, requestKey } = useLoaderData<typeof loader>();
  const free = places.filter(({ record }) => record === null || open.includes(record.workflow.state));
  const [first] = free;
  const form = useActionData<typeof action>()?.form ?? formOf({ regionId: free.length === 1 ? first?.id : undefined, themes: first?.record?.themes ?? [], about: first?.record?.about ?? "" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "My challenges", href: "/assignments" }]} />
      <PageHeading>Apply to be a challenger</PageHeading>
      {free.length === 0 ? <EmptyState title="You are in the pool already">See <a className="govuk-link" href="/assignments">your challenges</a>.</EmptyState> : (
        <>
          <p className="govuk-body">Challengers read what another authority says of itself, meet its people, and help it to see itself clearly. It takes a day of training and then a few days a year. Your own director is asked first, since it is their time as well.</p>
          <form method="post" noValidate>
            <input type="hidden" name="requestKey" value={requestKey} />
            {free.length > 1 ? <Radios form={form} name="regionId" label="Region" size="s" choices={free.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="regionId" value={first?.id} />}
            <Checkboxes form={form} name="themes" label="What do you know well?" size="s" choices={[...new Set(free.flatMap(({ themes }) => themes))].map((theme) => ({ value: theme, label: theme }))} />
            <TextArea form={form} name="about" label="What do you bring?" rows={5} hint="A few sentences: what you do, what you have done. Your director and the coordinator read it." />
            <Button>Send to your director</Button>
          </form>
        </>
      )}
    </div>
  );
}
