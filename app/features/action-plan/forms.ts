import { z } from "zod";

import { required } from "~/ui/fields";
import { dateParts, readDate } from "~/ui/dates";
import { valueOf, type FormState, type FormValues } from "~/ui/form-state";
import { isUuid } from "~/session/params";
import { actionStatuses, LONGEST_LINE, LONGEST_TEXT, MOST_ACTIONS, type ActionShown, type ActionStatus, type ActionTyped, type AreaAnswer, type AreaShown } from "./content";

/** Names of an area's boxes, one row for each action. */
export const rowOf = {
  id: (row: number) => `action.${row}.id`,
  what: (row: number) => `action.${row}.what`,
  owner: (row: number) => `action.${row}.owner`,
  dueOn: (row: number) => `action.${row}.dueOn`,
} as const;

/** Rows shown: what is there, and always one more to fill. */
export function rowsShown(area: Pick<AreaShown, "actions">, form: FormState): number {
  const typed = Array.from({ length: MOST_ACTIONS }, (_, row) => row).filter((row) => valueOf(form, rowOf.what(row)) !== "" || valueOf(form, rowOf.owner(row)) !== "").length;
  return Math.min(MOST_ACTIONS, Math.max(area.actions.length, typed, 0) + 1);
}

/** An area's answer as its boxes show it. */
export function areaAsTyped(area: AreaShown): FormValues {
  return {
    answer: area.noActionBecause !== null ? "none" : area.actions.length > 0 ? "actions" : undefined,
    because: area.noActionBecause ?? "",
    ...Object.assign({}, ...area.actions.map((action, row) => ({ [rowOf.what(row)]: action.what, [rowOf.owner(row)]: action.owner, ...dateParts(rowOf.dueOn(row), action.dueOn) }))) as FormValues,
  };
}

/** What an area's form gave, or what is wrong with it, box by box. An empty row is no action. */
export function areaPosted(values: FormValues, newId: () => string): { readonly ok: true; readonly answer: AreaAnswer } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> } {
  const form = { values, errors: {} };
  const kind = valueOf(form, "answer");
  const errors: Record<string, string> = {};
  if (kind === "none") {
    const because = valueOf(form, "because").trim();
    if (because === "") errors["because"] = "Say why there is no action";
    if (because.length > LONGEST_TEXT) errors["because"] = "Shorten the reason to 5,000 characters or fewer";
    return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answer: { kind: "none", because } };
  }
  if (kind !== "actions") return { ok: false, errors: { answer: "Choose whether you will act" } };
  const actions: ActionTyped[] = [];
  for (let row = 0; row < MOST_ACTIONS; row += 1) {
    const [what, owner] = [valueOf(form, rowOf.what(row)).trim(), valueOf(form, rowOf.owner(row)).trim()];
    const date = readDate(values, rowOf.dueOn(row), `The date of action ${row + 1}`);
    if (what === "" && owner === "" && date.ok && date.date === null) continue;
    if (what === "") errors[rowOf.what(row)] = `Say what action ${row + 1} is`;
    else if (what.length > LONGEST_LINE) errors[rowOf.what(row)] = `Shorten action ${row + 1} to 600 characters or fewer`;
    if (owner === "") errors[rowOf.owner(row)] = `Say whose action ${row + 1} is`;
    else if (owner.length > LONGEST_LINE) errors[rowOf.owner(row)] = "Shorten it to 600 characters or fewer";
    if (!date.ok) errors[rowOf.dueOn(row)] = date.message;
    else if (date.date === null) errors[rowOf.dueOn(row)] = `Say by when action ${row + 1} is done`;
    else actions.push({ id: isUuid(valueOf(form, rowOf.id(row))) ? valueOf(form, rowOf.id(row)) : newId(), what, owner, dueOn: date.date });
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return actions.length > 0 ? { ok: true, answer: { kind: "actions", actions } } : { ok: false, errors: { [rowOf.what(0)]: "Write at least one action" } };
}

export const statusField = (actionId: string) => `status.${actionId}`;
export const wordsField = (actionId: string) => `words.${actionId}`;

function isStatus(text: string): text is ActionStatus {
  return (actionStatuses as readonly string[]).includes(text);
}

/** What was said of each action; one without a status, or left as it is without a word, was not said anything of. */
export function progressPosted(values: FormValues, actions: readonly Pick<ActionShown, "id" | "status">[]): readonly { readonly actionId: string; readonly status: ActionStatus; readonly text: string }[] {
  const form = { values, errors: {} };
  return actions.flatMap(({ id, status: before }) => {
    const [status, text] = [valueOf(form, statusField(id)), valueOf(form, wordsField(id)).trim()];
    return isStatus(status) && (status !== before || text !== "") ? [{ actionId: id, status, text }] : [];
  });
}

/** The review of each action, and those still without a status. */
export function reviewPosted(values: FormValues, actions: readonly Pick<ActionShown, "id">[]) {
  const form = { values, errors: {} };
  const items = actions.flatMap(({ id }) => {
    const status = valueOf(form, statusField(id));
    return isStatus(status) ? [{ actionId: id, status, changed: valueOf(form, wordsField(id)).trim() }] : [];
  });
  const errors = Object.fromEntries(actions.filter(({ id }) => !items.some((item) => item.actionId === id)).map(({ id }) => [statusField(id), "Say how this action stands"]));
  return { items, errors };
}

export const reasonForm = z.object({ reason: required("Give a reason", 2000) });
