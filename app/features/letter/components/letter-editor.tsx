import { AutosaveForm, Button, ButtonGroup, Details, Fieldset, Select, TextArea, TextInput, formatDateTime, type FormState } from "~/ui";
import { LONGEST_HEADING, SECTIONS, sectionTitles, type Section } from "../content";
import type { FindingForLetter } from "../draft";
import type { LetterToEdit, ParagraphToEdit } from "../editor.server";
import { boxOf, placeOf } from "../forms";
import { kindTitles } from "../words";

interface Props {
  readonly recordId: string;
  readonly letter: LetterToEdit;
  readonly form: FormState;
  /** The id of the paragraph that this page may add. */
  readonly newId: string;
  /** What the green button says: saving, and where it then leads. */
  readonly onward: string;
}

/**
 * The whole letter in one form: every button saves what is typed in every box before it does its own work,
 * so that nothing is lost without script either.
 */
export function LetterEditor({ recordId, letter, form, newId, onward }: Props) {
  const base = `/challenge-records/${recordId}`;
  return (
    <AutosaveForm draftKey={`letter.${recordId}`} saveTo={`${base}/letter/autosave`} conflictHref={`${base}/letter/conflicts`} className="app-letter-editor">
      {/* Enter in a heading presses the first button of the form: it must be the harmless one. */}
      <Button kind="secondary" name="intent" value="save">Save</Button>
      <input type="hidden" name="newId" value={newId} />
      {SECTIONS.map((section) => <SectionEditor key={section} section={section} base={base} letter={letter} form={form} />)}
      <TakenOut letter={letter} form={form} />
      <ButtonGroup><Button name="intent" value="send">{onward}</Button><Button kind="secondary" name="intent" value="save">Save</Button></ButtonGroup>
    </AutosaveForm>
  );
}

function TakenOut({ letter, form }: { readonly letter: LetterToEdit; readonly form: FormState }) {
  if (letter.takenOut.length === 0) return null;
  return (
    <Details summary={letter.takenOut.length === 1 ? "1 paragraph was taken out" : `${letter.takenOut.length} paragraphs were taken out`}>
      {letter.takenOut.map(({ id, words }) => {
        const name = shortened(words.heading || words.text, 60);
        return (
          <div key={id} className="app-record">
            <p className="govuk-body-s"><b>{words.heading}</b> <span className="app-prewrap">{shortened(words.text)}</span></p>
            <Select form={form} name={boxOf.part(id)} label={<>Into which part<span className="govuk-visually-hidden"> ({name})</span></>} options={SECTIONS.map((section) => ({ value: section, label: sectionTitles[section] }))} />
            <Button kind="secondary" name="intent" value={`back:${id}`} about={name}>Put back</Button>
          </div>
        );
      })}
    </Details>
  );
}

function SectionEditor({ section, base, letter, form }: { readonly section: Section; readonly base: string; readonly letter: LetterToEdit; readonly form: FormState }) {
  const paragraphs = letter.paragraphs.filter((paragraph) => paragraph.section === section);
  return (
    <section aria-labelledby={`part-${section}`} className="app-letter-part">
      <h2 className="govuk-heading-m" id={`part-${section}`}>{sectionTitles[section]}</h2>
      {paragraphs.length === 0 ? <p className="govuk-body app-soft">Nothing here yet, so this part is not in the letter.</p> : null}
      {paragraphs.map((paragraph, index) => <ParagraphEditor key={paragraph.id} number={index + 1} paragraph={paragraph} base={base} leftOut={letter.leftOut} form={form} />)}
      <Button kind="secondary" name="intent" value={`add:${section}`} about={`to ${sectionTitles[section]}`}>Add a paragraph</Button>
    </section>
  );
}

function ParagraphEditor({ number, paragraph, base, leftOut, form }: {
  readonly number: number;
  readonly paragraph: ParagraphToEdit;
  readonly base: string;
  readonly leftOut: readonly FindingForLetter[];
  readonly form: FormState;
}) {
  const { id, words, findings } = paragraph;
  const name = `${sectionTitles[paragraph.section]}, paragraph ${number}`;
  const hidden = <span className="govuk-visually-hidden"> ({name})</span>;
  return (
    <div className="app-letter-paragraph" id={placeOf(id)}>
      <Fieldset legend={`Paragraph ${number}`} size="s" role="group">
        <input type="hidden" name={boxOf.headingRevision(id)} value={words.headingRevision} />
        <input type="hidden" name={boxOf.textRevision(id)} value={words.textRevision} />
        <TextInput form={form} name={boxOf.heading(id)} label={<>Heading, if it needs one{hidden}</>} maxLength={LONGEST_HEADING} />
        <TextArea form={form} name={boxOf.text(id)} label={<>What it says{hidden}</>} hint="An empty line begins a new paragraph." rows={rowsFor(words.text)} spellCheck />
        <FindingsOf base={base} paragraph={paragraph} findings={findings} leftOut={leftOut} form={form} name={name} />
        <div className="govuk-button-group app-letter-paragraph__acts">
          {paragraph.up ? <Button kind="secondary" name="intent" value={`up:${id}:${paragraph.up}`} about={name}>Move up</Button> : null}
          {paragraph.down ? <Button kind="secondary" name="intent" value={`down:${id}:${paragraph.down}`} about={name}>Move down</Button> : null}
          <Button kind="secondary" name="intent" value={`add:${paragraph.section}:${id}`} about={`after ${name}`}>Add one below</Button>
          <Button kind="secondary" name="intent" value={`remove:${id}`} about={name}>Take out</Button>
        </div>
        <p className="govuk-body-s app-soft">
          {words.by && words.at ? `Last saved by ${words.by}, ${formatDateTime(words.at)}. ` : null}
          {words.textRevision > 0 ? <a className="govuk-link" href={`${base}/letter/history/${id}`}>History{hidden}</a> : null}
        </p>
      </Fieldset>
    </div>
  );
}

function FindingsOf({ base, paragraph, findings, leftOut, form, name }: {
  readonly base: string;
  readonly paragraph: ParagraphToEdit;
  readonly findings: readonly FindingForLetter[];
  readonly leftOut: readonly FindingForLetter[];
  readonly form: FormState;
  readonly name: string;
}) {
  if (findings.length === 0 && leftOut.length === 0) return null;
  return (
    <Details summary={findings.length === 0 ? "It rests on no finding" : findings.length === 1 ? "It rests on 1 finding" : `It rests on ${findings.length} findings`} open={findings.length > 0 && findings.length < 3}>
      {findings.map((finding) => (
        <div key={finding.id} className="app-record">
          <p className="govuk-body-s"><b>{kindTitles[finding.kind]}, {finding.theme}.</b> <span className="app-prewrap">{shortened(finding.text)}</span></p>
          <p className="govuk-body-s">
            <a className="govuk-link" href={`${base}/findings/${finding.id}`}>Open the finding<span className="govuk-visually-hidden">: {shortened(finding.text, 60)}</span></a>{" "}
            <button type="submit" className="app-link-button" name="intent" value={`unlink:${paragraph.id}:${finding.id}`}>Take its link off<span className="govuk-visually-hidden"> {name}: {shortened(finding.text, 60)}</span></button>
          </p>
        </div>
      ))}
      {leftOut.length > 0 ? (
        <>
          <Select form={form} name={boxOf.finding(paragraph.id)} label={<>A finding that is not in the letter yet<span className="govuk-visually-hidden"> ({name})</span></>} blank="Choose a finding" options={leftOut.map((finding) => ({ value: finding.id, label: `${kindTitles[finding.kind]}, ${finding.theme}: ${shortened(finding.text, 60)}` }))} />
          <Button kind="secondary" name="intent" value={`link:${paragraph.id}`} about={name}>Rest it on this finding</Button>
        </>
      ) : null}
    </Details>
  );
}

const rowsFor = (text: string) => Math.min(16, Math.max(4, Math.ceil(text.length / 85) + 1));

/** The beginning of a text, cut at a word. */
function shortened(text: string, most = 240): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s+\S*$/, "")}…`;
}
