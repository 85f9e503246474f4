import { counted } from "~/ui/dates";
import { type FormValues, pressOf, valueOf } from "~/ui/form-state";
import type { SignedIn } from "~/workflow/actor.server";

import type { DraftResult, SearchAsked } from "./acts";
import { changeFrom } from "./arranging";
import { changeGroups, keepGroup, redoChange, replaceGroups, restoreFound, takeOutAbsent, undoChange } from "./drafting.server";
import { alternativeGroups, type BoardPage } from "./queries.server";
import { askSearch, cancelSearch, waitForSearch } from "./searching.server";

/** What a press on the board came to. */
export type BoardActed =
  | { readonly kind: "saved"; readonly title: string; readonly anchor?: string }
  | { readonly kind: "searched" }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly reason: string; readonly words?: string | undefined };

/** How long a page without script is kept waiting for a search before it says that it is still going on. */
const patienceMs = 3_500;

/** Does what a button on the board asked for. */
export async function boardAct(board: BoardPage, values: FormValues, actor: SignedIn): Promise<BoardActed> {
  const form = { values, errors: {} };
  const { id } = board.draft;
  const press = pressOf(values);
  const said = (result: DraftResult, title: string, anchor?: string): BoardActed => (result.kind === "saved" ? { kind: "saved", title, ...(anchor ? { anchor } : {}) } : result);
  const number = Number(valueOf(form, "group"));
  switch (valueOf(form, "intent")) {
    case "find":
      return searched(await askSearch(id, "groups", actor, press));
    case "alternatives":
      return searched(await askSearch(id, "alternatives", actor, press));
    case "stop": {
      const live = [board.search, board.alternatives].find((one) => one && (one.stage === "waiting" || one.stage === "running"));
      const stopped = live ? await cancelSearch(live.id, actor) : false;
      return { kind: "saved", title: stopped ? "The search has been stopped. The groups are as they were" : "The search had already ended" };
    }
    case "undo":
      return said(await undoChange(id, actor, press), `Undone: ${board.mayUndo ?? "the last change"}`);
    case "redo":
      return said(await redoChange(id, actor, press), `Done again: ${board.mayRedo ?? "the change"}`);
    case "restore":
      return said(await restoreFound(id, actor, press), "The groups are those that were found");
    case "tidy":
      return said(await takeOutAbsent(id, actor, press), `${counted(board.strangers.length, "authority has", "authorities have")} been taken out of the groups`);
    case "keep":
      return said(await keepGroup(id, number, true, actor, press), `Group ${number} is kept as it is when you search again`, `#group-${number}`);
    case "release":
      return said(await keepGroup(id, number, false, actor, press), `Group ${number} is no longer kept`, `#group-${number}`);
    case "swap": {
      const change = changeFrom(valueOf(form, "authority"), valueOf(form, "change"));
      if (!change) return { kind: "refused", reason: "no-such-change" };
      const words = board.suggestions.find((one) => one.key === valueOf(form, "change") && one.authority === valueOf(form, "authority"));
      return said(await changeGroups(id, change, actor, press), words ? `Done: ${words.words}` : "The change has been made");
    }
    case "take": {
      const groups = await alternativeGroups(actor, id, Number(valueOf(form, "alternative")));
      if (!groups) return { kind: "refused", reason: "no-such-change" };
      return said(await replaceGroups(id, groups, "took an alternative", actor, press), "The alternative is on the board");
    }
    default:
      return { kind: "refused", reason: "no-such-change" };
  }
}

async function searched(asked: SearchAsked): Promise<BoardActed> {
  if (asked.kind !== "asked") return asked;
  await waitForSearch(asked.searchId, patienceMs);
  return { kind: "searched" };
}
