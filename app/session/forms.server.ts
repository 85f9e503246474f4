import { data } from "@remix-run/node";
import { z } from "zod";
import { readForm, refusedForm, withError, type FormState, type FormValues } from "~/ui/form-state";

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

/** The answer to too many tries: the page says to wait, and nothing else. */
export function tooManyTries(): Response {
  return new Response(null, { status: 429, statusText: "Too Many Requests", headers: { "Retry-After": "300" } });
}

/** A text that must be given, trimmed. `ask` is the whole message: "Enter the person's name". */
export function required(ask: string, longest = 200) {
  return z
    .string({ error: ask })
    .trim()
    .min(1, ask)
    .max(longest, `${ask.replace(/^(Enter|Give) /, "Shorten ")} to ${longest} characters or fewer`);
}

/** A text that may be left out, trimmed; an empty one is an empty text. */
export function optional(name: string, longest = 200) {
  return z.string().trim().max(longest, `${name} must be ${longest} characters or fewer`).default("");
}

/** An email address, trimmed and in lower case, as it is stored. */
export function emailAddress(ask = "Enter an email address") {
  return required(ask, 254)
    .toLowerCase()
    .pipe(z.email("Enter an email address in the correct format, like name@example.org"));
}

/** Checkboxes of one name: nothing, one or several ticked, as a list. */
export function ticked<Choice extends z.ZodType>(choice: Choice) {
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(choice));
}

/** A single checkbox: ticked or not. */
export const isTicked = z.preprocess((value) => value !== undefined && value !== "", z.boolean());
