import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { cookieName, cookieAttributes } from "./cookies.server";
import { absoluteHours, sessionCookie, tokenOf } from "./current.server";

/** One place where somebody is signed in. */
export interface MySession {
  readonly id: string;
  /** "Chrome on Windows", as far as the browser says. */
  readonly device: string;
  readonly address: string | null;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
  readonly current: boolean;
}

/** A person's live sessions, the one asking first, then the latest used. */
export async function mySessions(personId: string, currentId: string | null): Promise<readonly MySession[]> {
  const moment = now().getTime();
  const rows = await db.session.findMany({
    where: {
      userId: personId,
      expiresAt: { gt: new Date(moment) },
      createdAt: { gt: new Date(moment - absoluteHours * 3_600_000) },
      updatedAt: { gt: new Date(moment - settings().SESSION_IDLE_MINUTES * 60_000) },
    },
    orderBy: { updatedAt: "desc" },
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent ?? ""),
    address: row.ipAddress || null,
    signedInAt: row.createdAt,
    lastUsedAt: row.updatedAt,
    current: row.id === currentId,
  }));
  return sessions.sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one of a person's own sessions. False when it is not theirs or has ended already. */
export async function endSession(personId: string, sessionId: string): Promise<boolean> {
  return (await db.session.deleteMany({ where: { id: sessionId, userId: personId } })).count > 0;
}

/** Ends every session of a person, on every device. */
export async function endAllSessions(personId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId: personId } });
}

/**
 * Ends the session of a request.
 * @returns the header that takes the cookie out of the browser
 */
export async function endThisSession(request: Request): Promise<string> {
  const token = tokenOf(request);
  if (token) await db.session.deleteMany({ where: { token } });
  const { secure } = cookieAttributes();
  return `${cookieName(sessionCookie)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, "Windows"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Mac OS X/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
];

/** A browser's own description in words, for people to recognise their devices by. */
export function deviceOf(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "A browser";
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system ? `${browser} on ${system}` : browser;
}
