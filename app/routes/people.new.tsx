import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { PersonFields } from "~/features/people/components/person-form";
import { personForm } from "~/features/people/forms";
import { addPerson } from "~/features/people/people.server";
import { refusalWords } from "~/features/people/refusals";
import { enter } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, ErrorSummary, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "dcs"], of: "region" }, title: "Add a person" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const parsed = await parseForm(args.request, personForm);
  if (!parsed.ok) return refuse(parsed.form);
  const result = await addPerson(parsed.data, actor);
  if (result.kind === "refused") return refuseWith(parsed.values, refusalWords[result.reason], "email");
  throw await redirectWith(`/people/${result.personId}`, { title: `${parsed.data.name} is in the register`, text: "They can sign in once they hold a post. Open the post to give it to them." });
}

export default function NewPerson() {
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }]} />
      <h1 className="govuk-heading-l">Add a person</h1>
      <p className="govuk-body">Only staff who take part. They are told nothing until you give them a post.</p>
      <form method="post" noValidate>
        <PersonFields form={form} />
        <ButtonGroup>
          <Button>Add this person</Button>
          <a className="govuk-link" href="/directory">Cancel</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
