/**
 * When a search must stop: a deadline, or somebody cancelled.
 * Solvers ask often and return their best so far; the worker's owner kills the thread if they do not.
 */
export type Stop = {
  /** True once the search should return what it has. */
  now(): boolean;
  /** Milliseconds left before the deadline (Infinity when there is none, 0 when cancelled). */
  msLeft(): number;
};

/** A stop at `timeLimitMs` from now; `cancelled` is asked each time as well. */
export function stopAfter(timeLimitMs: number, cancelled: () => boolean = () => false): Stop {
  const deadline = performance.now() + timeLimitMs;
  return {
    now: () => performance.now() >= deadline || cancelled(),
    msLeft: () => (cancelled() ? 0 : Math.max(0, deadline - performance.now())),
  };
}

/** A part of the time left, so that one stage cannot eat the whole budget. */
export function stopWithin(stop: Stop, atMostMs: number): Stop {
  const part = stopAfter(atMostMs);
  return {
    now: () => part.now() || stop.now(),
    msLeft: () => Math.min(part.msLeft(), stop.msLeft()),
  };
}

/** Never stops: for tests and for small searches that always end. */
export const neverStop: Stop = { now: () => false, msLeft: () => Infinity };
