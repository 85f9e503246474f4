import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { beginVisit, saveRequest } from "~/features/visit";
import { hostAsking, type HostAsking } from "~/features/visit/asking.server";
import { RequestFields } from "~/features/visit/components/request-fields";
import { requestPosted, textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { isVariant } from "~/features/visit/variants";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, EmptyState, ErrorSummary, PageHeading, Select, formOf, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["dcs", "dcs-delegate"], of: "authority" }, title: "Ask for a peer challenge visit" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const wanted = new URL(args.request.url).searchParams.get("authority");
  return { hosts: await hostAsking(actor), wanted, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const hosts = await hostAsking(actor);
  const values = readForm(await readBody(args.request));
  const host = hosts.find((one) => one.authorityId === textPosted(values, "authorityId")) ?? (hosts.length === 1 ? hosts[0] : undefined);
  if (!host) return hosts.length === 0 ? notFound() : refuseWith(values, "Choose the authority", "authorityId");
  if (!host.round) return refuseWith(values, outcomeText("no-round"));
  const read = requestPosted(values, { themes: host.themes, bounds: host.bounds, whole: false });
  if (Object.keys(read.errors).length > 0 || !isVariant(read.content.variant)) return refuse({ values, errors: read.errors });
  const begun = await beginVisit({ authorityId: host.authorityId, variant: read.content.variant, theme: read.content.theme, actor, requestKey: textPosted(values, "requestKey") || undefined });
  if (begun.kind === "refused") return refuseWith(values, outcomeText(begun.reason));
  const saved = await saveRequest({ visitId: begun.id, actor }, read.content);
  if (saved.kind === "refused") return refuseWith(values, outcomeText(saved.reason));
  return redirectWith(`/visits/${begun.id}`, { title: "Saved as a draft", text: "Nobody outside your authority sees it until the director sends it." });
}

function outcomeText(reason: string): string {
  const outcome = outcomeOf({ kind: "refused", reason });
  return outcome.ok ? "" : outcome.message;
}

export default function NewVisitRoute() {
  const { hosts, wanted, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const host: HostAsking | undefined = hosts.find((one) => one.authorityId === wanted) ?? hosts[0];
  const form = answered?.form ?? formOf({ variant: "peer", authorityId: host?.authorityId });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <Breadcrumbs crumbs={[{ label: "Visits", href: "/visits" }]} />
      <PageHeading caption={host?.authority}>Ask for a peer challenge visit</PageHeading>
      {!host?.round ? (
        <EmptyState title="Your region has no round that is open">A visit belongs to a round of sector-led improvement. Ask your region’s coordinator when the next one opens.</EmptyState>
      ) : (
        <form method="post" noValidate className="app-measure">
          <p className="govuk-body">Save it as a draft whenever you like. The director reads it and sends it; a delegate prepares.</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          {hosts.length > 1 ? <Select form={form} name="authorityId" label="Which authority asks?" size="m" options={hosts.map((one) => ({ value: one.authorityId, label: one.authority }))} /> : <input type="hidden" name="authorityId" value={host.authorityId} />}
          <RequestFields form={form} themes={host.themes} passages={host.passages} days={host.bounds.days} />
          <ButtonGroup><Button>Save the request as a draft</Button><a className="govuk-link" href="/visits">Cancel</a></ButtonGroup>
        </form>
      )}
    </>
  );
}
