import { PassThrough } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import { createReadableStreamFromReadable, type EntryContext, type ServerBuild } from "@remix-run/node";
import { Outlet, RemixServer } from "@remix-run/react";
import express, { type Express } from "express";
import { renderToPipeableStream } from "react-dom/server";

/** Rendered as ours are, whole before it is sent. */
function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

const Page = () => <h1>A page</h1>;
const Root = () => (
  <html lang="en">
    <head><title>A page</title></head>
    <body><Outlet /></body>
  </html>
);

/** The same framework with the least it can be asked for: one heading, no database, no styles, no session. */
export function barePage(like: ServerBuild): Express {
  const inManifest = { hasAction: false, hasLoader: true, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false, module: "/bare.js" };
  const build: ServerBuild = {
    ...like,
    entry: { module: { default: handleRequest } },
    routes: {
      root: { id: "root", path: "", module: { default: Root } },
      page: { id: "page", parentId: "root", index: true, module: { default: Page, loader: () => ({ ok: true }) } },
    },
    assets: {
      ...like.assets,
      routes: { root: { ...inManifest, id: "root", path: "", hasLoader: false }, page: { ...inManifest, id: "page", parentId: "root", index: true } },
    },
  };
  const app = express();
  app.all("*", createRequestHandler({ build }));
  return app;
}
