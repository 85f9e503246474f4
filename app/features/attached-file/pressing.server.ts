import { ACCEPT, ALLOWED_WORDS, largestFile } from "~/platform/attached-file.server";
import { readBody } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { readForm, valueOf, type FormValues } from "~/ui/form-state";

/** What a page says of the files it takes. */
export const filesTaken = () => ({ maxBytes: largestFile(), accept: ACCEPT, kinds: ALLOWED_WORDS });

interface Files<Result> {
  readonly attach: (file: File | null) => Promise<Result>;
  readonly remove: (fileId: string) => Promise<Result>;
}

/** A press on a page of attached files: one is attached, or one is taken off. */
export async function attachOrRemove<Result>(request: Request, { attach, remove }: Files<Result>): Promise<{ readonly values: FormValues; readonly removing: boolean; readonly result: Result | { readonly kind: "refused"; readonly reason: "no-such-file" } }> {
  const posted = await readBody(request);
  const values = readForm(posted);
  const removed = valueOf({ values, errors: {} }, "remove");
  if (removed) return { values, removing: true, result: isUuid(removed) ? await remove(removed) : { kind: "refused", reason: "no-such-file" } };
  const file = posted.get("file");
  return { values, removing: false, result: await attach(file instanceof File ? file : null) };
}
