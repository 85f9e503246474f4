import type { ReactNode } from "react";
import { classNames } from "../class-names";

/** Calm for the ordinary, quiet for what waits on others, warn for what needs attention soon, late for what is overdue. */
export type PillKind = "calm" | "quiet" | "warn" | "late";

/** A status in a word or two. The word carries the meaning; the colour only helps. */
export function Pill({ kind = "calm", children }: { readonly kind?: PillKind | undefined; readonly children: ReactNode }) {
  return <strong className={classNames("app-pill", kind !== "calm" && `app-pill--${kind}`)}>{children}</strong>;
}
