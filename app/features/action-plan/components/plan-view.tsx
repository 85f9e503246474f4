import { TextParagraphs } from "~/features/document/parts";
import { DateText, Details, Pill, Table, formatDateTime, type Column } from "~/ui";
import { statusWords, type ActionShown, type AreaShown } from "../content";

/** How an action stands, as a word. Late is said only of what is not finished. */
export function ActionStatus({ action, today }: { readonly action: ActionShown; readonly today: string }) {
  const open = action.status === null || action.status === "notStarted" || action.status === "underWay";
  return (
    <>
      {open && action.dueOn < today ? <><Pill kind="late">Late</Pill> </> : null}
      {action.status ? <Pill kind={action.status === "done" ? "calm" : action.status === "stopped" ? "quiet" : "warn"}>{statusWords[action.status]}</Pill> : <span className="app-soft">Nothing said yet</span>}
    </>
  );
}

/** The areas of the letter with how each is answered, and how each action goes once there is something to say. */
export function PlanView({ areas, today, following, children }: {
  readonly areas: readonly AreaShown[];
  readonly today: string;
  /** True once the plan is agreed: then statuses are shown. */
  readonly following: boolean;
  /** What stands under each area: a link to answer it. */
  readonly children?: (area: AreaShown) => React.ReactNode;
}) {
  const columns: readonly Column<ActionShown>[] = [
    { key: "what", heading: "What", cell: (action) => <span className="app-prewrap">{action.what}</span> },
    { key: "owner", heading: "Who", cell: (action) => action.owner },
    { key: "due", heading: "By when", cell: (action) => <DateText when={action.dueOn} year /> },
    ...(following ? [{ key: "status", heading: "How it stands", cell: (action: ActionShown) => <ActionStatus action={action} today={today} /> }] : []),
  ];
  return (
    <>
      {areas.map((area) => (
        <section key={area.id} aria-labelledby={`area-${area.id}`} className="app-plan-area">
          <h2 className="govuk-heading-m" id={`area-${area.id}`}>{area.number}. {area.title}</h2>
          <Details summary="What the letter says"><TextParagraphs text={area.text} /></Details>
          {area.noActionBecause !== null ? <p className="govuk-body app-measure"><b>No action, because: </b><span className="app-prewrap">{area.noActionBecause}</span></p> : null}
          {area.actions.length > 0 ? <Table caption={`Actions on ${area.title}`} captionSize="s" columns={columns} rows={area.actions} rowKey={(action) => action.id} /> : null}
          {area.actions.map((action) => <Said key={action.id} action={action} />)}
          {area.noActionBecause === null && area.actions.length === 0 ? <p className="govuk-body app-soft">Not answered yet.</p> : null}
          {children?.(area)}
        </section>
      ))}
    </>
  );
}

/** What was said of one action, and what the review found had changed. */
function Said({ action }: { readonly action: ActionShown }) {
  const updates = action.updates.filter(({ text }) => text !== "");
  if (updates.length === 0 && !action.changed) return null;
  return (
    <div className="app-record">
      <p className="govuk-body-s"><b>{action.what}</b></p>
      {action.changed ? <p className="govuk-body-s app-prewrap">What changed: {action.changed}</p> : null}
      {updates.map((update, index) => <p key={index} className="govuk-body-s"><span className="app-prewrap">{update.text}</span> <span className="app-soft">{statusWords[update.status]}, {update.by}, {formatDateTime(update.at)}</span></p>)}
    </div>
  );
}
