import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { currentRequest } from "../request.server";
import { settings } from "../settings.server";
import { plainPage, type PlainPageStatus } from "./plain-pages.server";

/** Answers with a plain page. */
export function refuse(response: Response, status: PlainPageStatus): void {
  response.status(status).type("html").send(plainPage(status));
}

/**
 * Security headers: scripts only from this server or with this answer's nonce, no inline styles,
 * no framing, no plugins. @param relaxed lets the development server's own scripts run
 */
export function securityHeaders({ relaxed }: { relaxed: boolean }): RequestHandler {
  const { BASE_URL, OIDC_ISSUER } = settings();
  const secure = BASE_URL.startsWith("https:");
  const nonce = (): string => `'nonce-${currentRequest()?.nonce ?? ""}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: relaxed ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        styleSrc: relaxed ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: relaxed ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        // Browsers hold the whole chain of a form's redirects to this, so signing in elsewhere must be named.
        formAction: ["'self'", ...(OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : [])],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // With "no-referrer" browsers would send "Origin: null" with our own forms, and sameOrigin would refuse them.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
}

const readingMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses whatever changes something unless the browser says that one of our own pages sent it.
 * Together with SameSite cookies this is the protection against cross-site request forgery:
 * every browser in use sends Sec-Fetch-Site or Origin with a POST and lets no page forge them.
 */
export function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  if (readingMethods.has(request.method) || isSameOrigin(request)) next();
  else refuse(response, 403);
}

function isSameOrigin(request: Request): boolean {
  const site = request.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  return origin === new URL(settings().BASE_URL).origin || new URL(origin).host === request.get("host");
}

/** A general limit per source and minute, far above what a person does; RATE_LIMIT=0 switches it off. */
export function rateLimit(): RequestHandler {
  const points = settings().RATE_LIMIT;
  if (points === 0) return (_request, _response, next) => next();
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return (request, response, next) => {
    limiter.consume(request.ip ?? "unknown").then(
      () => next(),
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) return next(reason);
        response.set("Retry-After", String(Math.ceil(reason.msBeforeNext / 1000)));
        refuse(response, 429);
      },
    );
  };
}

const methods = "GET, HEAD, POST";

/**
 * Nobody's browser asks in another way than these, or for an address that cannot be read or holds a
 * null character, which the database refuses: such a path is an unknown page like any other, and such
 * a question is asked without it.
 */
export function readableAddress(request: Request, response: Response, next: NextFunction): void {
  if (!methods.split(", ").includes(request.method)) return void response.status(405).set("Allow", methods).end();
  const [path = "/", ...query] = request.url.split("?");
  if (!isReadable(path)) request.url = "/unreadable-address";
  else if (query.length > 0) request.url = `${path}?${query.join("?").replace(/%00/g, "")}`;
  // The application reads the address as it came in.
  request.originalUrl = request.url;
  next();
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

const formLimitBytes = 2_000_000;

/** Refuses bodies that are too long before any of them is read. */
export function bodyLimits(request: Request, response: Response, next: NextFunction): void {
  if (readingMethods.has(request.method)) return next();
  const length = request.get("content-length");
  if (length === undefined && request.get("transfer-encoding") !== undefined) return refuse(response, 411);
  const isUpload = request.is("multipart/form-data") !== false && request.get("content-type") !== undefined;
  const limit = isUpload ? settings().UPLOAD_LIMIT_MB * 1_000_000 + formLimitBytes : formLimitBytes;
  if (Number(length ?? 0) > limit) return refuse(response, 413);
  next();
}
