import { useId, type ReactNode } from "react";
import { classNames } from "../class-names";
import { Pill, type PillKind } from "../own/pill";

export type Task = {
  readonly title: ReactNode;
  /** Without an address the task cannot be started yet; say why in the hint. */
  readonly href?: string | undefined;
  readonly hint?: ReactNode;
  readonly status: string;
  /** Done is plain text, so that what is left stands out. */
  readonly kind?: PillKind | "done" | undefined;
};

/** The parts of one large thing and how far each is. Keep the number of different statuses small. */
export function TaskList({ tasks, label }: { readonly tasks: readonly Task[]; readonly label?: string | undefined }) {
  const prefix = `task${useId().replace(/:/g, "")}`;
  return (
    <ul className="govuk-task-list" aria-label={label}>
      {tasks.map((task, index) => {
        const statusId = `${prefix}-${index + 1}-status`;
        const hintId = task.hint ? `${prefix}-${index + 1}-hint` : undefined;
        return (
          <li key={index} className={classNames("govuk-task-list__item", task.href && "govuk-task-list__item--with-link")}>
            <div className="govuk-task-list__name-and-hint">
              {task.href ? (
                <a className="govuk-link govuk-task-list__link" href={task.href} aria-describedby={classNames(hintId, statusId)}>{task.title}</a>
              ) : <div>{task.title}</div>}
              {task.hint ? <div id={hintId} className="govuk-task-list__hint">{task.hint}</div> : null}
            </div>
            <div className={classNames("govuk-task-list__status", !task.href && "govuk-task-list__status--cannot-start-yet")} id={statusId}>
              {task.kind === "done" ? task.status : <Pill kind={task.kind}>{task.status}</Pill>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
