import { currentRequest } from "~/platform/request.server";
import type { Caller } from "./ways-in.server";

/** The request as the ways in need it. The address is the HTTP layer's, never what a header claims. */
export function callerOf(request: Request): Caller {
  return { request, clientAddress: currentRequest()?.clientAddress ?? "unknown" };
}
