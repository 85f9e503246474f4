import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PersonFields } from "~/features/people/components/person-form";
import { personForm } from "~/features/people/forms";
import { changePerson } from "~/features/people/people.server";
import { personPage } from "~/features/people/queries.server";
import { refusalWords } from "~/features/people/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, InsetText, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "posts", posts: ["sli-coordinator"], of: "region" },
  title: (page: { person: { name: string } }) => `Change ${page.person.name}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const personId = args.params["personId"];
  const person = isUuid(personId) ? await personPage(signedIn, personId) : null;
  if (!person?.mayChange) throw notFound();
  return { person };
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await loader(args);
  const actor = await enter(args, handle.access);
  const parsed = await parseForm(args.request, personForm);
  if (!parsed.ok) return refuse(parsed.form);
  const result = await changePerson(person.id, parsed.data, actor);
  if (result.kind === "refused") return refuseWith(parsed.values, refusalWords[result.reason], result.reason === "email-taken" ? "email" : undefined);
  const text = result.changed.includes("email") ? "They have been signed out and sign in with the new address from now on." : "";
  throw await redirectWith(`/people/${person.id}`, { title: result.changed.length > 0 ? "Changed" : "Nothing was different", text });
}

export default function EditPerson() {
  const { person } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ name: person.name, email: person.email, phone: person.phone ?? "" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }, { label: person.name, href: `/people/${person.id}` }]} />
      <h1 className="govuk-heading-l">Change {person.name}</h1>
      <InsetText>Is somebody else taking over? Do not change the name: open the post and hand it over, so that the record shows who did what.</InsetText>
      <form method="post" noValidate>
        <PersonFields form={form} />
        <ButtonGroup>
          <Button>Save the changes</Button>
          <a className="govuk-link" href={`/people/${person.id}`}>Cancel</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
