import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext, type HandleDataRequestFunction, type HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
// Every process must be known to the engine before the first page is asked for.
import "~/features/processes.server";
import { isDatabaseLost } from "~/platform/db.server";
import { isStorageFull } from "~/platform/files.server";
import { plainPage } from "~/platform/http/plain-pages.server";
import { wholePage } from "~/platform/http/whole-page.server";
import { log } from "~/platform/log.server";
import { PageStateContext, pageStateOf } from "~/ui/page/page-state";
import { isLive } from "~/ui/route-handle";

/** Longer than any loader may take; then the page is given up. */
const renderLimitMs = 15_000;

const statusOfTrouble = { "database-lost": 503, "storage-full": 507 } as const;

/** Draws a page whole before sending it: its status is then always true, and pages are small. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const honest = troublePage(request, context);
  if (honest) return honest;
  const page = (
    <PageStateContext.Provider value={pageStateOf(status)}>
      <RemixServer context={remixContext} url={request.url} nonce={context.nonce} abortDelay={renderLimitMs} />
    </PageStateContext.Provider>
  );
  if (isLive(remixContext.staticHandlerContext.matches.map((match) => match.route))) return drawnLive(page, { status, headers, context });
  // Nothing in a page without the framework's script waits for data, so it is drawn in one go, in half the time of a stream.
  return wholePage(`<!DOCTYPE html>${renderToString(page)}`, request, { status, headers });
}

/** A live page carries its data for the browser behind it, which only the streaming renderer writes. */
function drawnLive(page: ReactElement, { status, headers, context }: { status: number; headers: Headers; context: AppLoadContext }): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answer = status;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        clearTimeout(limit);
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
        pipe(body);
      },
      onShellError(error) {
        clearTimeout(limit);
        reject(error instanceof Error ? error : new Error("the page could not be rendered"));
      },
      onError(error) {
        answer = 500;
        log.error("page failed to render", { requestId: context.requestId, error });
      },
    });
    const limit = setTimeout(abort, renderLimitMs + 1_000);
  });
}

export const handleDataRequest: HandleDataRequestFunction = (response, { request, context }) => troublePage(request, context) ?? response;

/** Called for everything thrown that is not an answer. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const trouble = isDatabaseLost(error) ? "database-lost" : isStorageFull(error) ? "storage-full" : undefined;
  if (trouble && context.outcome) context.outcome.trouble = trouble;
  log.error(trouble ?? "request failed", { requestId: context.requestId, method: request.method, error });
};

/** When the database or the file storage failed the person is told so, with what they typed. */
function troublePage(request: Request, { outcome, typed }: AppLoadContext): Response | undefined {
  if (!outcome?.trouble) return undefined;
  const status = statusOfTrouble[outcome.trouble];
  const { pathname, search } = new URL(request.url);
  return new Response(plainPage(status, { typed: typed?.() ?? [], address: pathname + search }), {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": "10", "Cache-Control": "no-store" },
  });
}
