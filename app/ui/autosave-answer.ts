/** What an autosave may be answered with as JSON. Every part is optional: the status alone says enough. */
export type AutosaveAnswer = {
  /** When the server saved it, as an ISO moment. */
  readonly savedAt?: string | undefined;
  /** New values for hidden fields of the form, such as the revision the next save is compared with. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Where both versions are shown, with 409. */
  readonly conflictHref?: string | undefined;
  /** What is wrong in plain words, with 422. */
  readonly message?: string | undefined;
};
