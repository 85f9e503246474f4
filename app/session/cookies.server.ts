import { createCookie, type Cookie } from "@remix-run/node";
import { sessionSecret, settings } from "~/platform/settings.server";
import { singleton } from "~/platform/singleton.server";

/** Whether people reach Candour over https, which decides how its cookies are protected. */
export function isSecure(): boolean {
  return settings().BASE_URL.startsWith("https://");
}

/**
 * A cookie's full name. On https it carries the `__Host-` prefix, with which a browser refuses a
 * cookie that another host of the same domain, or an unencrypted page, tries to set.
 */
export function cookieName(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

/** What every cookie of Candour has in common. */
export const cookieAttributes = () => ({ path: "/", httpOnly: true, sameSite: "lax" as const, secure: isSecure() });

/** A signed cookie of that name, made once. `maxAgeSeconds` is its life in the browser. */
export function signedCookie(name: string, maxAgeSeconds: number): Cookie {
  return singleton(`cookie-${cookieName(name)}`, () =>
    createCookie(cookieName(name), { ...cookieAttributes(), maxAge: maxAgeSeconds, secrets: [sessionSecret()] }),
  );
}
