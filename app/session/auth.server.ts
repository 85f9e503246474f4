import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { emailOTP, genericOAuth, type GenericOAuthConfig } from "better-auth/plugins";
import { z } from "zod";
import { db } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import { singleton } from "~/platform/singleton.server";
import { cookieAttributes, cookieName } from "./cookies.server";
import { absoluteHours, sessionCookie } from "./current.server";
import { maySignIn } from "./standing.server";

/** Minutes for which an emailed code and link can be used. */
export const codeMinutes = 15;

/** The name of the council's own sign-in in addresses: /sign-in/callback/council. */
export const oidcProvider = "council";

/** The header in which we hand the library the caller's address: it would otherwise believe what any caller claims. */
const addressHeader = "x-candour-client-address";

/** The headers that the sign-in library is shown of a request: nothing else of it is its concern. */
export function headersFor(request: Request, clientAddress: string): Headers {
  const headers = new Headers({ [addressHeader]: clientAddress });
  for (const name of ["cookie", "user-agent"]) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
}

/**
 * A session for somebody whom we ourselves have recognised (an emailed link, a demo persona). Server
 * only: the library has no address for it.
 */
const recognised = {
  id: "recognised",
  endpoints: {
    signInRecognised: createAuthEndpoint.serverOnly({ method: "POST", body: z.object({ personId: z.uuid() }) }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
      if (!user) throw new APIError("BAD_REQUEST", { code: "NO_SUCH_PERSON", message: "no such person" });
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return { token: session.token };
    }),
  },
};

/**
 * The council's own sign-in, by its discovery document. For Microsoft Entra the issuer is
 * https://login.microsoftonline.com/TENANT/v2.0. Entra says that an address is verified by the optional
 * claim xms_edov ("email domain owner verified"), which the registration must ask for; others say
 * email_verified, as OpenID Connect does. Without either nobody is let in.
 */
function oidcConfig(): GenericOAuthConfig[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      providerId: oidcProvider,
      discoveryUrl: `${OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      scopes: ["openid", "email", "profile"],
      requireIdTokenVerification: true,
      disableSignUp: true,
      disableProviderLogout: true,
      mapProfileToUser: (profile: Record<string, unknown>) => ({
        emailVerified: [profile["email_verified"], profile["xms_edov"]].some((claim) => claim === true || claim === "true" || claim === 1 || claim === "1"),
      }),
    },
  ];
}

function createAuth() {
  const { BASE_URL } = settings();
  return betterAuth({
    appName: "Candour",
    baseURL: BASE_URL,
    basePath: "/sign-in",
    secret: sessionSecret(),
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    user: { modelName: "person" },
    session: { expiresIn: absoluteHours * 3600, disableSessionRefresh: true },
    account: {
      // The address in our register was given by a coordinator; that the council vouches for it is what counts.
      accountLinking: { enabled: true, requireLocalEmailVerified: false, trustedProviders: [] },
      updateAccountOnSignIn: false,
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        // The limit that counts is ours, per address and per source; this one ends a single code.
        allowedAttempts: 10,
        storeOTP: "hashed",
        disableSignUp: true,
        // Codes are made by createVerificationOTP and sent with the link, in one email of ours.
        sendVerificationOTP: () => Promise.reject(new Error("the library sends no email of its own")),
      }),
      genericOAuth({ config: oidcConfig() }),
      recognised,
    ],
    databaseHooks: {
      session: {
        // Whatever the way in: somebody who has left, or holds nothing, gets no session.
        create: {
          before: async (session) => {
            if (!(await maySignIn(db, session.userId))) throw new APIError("FORBIDDEN", { code: "NO_CURRENT_POST", message: "holds no post now" });
          },
        },
      },
      account: {
        // We need to know whose account it is, and none of the keys to it.
        create: {
          before: (account) =>
            Promise.resolve({ data: { ...account, accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null } }),
        },
      },
    },
    advanced: {
      // Not the database's own: the library makes some ids from what they stand for, and they must be uuids too.
      database: { generateId: "uuid" },
      // Our own names, since on https they carry __Host- and the library would say __Secure-.
      useSecureCookies: false,
      cookiePrefix: cookieName("candour-auth"),
      defaultCookieAttributes: cookieAttributes(),
      cookies: { session_token: { name: cookieName(sessionCookie) } },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    // Tries are counted in the database for all web processes together: see tries.server.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${BASE_URL}/sign-in?problem=council` },
    // Its messages may name people: only that there was one is kept.
    logger: { level: "error", log: (level) => log.warn("the sign-in library reported a problem", { event: `sign-in ${level}` }) },
  });
}

/** The sign-in library, set up once per process. */
export function auth(): ReturnType<typeof createAuth> {
  return singleton("auth", createAuth);
}

/** Whether people can sign in with their council's account here. */
export function hasCouncilSignIn(): boolean {
  return settings().OIDC_ISSUER !== undefined;
}
