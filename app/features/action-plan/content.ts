/** How an action stands. */
export const actionStatuses = ["notStarted", "underWay", "done", "stopped"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const statusWords = {
  notStarted: "Not started",
  underWay: "Under way",
  done: "Done",
  stopped: "Stopped",
} as const satisfies Readonly<Record<ActionStatus, string>>;

export const LONGEST_LINE = 600;
export const LONGEST_TEXT = 5_000;
/** Most actions for one area. */
export const MOST_ACTIONS = 12;

/** One action as a form holds it. `id` is made by the page, so that the same press twice is one action. */
export interface ActionTyped {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  /** ISO day. */
  readonly dueOn: string;
}

/** How an area is answered. */
export type AreaAnswer =
  | { readonly kind: "actions"; readonly actions: readonly ActionTyped[] }
  | { readonly kind: "none"; readonly because: string };

/** An action as it is shown. */
export interface ActionShown {
  readonly id: string;
  readonly areaId: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly status: ActionStatus | null;
  /** What the progress review found had changed. */
  readonly changed: string | null;
  readonly updates: readonly { readonly status: ActionStatus; readonly text: string; readonly by: string; readonly at: Date }[];
}

/** An area of the final letter with its answer. */
export interface AreaShown {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly noActionBecause: string | null;
  readonly revision: number;
  readonly actions: readonly ActionShown[];
}

export const isAnswered = (area: Pick<AreaShown, "noActionBecause" | "actions">) => area.noActionBecause !== null || area.actions.length > 0;

/** "3 of 5 done", with what stopped said beside it. */
export function progressOf(actions: readonly Pick<ActionShown, "status">[]): { readonly done: number; readonly stopped: number; readonly of: number } {
  return { done: actions.filter(({ status }) => status === "done").length, stopped: actions.filter(({ status }) => status === "stopped").length, of: actions.length };
}
