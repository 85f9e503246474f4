import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, decideConflict, declineInvitation, releasePlace, remindChallenger, withdrawFrom } from "~/features/assignment";
import { codeOfConduct } from "~/features/assignment/code";
import { fieldOf, readAnswer, type Answer } from "~/features/assignment/forms";
import { assignmentPage, type AssignmentPage } from "~/features/assignment/queries.server";
import { refusalWords, roleLabels, stateLabels, stateSentences } from "~/features/assignment/words";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { recordTimeline } from "~/features/timeline";
import { RecordTimeline } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import {
  Breadcrumbs, Button, Checkbox, Details, ErrorSummary, formatDate, formatTime, formOf, InsetText, PageHeading, Pill, Radios, readForm, SummaryList, TextArea, WarningButton,
  type FormState, type RouteHandle,
} from "~/ui";
import { pressOf } from "~/ui";
import { eitherOf } from "~/ui/wording";

export const handle = {
  access: { who: "visible", record: "assignment" },
  title: (page: { place: { activityTitle: string; self: boolean; name: string } }) => (page.place.self ? `You are asked: ${page.place.activityTitle}` : `${page.place.name}: ${page.place.activityTitle}`),
  scripts: ["conditional"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const place = await assignmentPage(actor, args.params["assignmentId"]);
  if (!place) throw notFound();
  return { place, timeline: await recordTimeline(place.id, { emails: place.keeps }), requestKey: randomUUID() };
}

const done: Readonly<Record<Answer["intent"], string>> = {
  accept: "You have accepted", decline: "You have declined. The place is open again", withdraw: "You have withdrawn. The place is open again",
  release: "The place is released", keep: "The conflict is no bar. They are told", bar: "They are released. They are told", remind: "The reminder is sent",
};

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const place = await assignmentPage(actor, args.params["assignmentId"]);
  if (!place) throw notFound();
  const values = readForm(await readBody(args.request));
  const read = readAnswer(values);
  if (!read.ok) return refuse(read.form);
  const { intent, reason } = read.data;
  const given = { assignmentId: place.id, actor, ...pressOf(values), reason };
  const result = await {
    accept: () => acceptInvitation({ ...given, ...read.data }),
    decline: () => declineInvitation(given),
    withdraw: () => withdrawFrom(given),
    release: () => releasePlace(given),
    keep: () => decideConflict({ ...given, keep: true }),
    bar: () => decideConflict({ ...given, keep: false }),
    remind: () => remindChallenger({ ...given, personId: place.personId }),
  }[intent]();
  const outcome = outcomeOf(result, refusalWords);
  if (outcome.ok) return redirectWith(`/assignments/${place.id}`, { title: done[intent], text: intent === "accept" && read.data.conflict !== "" ? "The coordinator reads what you declared and decides whether you can come." : intent === "accept" ? "The date comes to your calendar by email, and you are told when there is something to read." : "" });
  if (outcome.status === 404) return redirect(`/assignments/${place.id}`);
  return notDone(outcome, values, result.kind === "refused" ? fieldOf[result.reason] : undefined);
}

export default function AssignmentRoute() {
  const { place, timeline, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  const may = (event: string) => place.steps.some((step) => step.event === event);
  const press = <><input type="hidden" name="revision" value={place.revision} /><input type="hidden" name="requestKey" value={requestKey} /></>;
  const mayAnswer = place.self && place.state === "invited";
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[place.self ? { label: "My challenges", href: "/assignments" } : { label: "Challengers", href: "/challengers" }]} />
      <PageHeading caption={place.self ? undefined : place.name} status={<Pill kind={place.state === "accepted" || place.state === "completed" ? "calm" : "quiet"}>{stateLabels[place.state]}</Pill>}>{sentence(place.activityTitle)}</PageHeading>
      <div className="app-measure">
        <p className="govuk-body">{stateSentences[place.state]}</p>
        <Facts place={place} />
        {mayAnswer ? <AnswerForms form={form} press={press} place={place} barred={["independent", "trainingHolds", "dayFree"].map((guard) => place.steps.find((step) => step.blockedBy === guard)?.blockedBy).find(Boolean)} /> : null}
        {may("conflict.keep") ? (
          <form method="post" noValidate>
            {press}
            <h2 className="govuk-heading-m">What {place.name} declared</h2>
            <InsetText><span className="app-prewrap">{place.conflict}</span></InsetText>
            <TextArea form={form} name="reason" label="Why you decide so (optional)" rows={3} hint="The challenger can read it here. It is not put into emails." />
            <div className="govuk-button-group">
              <Button name="intent" value="keep">It is no bar: they can come</Button>
              <Button kind="secondary" name="intent" value="bar">It is a bar: release them</Button>
            </div>
          </form>
        ) : null}
        {place.keeps && may("assignment.release") ? (
          <Details summary="Remind, or release the place">
            {may("reminder.send") ? <form method="post">{press}<Button kind="secondary" name="intent" value="remind">Send {place.name} a reminder</Button></form> : null}
            <form method="post" noValidate>
              {press}
              <TextArea form={form} name="reason" label="Why you release the place (optional)" rows={3} />
              <WarningButton name="intent" value="release">Release the place</WarningButton>
            </form>
          </Details>
        ) : null}
        {place.self && may("assignment.withdraw") ? (
          <Details summary="You can no longer come?" open={Boolean(form.errors["withdrawReason"])}>
            <form method="post" noValidate>
              {press}
              <TextArea form={form} name="withdrawReason" label="Why can you no longer come?" rows={3} hint="The coordinator can read it. The place goes to somebody else at once." />
              <WarningButton name="intent" value="withdraw">Withdraw</WarningButton>
            </form>
          </Details>
        ) : null}
        <Details summary="What has happened"><RecordTimeline entries={timeline} /></Details>
      </div>
    </>
  );
}

function Facts({ place }: { readonly place: AssignmentPage }) {
  const when = place.from ? (place.to && place.to !== place.from ? `${formatDate(place.from)} to ${formatDate(place.to, { year: true })}` : formatDate(place.from, { year: true })) : "No date yet";
  const hours = place.from && place.hours ? `, ${formatTime(place.hours.from)} to ${formatTime(place.hours.to)}` : "";
  return (
    <SummaryList
      rows={[
        ...(place.self ? [] : [{ key: "Challenger", value: <><a className="govuk-link" href={`/challengers/${place.challengerId}`}>{place.name}</a>, {place.employers.map(({ name }) => name).join(", ") || "no authority"}</> }]),
        { key: "As", value: roleLabels[place.role] },
        { key: "When", value: `${when}${hours}` },
        ...(place.from && place.where ? [{ key: "Where", value: place.where }] : []),
        { key: "Challenged", value: place.hosts.map(({ name }) => name).join(", ") || "Not known yet" },
        ...(place.why ? [{ key: place.self ? "Why you" : "Why", value: place.why }] : []),
        ...(place.others.length > 0 ? [{ key: "With", value: place.others.map(({ name, role }) => (role === "lead" ? `${name} (leads)` : name)).join(", ") }] : []),
        ...(place.state === "invited" ? [{ key: "Answer by", value: formatDate(place.respondBy, { year: true }) }] : []),
        ...(place.codeSignedAt ? [{ key: "Code of conduct", value: `Signed ${formatDate(place.codeSignedAt)}, version ${place.codeVersion ?? ""}` }] : []),
        ...(place.reason ? [{ key: "Reason", value: <span className="app-prewrap">{place.reason}</span> }] : []),
        ...(place.activityPath ? [{ key: "Everything about it", value: <a className="govuk-link" href={place.activityPath}>Open the session or visit</a> }] : []),
      ]}
    />
  );
}

function AnswerForms({ form, press, place, barred }: { readonly form: FormState; readonly press: React.ReactNode; readonly place: AssignmentPage; readonly barred: string | undefined }) {
  return (
    <>
      {barred ? <InsetText>{refusalWords(barred)}</InsetText> : (
        <form method="post" noValidate>
          {press}
          <h2 className="govuk-heading-m">Yes, I can come</h2>
          <Radios
            form={form} name="hasConflict" size="s" label={`Is there anything between you and ${eitherOf(place.hosts.map(({ name }) => name)) || "the authorities challenged"}?`}
            hint="A post you held or applied for, a relative or a friend, a complaint, a contract: anything that somebody could say makes your view less fair."
            choices={[
              { value: "no", label: "No, there is no conflict" },
              { value: "yes", label: "Yes, there is something", reveals: <TextArea form={form} name="conflict" label="What is it?" rows={3} hint="The coordinator alone reads it and decides whether you can come." /> },
            ]}
          />
          <h3 className="govuk-heading-s">Code of conduct</h3>
          <ul className="govuk-list govuk-list--bullet">{codeOfConduct.points.map((point) => <li key={point}>{point}</li>)}</ul>
          <Checkbox form={form} name="signed" label="I will keep to this code of conduct here" />
          <p className="govuk-body">The coordinator and your own director are told.</p>
          <Button name="intent" value="accept">Accept the invitation</Button>
        </form>
      )}
      <form method="post" noValidate>
        {press}
        <h2 className="govuk-heading-m">No, I cannot</h2>
        <TextArea form={form} name="declineReason" label="Why can you not come?" rows={2} hint="The coordinator can read it. The place goes to somebody else at once." />
        <Button kind="secondary" name="intent" value="decline">Decline the invitation</Button>
      </form>
    </>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
