import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { labelOf as placeLabelOf, roleLabels, type Role } from "~/features/assignment/words";
import { AvailabilityPart, ConflictsPart, LevelPart, ThemesPart, TrainingPart } from "~/features/challenger-pool/components/profile-parts";
import { intentOf } from "~/features/challenger-pool/forms";
import { outcomeOf } from "~/features/challenger-pool/outcome";
import { press } from "~/features/challenger-pool/pressing.server";
import { authoritiesToName, profileOf, trainingsOf } from "~/features/challenger-pool/queries.server";
import { labelOf, levelLabels, stateSentences } from "~/features/challenger-pool/words";
import { recordTimeline } from "~/features/timeline";
import { RecordTimeline } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, counted, Details, ErrorSummary, formatDate, formatLongDate, formOf, InsetText, PageHeading, Pill, readForm, SummaryList, Table, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "challenger" }, title: (page: { profile: { name: string } }) => `${page.profile.name} as a challenger` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const profile = await profileOf(actor, args.params["challengerId"]);
  if (!profile) throw notFound();
  const changes = profile.self || profile.keeps;
  const [trainings, authorities, timeline] = await Promise.all([changes ? trainingsOf(profile.regionId) : [], changes ? authoritiesToName(profile.regionId) : [], recordTimeline(profile.id, { emails: profile.keeps })]);
  return { profile, trainings, authorities, timeline, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const profile = await profileOf(actor, args.params["challengerId"]);
  if (!profile) throw notFound();
  const values = readForm(await readBody(args.request));
  const intent = intentOf(values);
  if (!intent) return redirect(`/challengers/${profile.id}`);
  const pressed = await press(intent, profile, values, actor);
  if ("form" in pressed) return refuse(pressed.form);
  const outcome = outcomeOf(pressed.result);
  if (outcome.ok) return redirectWith(`/challengers/${profile.id}`, { title: pressed.done });
  return notDone(outcome, values, pressed.field);
}

export default function ChallengerRoute() {
  const { profile, trainings, authorities, timeline, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.form;
  const intent = valueOf(answered, "intent");
  // Several forms on one page: what was typed goes back into its own.
  const form = (own: string, values: Parameters<typeof formOf>[0]) => (intent === own && answered ? answered : formOf(values));
  const may = (event: string) => profile.steps.some((step) => step.event === event);
  const keys = <><input type="hidden" name="revision" value={profile.revision} /><input type="hidden" name="requestKey" value={requestKey} /></>;
  const changes = profile.self || profile.keeps;
  return (
    <>
      <ErrorSummary form={answered} />
      <Breadcrumbs crumbs={[profile.keeps ? { label: "Challengers", href: `/challengers?region=${profile.regionId}` } : { label: "My challenges", href: "/assignments" }]} />
      <PageHeading caption={`Challengers, ${profile.region}`} status={<Pill kind={profile.state === "trainingExpired" ? "late" : "quiet"}>{labelOf(profile.state)}</Pill>}>{profile.name}</PageHeading>
      <div className="app-measure">
        <p className="govuk-body">{stateSentences[profile.state]}</p>
        {may("endorsement.refuse") ? <p><Button href={`/challengers/${profile.id}/endorsement`}>Read and decide about the application</Button></p> : null}
        {profile.reason ? <InsetText><strong>Reason given:</strong> <span className="app-prewrap">{profile.reason}</span></InsetText> : null}
        <SummaryList
          rows={[
            { key: "Employed by", value: profile.employers.map(({ name }) => name).join(", ") || "No authority" },
            { key: "Level", value: levelLabels[profile.level] },
            { key: "Themes", value: profile.themes.join(", ") || "None chosen yet" },
            ...(profile.about ? [{ key: "Brings", value: <span className="app-prewrap">{profile.about}</span> }] : []),
            { key: "Training", value: profile.trainedUntil ? `Good until ${formatLongDate(profile.trainedUntil)}` : "None on record" },
            { key: "Load", value: `${profile.load} of ${profile.maxLoad} sessions and visits this year` },
            { key: "Record", value: recordWords(profile.places) },
          ]}
        />
        {profile.self && ["left", "notEndorsed"].includes(profile.state) ? <p className="govuk-body"><a className="govuk-link" href="/challengers/apply">Apply again</a></p> : null}
        {changes ? (
          <>
            <TrainingPart profile={profile} trainings={trainings} form={form} keys={keys} mayBook={may("training.book")} mayRecord={profile.keeps && (may("training.renew") || may("training.renewMeanwhile") || may("training.attend"))} />
            <AvailabilityPart profile={profile} form={form} />
            <ThemesPart profile={profile} form={form} />
            <ConflictsPart profile={profile} authorities={authorities} form={form} />
            {profile.keeps ? <LevelPart profile={profile} form={form} /> : null}
          </>
        ) : null}
        {profile.places.length > 0 ? (
          <Table
            caption="Sessions and visits"
            columns={[
              { key: "what", heading: "What", cell: (place) => (changes ? <a className="govuk-link" href={`/assignments/${place.id}`}>{place.activityTitle}</a> : place.activityTitle) },
              { key: "on", heading: "When", cell: (place) => (place.on ? formatDate(place.on) : "No date") },
              { key: "as", heading: "As", cell: (place) => roleLabels[place.role as Role] },
              { key: "state", heading: "State", cell: (place) => placeLabelOf(place.state) },
            ]}
            rows={profile.places}
            rowKey={(place) => place.id}
          />
        ) : null}
        {may("application.withdraw") ? <form method="post">{keys}<Button kind="secondary" name="intent" value="withdraw">Withdraw the application</Button></form> : null}
        {profile.keeps && may("reminder.send") && ["awaitingEndorsement", "awaitingTraining", "trainingExpired"].includes(profile.state) ? <form method="post">{keys}<Button kind="secondary" name="intent" value="remind">Send a reminder to whoever holds the next step</Button></form> : null}
        {may("pool.leave") ? <p className="govuk-body"><a className="govuk-link" href={`/challengers/${profile.id}/leave`}>{profile.self ? "Leave the pool" : "Take them out of the pool"}</a></p> : null}
        <Details summary="What has happened"><RecordTimeline entries={timeline} /></Details>
      </div>
    </>
  );
}

function recordWords(places: readonly { readonly state: string; readonly role: string }[]): string {
  const done = places.filter(({ state }) => state === "completed");
  const led = done.filter(({ role }) => role === "lead").length;
  if (done.length === 0) return "Nothing completed yet";
  return `${counted(done.length, "session or visit", "sessions and visits")} completed${led > 0 ? `, ${led} as lead` : ""}`;
}
