/** Why an act on the register was refused. A refusal is an answer, not an error. */
export type RegisterRefusal =
  | "not-yours"
  | "no-such-person"
  | "no-such-post"
  | "no-such-holding"
  | "no-such-place"
  | "email-taken"
  | "email-of-somebody-who-left"
  | "unknown-kind"
  | "wrong-level"
  | "post-exists"
  | "post-held"
  | "already-holds"
  | "has-left"
  | "ended-already"
  | "ends-before-it-begins"
  | "last-coordinator";

export type Registered<Done extends object = object> = ({ readonly kind: "done" } & Done) | { readonly kind: "refused"; readonly reason: RegisterRefusal };

export const refusedWith = (reason: RegisterRefusal) => ({ kind: "refused", reason }) as const;

/** Each refusal as a person is told it. */
export const refusalWords = {
  "not-yours": "You cannot do this: ask the coordinator of your region",
  "no-such-person": "That person is not in the register",
  "no-such-post": "That post is not in the register",
  "no-such-holding": "That person does not hold that post",
  "no-such-place": "That region or authority is not in the register",
  "email-taken": "Somebody else already has this email address",
  "email-of-somebody-who-left": "This email address belongs to somebody who has left. Ask your coordinator to bring them back",
  "unknown-kind": "Choose a kind of post from the list",
  "wrong-level": "That kind of post belongs to a region, or to an authority, not to the one chosen",
  "post-exists": "There is one such post already, and there can be only one",
  "post-held": "Somebody holds this post. Hand it over, or end their holding first",
  "already-holds": "This person holds this post already",
  "has-left": "This person has left",
  "ended-already": "This has ended already",
  "ends-before-it-begins": "The last day must not be before the first",
  "last-coordinator": "You are the only coordinator of this region. Appoint another before you leave the post",
} as const satisfies Readonly<Record<RegisterRefusal, string>>;
