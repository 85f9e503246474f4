import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { KloeFields } from "~/features/kloe/components/kloe-fields";
import { KloeList } from "~/features/kloe/components/kloe-list";
import { lineField, linesPosted, lineValues } from "~/features/kloe/lines";
import { keepKloes, shareLines } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { posted, STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, formOf, InsetText, PressFields, pressOf, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Key lines of enquiry: ${page.triad.title}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad) throw notFound();
  return { actor, triad, mine: triad.mine[0] ?? null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, mine } = await pageOf(args);
  return { triad, mine, open: mine !== null && triad.standing.steps.some((step) => step.event === "kloes.share"), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, mine } = await pageOf(args);
  if (!mine) throw notFound();
  const values = readForm(await readBody(args.request));
  const texts = linesPosted(values, triad.rules.kloesAtMost);
  const given = { triadId: triad.id, authorityId: mine.id, texts, actor, requestKey: pressOf(values).requestKey };
  const share = posted(values, "intent") !== "keep";
  const result = share ? await shareLines(given) : await keepKloes(given);
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, sayRefusal(result.reason), result.reason === "no-such-step" ? undefined : lineField(1));
  return redirectWith(`/triads/${triad.id}/kloes`, share ? { title: "Your key lines of enquiry are shared", text: "Everybody in the session is told." } : { title: "Kept", text: "Only your authority reads them until you share them." });
}

export default function KloesRoute() {
  const { triad, mine, open, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = triad.members.find((member) => member.id === mine?.id);
  const shared = own?.lines.some((line) => line.shared) === true;
  const form = answered?.form ?? formOf(lineValues(own?.lines ?? []));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading="Key lines of enquiry" />
      {mine && open ? (
        <form method="post" noValidate className="app-measure">
          <h2 className="govuk-heading-m">What {mine.name} asks to be challenged on</h2>
          <PressFields requestKey={requestKey} />
          <KloeFields form={form} atMost={triad.rules.kloesAtMost} />
          {shared ? <InsetText>These are shared. If you change them, everybody in the session is told again.</InsetText> : null}
          <ButtonGroup><Button name="intent" value="share">Share with the session</Button>{shared ? null : <Button kind="secondary" name="intent" value="keep">Keep for now</Button>}</ButtonGroup>
        </form>
      ) : null}
      {triad.members.filter((member) => !open || member.id !== mine?.id).map((member) => (
        <section key={member.id} aria-labelledby={`lines-${member.id}`}><h2 className="govuk-heading-m" id={`lines-${member.id}`}>{member.name}</h2><KloeList lines={member.lines} empty="Not shared yet." /></section>
      ))}
    </>
  );
}
