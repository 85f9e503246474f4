/** What was typed, by field name. A name that occurs several times (checkboxes) holds a list. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form as it goes back to the person: everything typed, and what is wrong with it, so that nothing is lost. */
export type FormState = {
  readonly values: FormValues;
  /** One message a field, saying how to mend it. The order is the order in the summary. */
  readonly errors: Readonly<Record<string, string>>;
  /** Messages that belong to no single field. */
  readonly general?: readonly string[] | undefined;
};

/** One thing wrong, in the shape that zod reports it: an empty path means the whole form. */
export type FormIssue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** An untouched form. */
export const blankForm: FormState = { values: {}, errors: {} };

/** A form filled with what is already known, with nothing wrong. */
export function formOf(values: FormValues): FormState {
  return { values, errors: {} };
}

/** Reads what was posted: names that repeat become lists, and files are left out since they cannot be sent back. */
export function readForm(data: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== "string") continue;
    // Browsers post line breaks as CR LF and scripts as LF: one form of them, or every save would look like a change.
    // Null characters are typed by nobody, and the database takes none.
    const text = value.replace(/\r\n?/g, "\n").replaceAll("\0", "");
    const before = values[name];
    if (before === undefined) values[name] = text;
    else values[name] = Array.isArray(before) ? [...before, text] : [before, text];
  }
  return values;
}

/**
 * The form as typed with what is wrong with it, from zod's issues or any of that shape.
 * Only the first message of a field is kept: mending it usually mends the rest.
 */
export function refusedForm(values: FormValues, issues: readonly FormIssue[]): FormState {
  const errors: Record<string, string> = {};
  const general: string[] = [];
  for (const issue of issues) {
    const name = issue.path.map(String).join(".");
    if (name === "") general.push(issue.message);
    else errors[name] ??= issue.message;
  }
  return general.length > 0 ? { values, errors, general } : { values, errors };
}

/** Adds one message to a form; without a field name it belongs to the whole form. */
export function withError(form: FormState, message: string, name?: string): FormState {
  if (name === undefined) return { ...form, general: [...(form.general ?? []), message] };
  return { ...form, errors: { ...form.errors, [name]: message } };
}

/** True when the form must go back to the person. */
export function hasErrors(form: FormState | null | undefined): form is FormState {
  return form != null && (Object.keys(form.errors).length > 0 || (form.general?.length ?? 0) > 0);
}

/** What was typed in a field, or an empty string. */
export function valueOf(form: FormState | undefined, name: string): string {
  const value = form?.values[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** Everything ticked under a name. */
export function valuesOf(form: FormState | undefined, name: string): readonly string[] {
  const value = form?.values[name];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** The element id of a field: its name, with what an id and a link to it cannot hold replaced. */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, "-");
}

/** What PressFields had the form carry: the revision that was looked at, and the key by which a double press acts once. What cannot be either is passed over. */
export function pressOf(values: FormValues): { readonly expectedRevision?: number; readonly requestKey?: string } {
  const form = formOf(values);
  const [revision, requestKey] = [valueOf(form, "revision"), valueOf(form, "requestKey")];
  return {
    ...(/^\d{1,9}$/.test(revision) ? { expectedRevision: Number(revision) } : {}),
    ...(/^[\w-]{8,80}$/.test(requestKey) ? { requestKey } : {}),
  };
}
