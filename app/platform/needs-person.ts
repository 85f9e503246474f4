/**
 * Something that only a person can mend: a bad setting, a busy port, a folder without permission.
 * The message is one sentence or a few, for people; commands print it instead of a stack trace.
 */
export class NeedsPerson extends Error {
  override readonly name: string = "NeedsPerson";
}
