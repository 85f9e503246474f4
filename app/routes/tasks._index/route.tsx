import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { tasksOf } from "~/features/tasks";
import { enter } from "~/session/enter.server";
import { Card, dueWords, EmptyState, formatDate, InboxList, Meter, PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Your tasks" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { items, panels, now, done, others } = await tasksOf(actor);
  return {
    items: items.map((item) => ({
      href: item.path,
      title: item.task,
      sub: item.sub,
      due: item.dueAt ? dueWords(item.dueAt, now, item.workingDays ?? undefined) : null,
    })),
    panels,
    done,
    others,
  };
}

export default function TasksRoute() {
  const { items, panels, done, others } = useLoaderData<typeof loader>();
  const list = (
    <div>
      <PageHeading>Your tasks</PageHeading>
      {items.length > 0 ? (
        <InboxList items={items} label="What waits for you, soonest first" />
      ) : (
        <EmptyState title="Nothing waits for you">You will get an email when something does. Until then there is nothing to do here.</EmptyState>
      )}
      {done > 0 || (others ?? 0) > 0 ? (
        <ul className="govuk-list govuk-!-margin-top-4">
          {others === null || others === 0 ? null : <li><a className="govuk-link" href="/tasks/others">What others have waiting ({others})</a></li>}
          {done === 0 ? null : <li><a className="govuk-link" href="/tasks/done">Done this week ({done})</a></li>}
        </ul>
      ) : null}
    </div>
  );
  if (panels.length === 0) return list;
  return (
    <div className="app-columns">
      {list}
      <aside aria-label="How the round stands">
        {panels.map((panel) => (
          <Card key={panel.id} heading={panels.length > 1 ? `${panel.region} ${panel.name}` : "Self-assessments"}>
            <Meter value={panel.submitted} of={panel.of} label="submitted">
              Due {formatDate(panel.dueOn)}. <a className="govuk-link" href={`/rounds/${panel.id}/chase`}>Chase board<span className="govuk-visually-hidden"> of round {panel.name}</span></a>
            </Meter>
          </Card>
        ))}
      </aside>
    </div>
  );
}
