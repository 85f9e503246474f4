/** The look-ups of a feature's labels for its states. A state that this version does not know is shown by its name. */
export function labelling<State extends string>(labels: Readonly<Record<State, string>>) {
  const isState = (text: string): text is State => Object.hasOwn(labels, text);
  return { isState, labelOf: (state: string): string => (isState(state) ? labels[state] : state) };
}

/** Looks a word of the process up among sentences: the word itself, or `otherwise`, where there is none. */
export function saying(sentences: Readonly<Record<string, string>>, otherwise?: string): (word: string) => string {
  return (word) => (Object.hasOwn(sentences, word) ? sentences[word] : undefined) ?? otherwise ?? word;
}

/** A refusal as a sentence, from a feature's own. */
export function refusing(sentences: Readonly<Record<string, string>>): (reason: string) => string {
  return saying(sentences, "This cannot be done now.");
}

/** Why a file was not taken, wherever one is attached. */
export const fileRefusals = {
  "no-file": "Choose a file to attach",
  "file-empty": "The file is empty. Choose another, or save it again first",
  "file-too-big": "The file is too big. Choose a smaller one",
  "file-type": "The file is not of a kind that can be attached, whatever its name says",
  "too-many-files": "There are too many files already. Remove one first",
  "storage-full": "There is no room for the file just now. Nothing else was lost; tell the coordinator",
  "no-such-file": "The file has already been removed",
} as const;

/** What waits for a role in a state, as a link: "Scope Leeds’ peer challenge visit". `awaited` says it state by state and role by role, `otherwise` where it says nothing. */
export function awaiting(awaited: Readonly<Record<string, Readonly<Record<string, string>>>>, otherwise = "Look at") {
  return ({ state, role, title }: { readonly state: string; readonly role: string; readonly title: string }): string => `${awaited[state]?.[role] ?? otherwise} ${title}`;
}

/** The pages on which what waits for a role in a state is done, below the record's own: "dates". Null where that is the record's page. */
export function doneOn(pages: Readonly<Record<string, Readonly<Record<string, string>>>>): (about: { readonly state: string; readonly role: string }) => string | null {
  return ({ state, role }) => pages[state]?.[role] ?? null;
}
