import { figureInWords, outlierWords } from "~/features/indicator/words";
import { Pill } from "~/ui";
import type { Figure } from "../content";

/** One indicator's figures, beside the box or the text that explains them. */
export function Figures({ figure, authority, region }: { readonly figure: Figure; readonly authority: string; readonly region: string }) {
  const cells = [
    { heading: authority, value: figure.authority },
    { heading: "England", value: figure.england },
    { heading: region, value: figure.region },
    { heading: "Middle of statistical neighbours", value: figure.neighbours },
  ];
  return (
    <div className="app-figures">
      <p className="govuk-body-s"><b>{figure.label}</b>, {figure.period} {figure.outlier ? <Pill kind="warn">{outlierWords[figure.outlier]}</Pill> : null}</p>
      <dl className="app-figures__list">
        {cells.map((cell) => (
          <div key={cell.heading}><dt>{cell.heading}</dt><dd>{figureInWords(cell.value, figure.unit)}</dd></div>
        ))}
      </dl>
    </div>
  );
}
