/**
 * The input cannot be used: `field` says where (`pairCosts[3].cost`), `message` why, in words a
 * coordinator can act on. The command line answers it with exit code 2.
 */
export class SchedulingInputError extends Error {
  override readonly name = "SchedulingInputError";

  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The first problem zod found, with the field written as a reader would: `members[2].lat`. */
export function inputErrorFrom(issues: readonly Issue[]): SchedulingInputError {
  const issue = issues[0];
  const field = (issue?.path ?? []).reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`),
    "",
  );
  return new SchedulingInputError(field || "file", issue?.message ?? "This file cannot be read.");
}
