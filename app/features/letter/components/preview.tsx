import { ChildDataWarning } from "~/features/child-data/parts";
import { Button, ButtonGroup, Details, type FormState, InsetText, PressFields, ToldSentence } from "~/ui";
import { sectionTitles } from "../content";
import type { LetterPreview } from "../preview.server";
import { ChangesView } from "./changes-view";
import { LetterView } from "./letter-view";

/** The letter as it would be frozen, what stands in the way, and the button that freezes it. */
export function Preview({ recordId, preview, form, revision, requestKey, tells, button, explains }: {
  readonly recordId: string;
  readonly preview: LetterPreview;
  readonly form: FormState;
  readonly revision: number;
  readonly requestKey: string;
  readonly tells: readonly string[];
  readonly button: string;
  readonly explains: string;
}) {
  const base = `/challenge-records/${recordId}`;
  const { missing, conflicts, toCheck, changes, since } = preview;
  const blocked = missing.length > 0 || conflicts > 0;
  return (
    <>
      <p className="govuk-body-l">{explains}</p>
      {missing.length > 0 ? <InsetText>It has no {missing.map((section) => sectionTitles[section].toLowerCase()).join(" and no ")}. A letter must have both. <a className="govuk-link" href={`${base}/letter`}>Write them in</a></InsetText> : null}
      {conflicts > 0 ? <InsetText>Two people wrote one paragraph at the same time. <a className="govuk-link" href={`${base}/letter/conflicts`}>Choose what to keep</a></InsetText> : null}
      {changes && since !== null ? (
        <Details summary={`What changed since version ${since}`} open={changes.length > 0 && changes.length < 4}><ChangesView changes={changes} level={2} /></Details>
      ) : null}
      <section className="app-card app-letter-preview" aria-label="The letter"><LetterView letter={preview.letter} /></section>
      <form method="post" noValidate className="app-measure">
        <PressFields revision={revision} requestKey={requestKey} />
        {toCheck.map(({ key, title, text, hits }) => (
          <section key={key} aria-label={title}>
            <h2 className="govuk-heading-m">{title}</h2>
            <ChildDataWarning text={text} hits={hits} form={form} />
          </section>
        ))}
        {blocked ? null : <ToldSentence tells={tells} />}
        <ButtonGroup>
          {blocked ? null : <Button>{button}</Button>}
          <a className="govuk-link" href={`${base}/letter`}>Go on writing</a>
        </ButtonGroup>
      </form>
    </>
  );
}
