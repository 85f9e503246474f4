import type { ReactNode } from "react";
import * as ui from "~/ui";
import { RegionMap } from "~/ui/map/region-map";
import { PageFrame } from "~/ui/page/page-frame";
import { ErrorPage } from "~/ui/page/error-page";
import type { RootData } from "~/ui/root-data";

export const now = new Date("2026-11-21T10:00:00Z");

export const frame: RootData = {
  person: { name: "Rosa Whitfield", role: "South East coordinator", key: "k1" },
  nav: ["Your tasks", "Round", "Programmes", "Events", "Library", "People"].map((label, index) => ({ label, href: `/${index}`, current: index === 0 })),
  round: {
    name: "Round 2026/27", href: "/rounds/1",
    steps: ["Self-assessment", "Triads", "Challenge", "Summit 19 March", "Plan"].map((label, index) => ({ label, current: index === 0 })),
  },
  demo: true, flash: { kind: "success", title: "Reminder sent to 4 authorities", text: "Kent, Medway, Slough and Surrey will have it within a minute." },
  idle: { warnAfterSeconds: 1500, endsAfterSeconds: 1800 }, nonce: "",
};

const wrong: ui.FormState = {
  values: { title: "Children’s social care in Kent", answer: "We have strengthened our front door over the last year", share: "region", "due-day": "31", "due-month": "2", "due-year": "2026", themes: ["send"] },
  errors: { title: "Enter a shorter title", answer: "Shorten the answer to 8 words or fewer", region: "Choose a region", share: "Choose who may read it", due: "The closing date must be a real date, like 24 11 2026", file: "The file is too big" },
  general: ["Somebody else saved this page first"],
};

const items: readonly ui.InboxItem[] = [
  { href: "/t1", title: "Chase Slough’s self-assessment", sub: "With the author of chapter 3, Quality of practice. Last reminder 17 Nov.", due: ui.dueWords("2026-11-19", now), pill: { label: "Late", kind: "late" } },
  { href: "/t2", title: "Publish the triads for February", sub: "19 authorities in 6 groups. Proven best under your rules.", due: ui.dueWords("2026-11-21", now), pill: { label: "Your decision" } },
  { href: "/t3", title: "Confirm the team for Portsmouth’s visit (SEND)", sub: "4 of 4 places accepted.", due: ui.dueWords("2026-11-24", now, 2), pill: { label: "Ready" } },
  { href: "/t4", title: "Close submissions", sub: "15 of 19 in. Kent, Medway, Slough and Surrey still to sign.", due: ui.dueWords("2026-11-30", now, 6), pill: { label: "15 of 19", kind: "warn" } },
];

const layout: ui.DiagramLayout = {
  width: 640, height: 240,
  nodes: [
    { id: "draft", label: "In progress", x: 0, y: 20, width: 140, height: 54 },
    { id: "sign", label: "Awaiting the director’s signature", x: 240, y: 20, width: 160, height: 54 },
    { id: "done", label: "Submitted", x: 490, y: 20, width: 140, height: 54, final: true },
    { id: "back", label: "Returned", x: 240, y: 160, width: 160, height: 54 },
  ],
  edges: [
    { from: "draft", to: "sign", label: "put forward", points: [{ x: 140, y: 47 }, { x: 240, y: 47 }] },
    { from: "sign", to: "done", label: "sign", points: [{ x: 400, y: 47 }, { x: 490, y: 47 }] },
    { from: "sign", to: "back", label: "return", points: [{ x: 320, y: 74 }, { x: 320, y: 160 }] },
    { from: "back", to: "draft", label: "open again", points: [{ x: 240, y: 187 }, { x: 70, y: 187 }, { x: 70, y: 74 }] },
  ],
};

const places = ([
  ["Hampshire", 51.06, -1.31, 1], ["Isle of Wight", 50.67, -1.33, 1], ["Portsmouth", 50.82, -1.07, 1], ["Southampton", 50.92, -1.4, 1],
  ["Buckinghamshire", 51.77, -0.81, 2], ["Milton Keynes", 52.04, -0.74, 2], ["Oxfordshire", 51.75, -1.26, 2], ["Kent", 51.2, 0.72, 5], ["East Sussex", 50.9, 0.3, 5], ["Medway", 51.42, 0.56, 5],
] as const).map(([name, latitude, longitude, group]) => ({ name, latitude, longitude, group }));

const people = [{ id: "1", name: "Ana Field", post: "Director of children’s services", open: 3 }, { id: "2", name: "Bo Marsh", post: "Performance lead", open: 12 }];

const columns = [{ key: "written", heading: "Written" }, { key: "signed", heading: "Signed", sub: "due 30 Nov" }, { key: "ce", heading: "Chief executive" }, { key: "lm", heading: "Lead member" }, { key: "shared", heading: "Shared" }];
const chase = ["Bracknell Forest", "Brighton and Hove", "Buckinghamshire", "Windsor and Maidenhead"].map((name, index): ui.ChaseRow => ({
  id: String(index), name, href: `/a/${index}`, sub: index === 2 ? "Extension to 7 Dec" : undefined, selectable: index !== 0,
  cells: {
    written: { label: "5 of 5 chapters", kind: "done" },
    signed: index === 3 ? { label: "2 days late", kind: "late", sub: "Ana Field", href: "/x" } : index === 2 ? { label: "9 days left", kind: "warn", sub: "Bo Marsh" } : { label: "18 Nov", kind: "done" },
    ce: index > 1 ? undefined : { label: "Endorsed", kind: "done" },
    lm: index > 0 ? undefined : { label: "Waits", kind: "quiet", sub: "Cllr Joan Ames" },
  },
}));

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <section aria-label={name} id={name}>{children}</section>;
}

/** Pages as they will be met: tasks, a form with errors, a board, a record, and the rest. */
export const pages: Readonly<Record<string, ReactNode>> = {
  tasks: (
    <PageFrame data={frame}>
      <div className="app-columns">
        <div>
          <ui.PageHeading>Your tasks</ui.PageHeading>
          <ui.InboxList items={items} label="What waits for you" />
          <ui.Pagination page={4} pages={9} hrefFor={(n) => `?page=${n}`} />
        </div>
        <aside>
          <ui.Card heading="Self-assessments"><ui.Meter value={15} of={19} label="submitted">Due 30 November. <a className="govuk-link" href="/c">Chase board</a></ui.Meter></ui.Card>
          <ui.Card heading="Challengers"><ui.Meter value={45} of={61} label="available" /></ui.Card>
        </aside>
      </div>
    </PageFrame>
  ),
  form: (
    <PageFrame data={{ ...frame, flash: null }}>
      <ui.BackLink href="/b" />
      <ui.ErrorSummary form={wrong} />
      <ui.PageHeading caption="Kent" status={<ui.Pill kind="warn">Draft</ui.Pill>}>Edit the answer</ui.PageHeading>
      <form method="post" noValidate className="app-measure">
        <ui.TextInput form={wrong} name="title" label="Title" hint="Shown in the list" width={20} />
        <ui.TextInput name="km" label="Distance" suffix="km" width={3} inputMode="numeric" />
        <ui.TextArea form={wrong} name="answer" label="What is going well?" size="s" maxWords={8} hint="Say how you know" />
        <ui.Select form={wrong} name="region" label="Region" blank="Choose a region" options={[{ value: "se", label: "South East" }]} />
        <ui.Radios form={wrong} name="share" label="Who may read it?" size="s" choices={[{ value: "group", label: "The group" }, { value: "region", label: "The whole region", hint: "All 19 authorities", reveals: <ui.TextInput name="why" label="Why?" /> }]} />
        <ui.Checkboxes form={wrong} name="themes" label="Themes" hint="Choose all that apply" choices={[{ value: "send", label: "SEND" }, { value: "early", label: "Early help" }]} />
        <ui.Checkbox name="declare" label="I have read the whole document" />
        <ui.DateInput form={wrong} name="due" label="Closing date" hint="For example, 24 11 2026" />
        <ui.FileUpload form={wrong} name="file" label="Evidence" hint="PDF or Word, up to 10 MB" maxBytes={1000} />
        <ui.Fieldset legend="Dates" size="m"><ui.TextInput name="x" label="Opens" width={10} /></ui.Fieldset>
        <ui.ButtonGroup><ui.Button>Save the answer</ui.Button><ui.Button kind="secondary">Save as a draft</ui.Button><a className="govuk-link" href="/c">Cancel</a></ui.ButtonGroup>
        <ui.WarningButton about="this answer">Withdraw</ui.WarningButton>
      </form>
    </PageFrame>
  ),
  board: (
    <PageFrame data={{ ...frame, flash: null }}>
      <ui.Breadcrumbs crumbs={[{ label: "Round 2026/27", href: "/r" }, { label: "South East", href: "/s" }]} />
      <ui.PageHeading status={<ui.Pill kind="warn">Draft, seen only by you</ui.Pill>}>Triads for February</ui.PageHeading>
      <ui.Certificate title="The best possible under your rules: proven.">No pair has met in the last two rounds. 612 km between members in all.</ui.Certificate>
      <ui.Tabs label="Views" tabs={[{ label: "Waiting", href: "/w", current: true, count: 4 }, { label: "All", href: "/all", current: false, count: 19 }]} />
      <form method="post"><ui.ChaseTable caption="15 of 19 submitted" rowHeading="Authority" columns={columns} rows={chase} selectName="chosen" selected={["3"]} /><ui.Button>Remind the chosen ones</ui.Button></form>
      <RegionMap region="South East" title="Map of the South East with three of the groups" places={places} />
      <ui.BarTable caption="Referrals per 10,000 children" labelHeading="Authority" valueHeading="Rate" bars={[{ label: "Kent", value: 521, shown: "521", mark: true }, { label: "Medway", value: 390, shown: "390" }, { label: "England", value: null, shown: "" }]} />
      <ui.Sparkline caption="Repeat referrals" points={[{ label: "2022", value: 21, shown: "21%" }, { label: "2023", value: null, shown: "" }, { label: "2024", value: 19, shown: "19%" }, { label: "2025", value: 24, shown: "24%" }]} />
    </PageFrame>
  ),
  record: (
    <PageFrame data={{ ...frame, flash: null, round: null }}>
      <ui.NotificationBanner heading="This version is frozen">A change makes a new version.</ui.NotificationBanner>
      <ui.PageHeading caption="Kent">Self-assessment 2026/27</ui.PageHeading>
      <ui.WhoCanSee summary="You, your section authors and the region’s coordinator" readers={[{ who: "Ana Field", why: "director of Kent, who signs it" }, { who: "Rosa Whitfield", why: "coordinator of the South East" }]} />
      <ui.SummaryList rows={[{ key: "Closes", value: <ui.DateText when="2026-11-30" now={now} />, actions: [{ label: "Change", href: "/x", about: "the closing date" }] }, { key: "Signed by", value: <ui.PersonText name="Ana Field" post="DCS" place="Kent" email="ana@example.org" /> }]} />
      <ui.TaskList tasks={[{ title: "Leadership", href: "/1", status: "Finished", kind: "done" }, { title: "Quality of practice", href: "/2", hint: "With Bo Marsh", status: "Started" }, { title: "Sign", status: "Cannot start yet", kind: "quiet" }]} />
      <ui.Table caption="People" columns={[{ key: "n", heading: "Name", cell: (p) => p.name, sort: { href: "?s=n", now: "ascending" } }, { key: "p", heading: "Post", cell: (p) => p.post }, { key: "o", heading: "Open tasks", numeric: true, cell: (p) => p.open, sort: { href: "?s=o", now: "none" } }]} rows={people} rowKey={(p) => p.id} />
      <ui.ProcessDiagram layout={layout} current="sign" title="How a self-assessment moves" />
      <ui.DiffView before="We have a stable workforce and good early help." after="We have a more stable workforce, with good early help in every district." />
      <ui.Timeline entries={[{ id: "2", at: "2026-11-20T14:03:00Z", what: "Returned with a reason", by: "Ana Field", onBehalfOf: "the director", detail: <p>Chapter 3 needs figures.</p>, emails: [{ to: "Bo Marsh", subject: "Kent: chapter 3 came back, due 27 Nov", status: "sent" }] }, { id: "1", at: "2026-11-18T09:00:00Z", what: "Put forward for signature", by: "Bo Marsh" }]} />
      <ui.ConflictView question="What is going well?" mine="Our words." theirs={{ text: "Their words.", by: "Bo Marsh", at: "2026-11-20T14:03:00Z" }} revision={7} cancelHref="/c" />
    </PageFrame>
  ),
  rest: (
    <PageFrame data={{ ...frame, person: null, nav: [], round: null, idle: null, flash: null }}>
      <ui.Panel title="Submitted">Reference <strong>SE-2026-KENT</strong></ui.Panel>
      <Part name="texts">
        <ui.InsetText>The coordinator will be told at once.</ui.InsetText>
        <ui.WarningText>An edit voids both endorsements.</ui.WarningText>
        <ui.Details summary="Why we ask">Because the director signs it.</ui.Details>
        <ui.EmptyState title="Nothing waits for you">You will get an email when something does.</ui.EmptyState>
        <ui.CopyLink url="https://candour.example/calendar/abc" label="Address of your calendar" />
        <ui.Table caption="Nobody" columns={[{ key: "n", heading: "Name", cell: (p: { id: string }) => p.id }]} rows={[]} rowKey={(p) => p.id} empty="Nobody holds a post here yet. Add the first." />
        <ui.AutosaveForm draftKey="a1" savedAt="2026-11-20T14:03:00Z"><ui.TextArea name="answer" label="An answer that saves itself" maxWords={300} /><ui.Button>Save and go on</ui.Button></ui.AutosaveForm>
      </Part>
    </PageFrame>
  ),
  missing: <PageFrame data={null}><ErrorPage status={403} /></PageFrame>,
};
