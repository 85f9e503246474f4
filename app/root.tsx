import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import fontUrl from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import { useContext, type ReactNode } from "react";
import { rootAnswer } from "~/session/root-data.server";
import stylesUrl from "~/styles/app.scss?url";
import { scriptUrl } from "~/ui/enhance/scripts";
import { ErrorPage, errorTitle } from "~/ui/page/error-page";
import { PageFrame } from "~/ui/page/page-frame";
import { PageStateContext } from "~/ui/page/page-state";
import { isLive, scriptsOf, titleOf, type RouteHandle } from "~/ui/route-handle";

export const handle: RouteHandle = { access: { who: "everyone" } };

export const links: LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesUrl },
  { rel: "icon", href: "/mark.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: serviceName }];

const serviceName = "Candour";

/** Who is signed in, where they can go and where we are in the year: the same on every page. */
export async function loader({ request }: LoaderFunctionArgs) {
  return rootAnswer(request);
}

/**
 * The document around every page and every error. The framework's script is sent only to a page whose
 * handle says `live: true`; every other is a plain page whose forms post as forms always have.
 */
export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root") ?? null;
  const matches = useMatches();
  const { hasErrors } = useContext(PageStateContext);
  // On the server there is null, in the browser undefined, when nothing was thrown.
  const error = useRouteError() ?? undefined;
  const title = error === undefined ? titleOf(matches) : errorTitle(statusOf(error));
  const live = error === undefined && isLive(matches);
  const scripts = ["page" as const, ...scriptsOf(matches)];
  return (
    <html lang="en" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#12473f" />
        <meta name="robots" content="noindex" />
        {title === null ? <Meta /> : <title>{`${hasErrors && error === undefined ? "Error: " : ""}${title} - ${serviceName}`}</title>}
        <Links />
        {scripts.map((name) => <script key={name} type="module" src={scriptUrl(name)} nonce={data?.nonce} suppressHydrationWarning />)}
      </head>
      <body className="govuk-template__body" data-person={data?.person?.key}>
        <PageFrame data={data}>{children}</PageFrame>
        {live ? <><ScrollRestoration nonce={data?.nonce} /><Scripts nonce={data?.nonce} /></> : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Refusals and failures of any page, in the same frame. */
export function ErrorBoundary() {
  return <ErrorPage status={statusOf(useRouteError())} />;
}

/** A thrown answer carries its status; anything else thrown is a failure of ours. */
function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
