import { data } from "@remix-run/node";
import type { z } from "zod";
import { readForm, refusedForm, withError, type FormState, type FormValues } from "~/ui/form-state";
import { notFound } from "./enter.server";

export { emailAddress, isTicked, optional, required, ticked } from "~/ui/fields";

/** What a posted form turned out to be: its data, or itself with what is wrong. */
export type ParsedForm<Output> =
  | { readonly ok: true; readonly data: Output; readonly values: FormValues }
  | { readonly ok: false; readonly form: FormState };

/**
 * Checks what was posted against a schema. Nothing typed is lost: the refused form carries every
 * value back, with one message a field. Files are not among the values; read them from the FormData.
 *
 * A schema's fields see a text, a list when a name repeats, or nothing. For checkboxes use `ticked`.
 */
export async function parseForm<Schema extends z.ZodType>(posted: Request | FormData, schema: Schema): Promise<ParsedForm<z.output<Schema>>> {
  const values = readForm(posted instanceof FormData ? posted : await readBody(posted));
  const read = schema.safeParse(values);
  if (read.success) return { ok: true, data: read.data, values };
  return { ok: false, form: refusedForm(values, read.error.issues) };
}

/**
 * The posted form's data.
 * @throws a 400 answer for a body that is no form
 */
export async function readBody(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response(null, { status: 400, statusText: "Bad Request" });
  }
}

/** A form that goes back to the person: 422, with everything typed and what is wrong. */
export function refuse(form: FormState) {
  return data({ form }, { status: 422 });
}

/** A form that was sound but whose act was refused: what is typed stays, with the reason. `field` names where it belongs. */
export function refuseWith(values: FormValues, message: string, field?: string) {
  return refuse(withError({ values, errors: {} }, message, field));
}

/** A form written on an older state of the page: 409, with everything typed. */
export function conflicted(values: FormValues, message: string) {
  return data({ form: withError({ values, errors: {} }, message) }, { status: 409 });
}

/** How an act that was not done is told: what a feature's `outcomeOf` says of it. */
interface NotDone {
  readonly status: 404 | 409 | 422;
  readonly message: string;
}

/**
 * The answer to an act that was not done, with everything typed: on an old page 409, or refused 422, its reason
 * beside the field it belongs to.
 * @throws a page that is not there, for a step that is not this person's
 */
export function notDone({ status, message }: NotDone, values: FormValues, field?: string) {
  if (status === 404) throw notFound();
  return status === 409 ? conflicted(values, message) : refuseWith(values, message, field);
}

/** The answer to too many tries: the page says to wait, and nothing else. */
export function tooManyTries(): Response {
  return new Response(null, { status: 429, statusText: "Too Many Requests", headers: { "Retry-After": "300" } });
}
