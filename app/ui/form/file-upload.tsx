import { classNames } from "../class-names";
import { ErrorMessage, fieldIds, FormGroup, Hint, Label, type FieldProps } from "./field";

/** A file to send. The form needs `encType="multipart/form-data"`. The script "file-upload" says at once when a file is too big. */
export function FileUpload(props: FieldProps & {
  /** Kinds offered by the browser's file chooser, for example ".pdf,.docx"; the server looks at the content. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly maxBytes?: number | undefined;
}) {
  const { id, error, hintId, errorId, describedBy } = fieldIds(props);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={props.size} asHeading={props.asHeading} hidden={props.hideLabel}>{props.label}</Label>
      <Hint id={hintId}>{props.hint}</Hint>
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <input
        className={classNames("govuk-file-upload", error && "govuk-file-upload--error")} id={id} name={props.name} type="file"
        accept={props.accept} multiple={props.multiple} data-max-bytes={props.maxBytes}
        aria-describedby={describedBy} aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  );
}
