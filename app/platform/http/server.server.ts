import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from "express";
import { isDatabaseLost } from "../db.server";
import { log } from "../log.server";
import { countRequest } from "../metrics.server";
import { asRequest, currentRequest, type RequestContext } from "../request.server";
import { settings } from "../settings.server";
import { healthRoutes } from "./health.server";
import { plainPage } from "./plain-pages.server";
import { plainStyle } from "./plain-style.server";
import { PortBusy } from "./port-busy";
import { routesFor } from "./routes-for.server";
import { routePatterns } from "./route-patterns.server";
import { bodyLimits, rateLimit, readableAddress, sameOrigin, securityHeaders } from "./security.server";

interface AppOptions {
  /** The Remix application as built, or how to load it anew on each request in development. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built browser files; none in development, where `assets` serves them. */
  readonly clientFolder?: string;
  /** Middleware that serves browser files in development. */
  readonly assets?: RequestHandler;
  readonly isStopping: () => boolean;
}

/** The whole HTTP side: what comes before the application, the application, and what is left when it fails. */
export function createApp({ build, clientFolder, assets, isStopping }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings().TRUST_PROXY);
  app.use(inContext);
  app.use(accessLog(build));
  app.use(readableAddress);
  app.use(healthRoutes({ isStopping }));
  app.use(securityHeaders({ relaxed: assets !== undefined }));
  app.use(compression());
  app.get("/plain.css", (_request, response) => {
    response.type("css").set("Cache-Control", "public, max-age=3600").send(plainStyle);
  });
  if (assets) app.use(assets);
  if (clientFolder) {
    // Names under /assets carry a hash of their content, so they never change.
    app.use("/assets", express.static(path.join(clientFolder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false, redirect: false }));
    app.use(express.static(clientFolder, { maxAge: "1h", index: false }));
  }
  app.use(rateLimit(), sameOrigin, bodyLimits);
  app.all("*", keepTyped, noCopies, answering(build));
  app.use(lastResort);
  return app;
}

/** The application's answers, each from the routes that may match; in development all of them, loaded anew. */
function answering(build: AppOptions["build"]): RequestHandler {
  const handler = (part: AppOptions["build"]) => createRequestHandler({ build: part, getLoadContext: loadContext });
  if (typeof build === "function") return handler(build);
  const partFor = routesFor(build, handler);
  return (request, response, next) => partFor(request.path)(request, response, next);
}

/** Gives each request its id, nonce and place to note trouble. */
const inContext: RequestHandler = (request, response, next) => {
  const context: RequestContext = {
    requestId: randomUUID(),
    nonce: randomBytes(16).toString("base64"),
    clientAddress: request.ip ?? "unknown",
    outcome: {},
    typed: () => typedFields.get(request)?.() ?? [],
  };
  response.set("X-Request-Id", context.requestId);
  asRequest(context, next);
};

function loadContext(): RequestContext {
  const context = currentRequest();
  if (!context) throw new Error("a request reached the application outside its context");
  return context;
}

/** One line and one measurement for each answer. */
function accessLog(build: AppOptions["build"]): RequestHandler {
  const partFor = typeof build === "function" ? () => () => "development" : routesFor(build, routePatterns);
  return (request, response, next) => {
    const began = performance.now();
    const context = currentRequest();
    response.once("close", () => {
      const ms = Math.round(performance.now() - began);
      const route = partFor(request.path)(request.path);
      countRequest({ method: request.method, route, status: response.statusCode, seconds: ms / 1000 });
      log.info("request", { requestId: context?.requestId, method: request.method, route, status: response.statusCode, ms });
    });
    next();
  };
}

const typedFields = new WeakMap<Request, () => [string, string][]>();

/**
 * Listens in on a form as the application reads it. Should the database be lost meanwhile, the
 * person gets back what they typed. The listener is attached in the same turn as the
 * application's own, so that both see every piece.
 */
const keepTyped: RequestHandler = (request, _response, next) => {
  if (request.method === "POST" && request.is("application/x-www-form-urlencoded")) {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    typedFields.set(request, () => [...new URLSearchParams(Buffer.concat(pieces).toString("utf8"))]);
  }
  next();
};

/** Pages are for one person: no shared cache may keep them, and the browser asks again before showing one. */
const noCopies: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "private, no-cache");
  next();
};

const lastResort: ErrorRequestHandler = (error: unknown, request: Request, response: Response, next) => {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  if (response.headersSent) return next(error);
  // What a file's address asks for beside or outside its folder is as absent as any other.
  if (status >= 400 && status < 500) return void response.sendStatus(404);
  log.error("request failed outside the application", { method: request.method, error });
  const lost = isDatabaseLost(error);
  response.status(lost ? 503 : 500).type("html").send(plainPage(lost ? 503 : 500, { typed: currentRequest()?.typed(), address: request.originalUrl }));
};

/** A listening web server. */
export interface RunningServer {
  readonly port: number;
  /** Stops accepting, finishes the requests in flight, and closes what remains after the grace. */
  stop(grace: { seconds: number }): Promise<void>;
}

/**
 * Starts serving.
 * @param port 0 for any free one
 * @throws PortBusy
 */
export async function listen(app: Express, { port, host }: { port: number; host: string }): Promise<RunningServer> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject("code" in error && error.code === "EADDRINUSE" ? new PortBusy(port) : error));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop: ({ seconds }) => stop(server, seconds),
  };
}

async function stop(server: Server, seconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const giveUp = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  await closed;
  clearTimeout(giveUp);
}
