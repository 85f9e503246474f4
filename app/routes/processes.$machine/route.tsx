import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { processPage, type ProcessPage } from "~/features/process-pages.server";
import { ProcessPicture } from "~/features/process-picture";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: (data: { page: { title: string } }) => `${data.page.title}: how it runs` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const page = processPage(args.params["machine"]);
  if (!page) throw notFound();
  const wanted = new URL(args.request.url).searchParams.get("now");
  return { page, now: page.states.find((state) => state.id === wanted)?.id ?? null };
}

export default function ProcessRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Processes", href: "/processes" }]} />
      <PageHeading>{page.title}: how it runs</PageHeading>
      <p className="govuk-body-l app-measure">{page.about}</p>
      <ProcessPicture machine={page.name} current={now ?? undefined} title={`${page.title}: every state and the ways between them`} />
      {page.states.map((state) => <StateSection key={state.id} state={state} now={state.id === now} />)}
    </>
  );
}

/** One state: what is due in it, and each step that leads on from it. */
function StateSection({ state, now }: { readonly state: ProcessPage["states"][number]; readonly now: boolean }) {
  return (
    <section aria-labelledby={`state-${state.id}`}>
      <h2 className="govuk-heading-m" id={`state-${state.id}`}>{state.label} {now ? <Pill>Now</Pill> : null}</h2>
      {state.first ? <p className="govuk-body">It begins here.</p> : null}
      {state.final ? <p className="govuk-body">It ends here.</p> : null}
      {state.dues.map((due) => <p className="govuk-body" key={due}>{due}.</p>)}
      {state.steps.length === 0 ? null : (
        <Table
          caption={`Steps in the state: ${state.label}`} hideCaption rows={state.steps} rowKey={(step) => step.event}
          columns={[
            { key: "what", heading: "What happens", cell: (step) => step.what },
            { key: "who", heading: "Who may", cell: (step) => step.who },
            { key: "when", heading: "Only when", cell: (step) => step.when || "Always" },
            { key: "then", heading: "Then", cell: (step) => step.then },
            { key: "told", heading: "Told by email", cell: (step) => step.told },
          ]}
        />
      )}
    </section>
  );
}
