import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "./singleton.server";

const current = singleton("request", () => new AsyncLocalStorage<string>());

/** The id of the request being answered, if one is: it joins the lines of one request in the log. */
export function requestId(): string | undefined {
  return current.getStore();
}

/** Runs `act` as part of the request with this id, for everything it awaits. */
export function asRequest<Result>(id: string, act: () => Result): Result {
  return current.run(id, act);
}
