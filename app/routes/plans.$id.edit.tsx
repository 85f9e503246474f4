import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { addAction, addPriority, addWorkstream, removeAction, removePriority, removeWorkstream, saveDetails } from "~/features/plan";
import { readAction, readDetails, readStream, readWords } from "~/features/plan/forms";
import { outcomeOf } from "~/features/plan/outcome";
import { planPage, postsOf } from "~/features/plan/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, Breadcrumbs, Button, dateParts, DateInput, ErrorSummary, formatDate, formOf, hasErrors, PageHeading, readForm, Select, TextArea, TextInput, valueOf, type FormState, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "plan" }, title: (data: { page: { name: string } }) => `Change: ${data.page.name}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await planPage(actor, args.params["id"]);
  if (!page?.editable) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  return { page: { id: page.id, name: page.name, startsOn: page.startsOn, endsOn: page.endsOn, consultBy: page.consultBy, priorities: page.priorities }, posts: await postsOf(page.regionId) };
}

const fieldOf: Readonly<Record<string, string>> = { "no-such-priority": "priorityId", "no-such-post": "leadPostId", "outside-plan": "doneBy", "no-such-workstream": "workstreamId" };

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const given = { planId: page.id, actor };
  const [intent = "", id = ""] = valueOf(form, "intent").split(":");
  const work = {
    details: () => read(readDetails(values), (data) => saveDetails({ ...given, ...data })),
    priority: () => read(readWords(values, "priority", "Enter the priority"), (title) => addPriority({ ...given, title: title.slice(0, 200) })),
    workstream: () => read(readStream(values), (data) => addWorkstream({ ...given, ...data })),
    action: () => read(readAction(values), (data) => addAction({ ...given, ...data })),
    "remove-priority": () => removePriority({ ...given, priorityId: id }),
    "remove-workstream": () => removeWorkstream({ ...given, workstreamId: id }),
    "remove-action": () => removeAction({ ...given, actionId: id }),
  }[intent];
  if (!work || (intent.startsWith("remove") && !isUuid(id))) return redirectWith(`/plans/${page.id}/edit`, { kind: "notice", title: "Nothing was changed" });
  const result = await work();
  if ("errors" in result) return refuse(result);
  const outcome = outcomeOf(result);
  if (outcome.ok) return redirectWith(`/plans/${page.id}/edit`, { title: "The draft is changed" });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

/** What is wrong with the form, or what the verb answers. */
async function read<Data, Result>(from: { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState }, verb: (data: Data) => Promise<Result>): Promise<Result | FormState> {
  return from.ok ? verb(from.data) : from.form;
}

export default function EditPlanRoute() {
  const { page, posts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form ?? blankForm;
  const tried = hasErrors(answered) ? valueOf(answered, "intent") : "";
  const of = (intent: string, start: FormState = blankForm) => (tried === intent ? answered : start);
  const details = of("details", formOf({ name: page.name, ...dateParts("startsOn", page.startsOn), ...dateParts("endsOn", page.endsOn), ...dateParts("consultBy", page.consultBy) }));
  const streams = page.priorities.flatMap((priority) => priority.streams);
  return (
    <div className="app-measure">
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[{ label: "Plans", href: "/plans" }, { label: page.name, href: `/plans/${page.id}` }]} />
      <PageHeading caption={page.name}>Priorities, workstreams and workplans</PageHeading>
      <form method="post" noValidate>
        <h2 className="govuk-heading-m">What it is</h2>
        <TextInput form={details} name="name" label="What is it called?" />
        <DateInput form={details} name="consultBy" label="Last day for comments" />
        <DateInput form={details} name="startsOn" label="First day of the plan" />
        <DateInput form={details} name="endsOn" label="Last day of the plan" />
        <Button kind="secondary" name="intent" value="details">Keep these details</Button>
      </form>
      <Parts page={page} />
      <form method="post" noValidate>
        <h2 className="govuk-heading-m">Add a headline priority</h2>
        <TextInput form={of("priority")} name="priority" label="Priority" />
        <Button kind="secondary" name="intent" value="priority">Add the priority</Button>
      </form>
      {page.priorities.length > 0 ? (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">Add a workstream</h2>
          <p className="govuk-body">To change one, enter its title again with its new sponsor, lead or priority.</p>
          <TextInput form={of("workstream")} name="streamTitle" label="Workstream" />
          <Select form={of("workstream")} name="priorityId" label="Under which priority?" blank="Choose a priority" options={page.priorities.map(({ id, title }) => ({ value: id, label: title }))} />
          <Select form={of("workstream")} name="sponsorPostId" label="Sponsor" hint="A director of children’s services." blank="Choose a director" options={posts.filter(({ director }) => director).map(({ id, words }) => ({ value: id, label: words }))} />
          <Select form={of("workstream")} name="leadPostId" label="Lead" hint="It stays with the post when its holder changes." blank="Choose a post" options={posts.map(({ id, words }) => ({ value: id, label: words }))} />
          <Button kind="secondary" name="intent" value="workstream">Add the workstream</Button>
        </form>
      ) : null}
      {streams.length > 0 ? (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">Add an action to a workplan</h2>
          <Select form={of("action")} name="workstreamId" label="Workstream" blank="Choose a workstream" options={streams.map(({ id, title }) => ({ value: id, label: title }))} />
          <TextArea form={of("action")} name="text" label="What is done?" rows={2} />
          <Select form={of("action")} name="ownerPostId" label="Who sees to it?" blank="Choose a post" options={posts.map(({ id, words }) => ({ value: id, label: words }))} />
          <DateInput form={of("action")} name="doneBy" label="By when?" />
          <Button kind="secondary" name="intent" value="action">Add the action</Button>
        </form>
      ) : null}
      <p className="govuk-body"><a className="govuk-link" href={`/plans/${page.id}`}>Back to the plan</a></p>
    </div>
  );
}

/** What is in it, with a button to take each part out. */
function Parts({ page }: { readonly page: ReturnType<typeof useLoaderData<typeof loader>>["page"] }) {
  const remove = (intent: string, about: string) => (
    <form method="post" className="app-inline"><Button kind="secondary" name="intent" value={intent}>Take out<span className="govuk-visually-hidden">{`: ${about}`}</span></Button></form>
  );
  return (
    <>
      <h2 className="govuk-heading-m">What is in it</h2>
      {page.priorities.length === 0 ? <p className="govuk-body">Nothing yet: add a headline priority below.</p> : null}
      {page.priorities.map((priority) => (
        <section key={priority.id} aria-label={priority.title}>
          <h3 className="govuk-heading-s">{priority.title}</h3>
          {priority.streams.length === 0 ? remove(`remove-priority:${priority.id}`, priority.title) : null}
          {priority.streams.map((one) => (
            <div key={one.id}>
              <p className="govuk-body"><strong>{one.title}</strong>{`. Sponsor: ${one.sponsor}. Lead: ${one.lead}.`}</p>
              {one.lines.every(({ carried }) => !carried) ? remove(`remove-workstream:${one.id}`, one.title) : null}
              <ul className="govuk-list govuk-list--bullet">
                {one.lines.map((line) => <li key={line.id}>{`${line.text}: ${line.owner}, by ${formatDate(line.doneBy, { year: true })}${line.carried ? " (goes on from the plan before)" : ""} `}{line.carried ? null : remove(`remove-action:${line.id}`, line.text)}</li>)}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
