import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "./singleton.server";

const moment = singleton("clock", () => new AsyncLocalStorage<Date>());

/** The moment at which the work under way happens: the real time, unless inside `at`. */
export function now(): Date {
  const set = moment.getStore();
  return set ? new Date(set) : new Date();
}

/**
 * Runs `act` as if it happened at `date`, for everything it awaits. For seeds, which
 * tell a year's story, and for tests; never for requests.
 */
export function at<Result>(date: Date, act: () => Result): Result {
  return moment.run(date, act);
}
