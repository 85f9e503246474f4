import { Button } from "~/ui";

import { actWords, isEvent, sayRefusal, stepPath } from "../words";

interface Step {
  readonly event: string;
  readonly blockedBy?: string | undefined;
  readonly tells: readonly string[];
}

/**
 * The steps a person has on a round: what each does and who will be told. The first that moves the
 * round on is the page's one green button; one that cannot be taken yet says what is missing.
 */
export function StepList({ cycleId, steps }: { readonly cycleId: string; readonly steps: readonly Step[] }) {
  const known = steps.filter((step) => isEvent(step.event));
  if (known.length === 0) return null;
  const forward = (event: string) => !["dates.move", "authority.join", "round.cancel", "submissions.reopen"].includes(event);
  const main = known.find((step) => forward(step.event));
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">What you can do</h2>
      {main ? <MainStep cycleId={cycleId} step={main} /> : null}
      <ul className="govuk-list">
        {known.filter((step) => step !== main).map((step) => (
          <li key={step.event}><a className="govuk-link" href={stepPath(cycleId, step.event)}>{isEvent(step.event) ? actWords[step.event].title : step.event}</a></li>
        ))}
      </ul>
    </section>
  );
}

function MainStep({ cycleId, step }: { readonly cycleId: string; readonly step: Step }) {
  if (!isEvent(step.event)) return null;
  const words = actWords[step.event];
  return (
    <>
      <p className="govuk-body">{words.what} Told by email: {step.tells.join("; ")}.</p>
      {step.blockedBy ? (
        <p className="govuk-body"><b>{words.title}</b>: not yet. {sayRefusal(step.blockedBy)}{step.event === "round.open" ? <> <a className="govuk-link" href={stepPath(cycleId, step.event)}>Check the draft</a></> : null}</p>
      ) : (
        <Button href={stepPath(cycleId, step.event)}>{step.event === "round.open" ? "Check and open" : words.button}</Button>
      )}
    </>
  );
}
