import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { regionsRunBy } from "~/features/cycle";
import { copyTemplate, createTemplate, templatePage, templatesFor } from "~/features/template";
import { sayTemplateRefusal } from "~/features/template/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, readForm, Select, TextInput, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Make a template" } satisfies RouteHandle;

const longestName = 120;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const templates = await templatesFor(actor);
  // What rounds have used comes first: last round's template is the usual start.
  const starts = templates.flatMap((template) => template.versions.map((version) => ({ template, version }))).sort((a, b) => Number(b.version.rounds.length > 0) - Number(a.version.rounds.length > 0));
  return {
    starts: starts.map(({ template, version }) => ({
      value: version.id,
      label: `${template.name}, version ${version.version}${version.rounds.length > 0 ? ` (round ${version.rounds[0]})` : ""}`,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = (name: string) => valueOf({ values, errors: {} }, name).trim();
  const name = read("name");
  if (name === "") return refuseWith(values, sayTemplateRefusal("name-missing"), "name");
  if (name.length > longestName) return refuseWith(values, `The name must be ${longestName} characters or fewer`, "name");
  const from = read("from") === "" ? null : await templatePage(actor, read("from"));
  if (read("from") !== "" && !from) return refuseWith(values, "Choose a template from the list", "from");
  const regionId = from?.regionId ?? regionsRunBy(actor)[0];
  if (!regionId) throw notFound();
  const made = from ? await copyTemplate({ versionId: from.versionId, name, actor }) : await createTemplate({ regionId, name, actor });
  if (made.kind === "refused") return refuseWith(values, sayTemplateRefusal(made.reason), "name");
  throw await redirectWith(`/templates/${made.versionId}`, { title: "The template has been made" });
}

export default function NewTemplateRoute() {
  const { starts } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ from: starts[0]?.value ?? "" });
  return (
    <>
      <BackLink href="/templates">Templates</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading>Make a template</PageHeading>
        <form method="post" noValidate>
          <TextInput form={form} name="name" label="Name" hint="For example, Self-assessment 2027/28" size="s" />
          {starts.length > 0 ? <Select form={form} name="from" label="Start from" hint="Its chapters, sections and questions are copied, and answers can be carried forward" size="s" blank="An empty template" options={starts} /> : null}
          <ButtonGroup><Button>Make the template</Button><a className="govuk-link" href="/templates">Cancel</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
