import { levels, stateLabels, states } from "./words";

/** What the register's address asks for. */
export interface RegisterFilter {
  readonly region: string | undefined;
  readonly words: string;
  readonly theme: string;
  readonly level: string;
  /** A state, "inPool", "runningOut", or "" for everybody. */
  readonly state: string;
  /** Who could be invited for this ISO day. */
  readonly on: string | undefined;
}

export const stateChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: "inPool", label: "In the pool" },
  { value: "runningOut", label: "Training runs out soon" },
  ...states.filter((state) => state !== "awaitingApplication").map((state) => ({ value: state, label: stateLabels[state] })),
];

/** What cannot be understood is passed over: an address is never an error. */
export function filterOf(query: URLSearchParams): RegisterFilter {
  const of = (name: string) => (query.get(name) ?? "").trim().slice(0, 100);
  const day = of("on").replace(/^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/, (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
  return {
    region: of("region") || undefined,
    words: of("words"),
    theme: of("theme"),
    level: levels.some((level) => level === of("level")) ? of("level") : "",
    state: stateChoices.some(({ value }) => value === of("state")) ? of("state") : "",
    on: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
  };
}
