import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { waitingForOthers } from "~/features/tasks";
import { now } from "~/platform/clock.server";
import { enter } from "~/session/enter.server";
import { BackLink, dueWords, EmptyState, InboxList, PageHeading, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "What others have waiting" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const waiting = await waitingForOthers(actor);
  return {
    items: waiting.map((one) => ({
      href: one.path,
      title: one.task,
      sub: one.names.length > 0 ? `With ${one.names.join(", ")}.` : "Nobody holds the post just now.",
      due: one.dueAt ? dueWords(one.dueAt, now(), one.workingDays ?? undefined) : null,
    })),
  };
}

export default function OthersRoute() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/tasks">Your tasks</BackLink>
      <PageHeading>What others have waiting</PageHeading>
      {items.length === 0 ? (
        <EmptyState title="Nothing waits for anybody">When a step of your region waits for somebody, it is listed here with their name.</EmptyState>
      ) : (
        <InboxList items={items} label="What waits for others, soonest first" />
      )}
    </>
  );
}
