import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "./singleton.server";

/** What the HTTP server knows of the request being answered; also Remix's load context. */
export type RequestContext = {
  /** Joins the log lines of one request; error pages show it so that people can quote it. */
  readonly requestId: string;
  /** For the inline scripts of this answer; the content security policy lets no others run. */
  readonly nonce: string;
  /** Where the request came from: for rate limits and the list of my sessions. */
  readonly clientAddress: string;
  /** What broke on the way, for the last word in entry.server.tsx. */
  readonly outcome: { trouble?: "database-lost" | "storage-full" };
  /** Form fields as they were sent, so that an honest error page can give them back. */
  typed(): readonly (readonly [string, string])[];
};

const current = singleton("request", () => new AsyncLocalStorage<RequestContext>());

/** The request being answered; undefined in the worker, in commands and in most tests. */
export function currentRequest(): RequestContext | undefined {
  return current.getStore();
}

/** Runs `act` as part of a request, for everything it awaits. */
export function asRequest<Result>(request: RequestContext, act: () => Result): Result {
  return current.run(request, act);
}

declare module "@remix-run/server-runtime" {
  // Tells Remix the type of `context` in loaders, actions and entry.server.tsx.
  interface AppLoadContext extends Partial<RequestContext> {
    readonly requestId?: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
