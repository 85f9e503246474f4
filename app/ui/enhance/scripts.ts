import autosave from "./autosave.ts?worker&url";
import board from "./board.ts?worker&url";
import conditional from "./conditional.ts?worker&url";
import copy from "./copy.ts?worker&url";
import fileUpload from "./file-upload.ts?worker&url";
import live from "./live.ts?worker&url";
import page from "./page.ts?worker&url";
import search from "./search.ts?worker&url";
import selectAll from "./select-all.ts?worker&url";
import wordCount from "./word-count.ts?worker&url";
import type { EnhanceScript } from "../route-handle";

// Vite builds each of these as a file of its own, compiled, small and hashed. They are called workers only
// because that is the one kind of import that does so; they run in the page.
const urls: Readonly<Record<EnhanceScript | "page", string>> = {
  page,
  autosave,
  board,
  conditional,
  copy,
  "file-upload": fileUpload,
  search,
  live,
  "select-all": selectAll,
  "word-count": wordCount,
};

/** The address of one small browser script. "page" goes with every page. */
export function scriptUrl(name: EnhanceScript | "page"): string {
  return urls[name];
}
