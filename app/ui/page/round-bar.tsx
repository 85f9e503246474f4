import type { RoundSteps } from "../root-data";

/** Where we are in the year: the steps of the round, the present one marked in weight and for screen readers. */
export function RoundBar({ round }: { readonly round: RoundSteps }) {
  return (
    <nav className="app-round" aria-label="The year">
      <div className="app-width app-round__in">
        <a className="app-round__name" href={round.href}>{round.name}</a>
        <ol className="app-round__steps">
          {round.steps.map((step) => (
            <li key={step.label} aria-current={step.current ? "step" : undefined}>{step.label}</li>
          ))}
        </ol>
      </div>
    </nav>
  );
}
