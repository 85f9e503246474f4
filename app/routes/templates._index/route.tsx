import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { newVersionFrom, templatePage, templatesFor } from "~/features/template";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, EmptyState, formatDate, PageHeading, readForm, Table, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Templates" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const templates = await templatesFor(actor);
  return { templates: templates.map((template) => ({ ...template, versions: template.versions.map((version) => ({ ...version, updatedAt: version.updatedAt.toISOString() })) })) };
}

/** Makes a further version from one that is there. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  const read = (name: string) => valueOf({ values, errors: {} }, name);
  const page = await templatePage(actor, read("versionId"));
  if (!page) throw notFound();
  const made = await newVersionFrom({ versionId: page.versionId, actor, newest: /^\d{1,6}$/.test(read("newest")) ? Number(read("newest")) : undefined });
  if (made.kind === "refused") throw notFound();
  throw await redirectWith(`/templates/${made.versionId}`, { title: "A new version has been made", text: "It starts with everything that was in the version before." });
}

export default function TemplatesRoute() {
  const { templates } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Rounds", href: "/rounds" }]} />
      <PageHeading>Templates</PageHeading>
      <p className="govuk-body-l app-measure">What a self-assessment asks, by chapter, section and question. A version is frozen when a round opens with it.</p>
      <p><Button href="/templates/new">Make a template</Button></p>
      {templates.length === 0 ? <EmptyState title="No templates yet">Make one, and choose it when you make a round.</EmptyState> : null}
      {templates.map((template) => (
        <section key={template.id} aria-labelledby={`template-${template.id}`}>
          <h2 className="govuk-heading-m" id={`template-${template.id}`}>{template.name} <span className="app-soft">{template.region}</span></h2>
          <Table
            caption={`Versions of ${template.name}`} hideCaption rows={template.versions} rowKey={(version) => version.id}
            columns={[
              { key: "version", heading: "Version", cell: (version) => <a className="govuk-link" href={`/templates/${version.id}`}>Version {version.version}</a> },
              { key: "state", heading: "State", cell: (version) => (version.frozen ? "Frozen" : "Can be edited") },
              { key: "rounds", heading: "Used in", cell: (version) => (version.rounds.length > 0 ? `Round ${version.rounds.join(", ")}` : "No round yet") },
              { key: "updated", heading: "Changed", cell: (version) => formatDate(version.updatedAt, { year: true }) },
            ]}
          />
          {template.versions[0] ? (
            <form method="post">
              <input type="hidden" name="versionId" value={template.versions[0].id} />
              <input type="hidden" name="newest" value={template.versions[0].version} />
              <Button kind="secondary" about={`of ${template.name}`}>Make a new version</Button>
            </form>
          ) : null}
        </section>
      ))}
    </>
  );
}
