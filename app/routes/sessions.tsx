import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, notFound, sessionOf } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { endAllSessions, endSession, endThisSession, mySessions } from "~/session/sessions.server";
import { Breadcrumbs, Button, formatDateTime, Table, WarningButton, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Where you are signed in" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const session = await sessionOf(args.request);
  return { sessions: await mySessions(signedIn.personId, session?.sessionId ?? null) };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const which = (await readBody(args.request)).get("session");
  if (which === "all") {
    await endAllSessions(signedIn.personId);
    const headers = new Headers({ "Set-Cookie": await endThisSession(args.request) });
    throw await redirectWith("/sign-in", { title: "You are signed out everywhere", text: "What you saved is kept." }, headers);
  }
  if (typeof which !== "string" || !isUuid(which)) throw notFound();
  const ended = await endSession(signedIn.personId, which);
  throw await redirectWith("/sessions", ended ? { title: "That device is signed out" } : { title: "That device was signed out already", kind: "notice" });
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Your account", href: "/account" }]} />
      <h1 className="govuk-heading-l">Where you are signed in</h1>
      <Table
        caption="Your devices"
        hideCaption
        columns={[
          { key: "device", heading: "Device", cell: (row) => <>{row.device}{row.current ? " (this one)" : ""}</> },
          { key: "used", heading: "Last used", cell: (row) => formatDateTime(row.lastUsedAt) },
          { key: "since", heading: "Signed in", cell: (row) => formatDateTime(row.signedInAt) },
          { key: "address", heading: "From", cell: (row) => row.address ?? "Not known" },
          {
            key: "end", heading: "Sign out", cell: (row) => row.current ? <a className="govuk-link" href="/sign-out">Sign out here</a> : (
              <form method="post"><button type="submit" className="app-link-button" name="session" value={row.id}>Sign out<span className="govuk-visually-hidden"> {row.device}, last used {formatDateTime(row.lastUsedAt)}</span></button></form>
            ),
          },
        ]}
        rows={sessions}
        rowKey={(row) => row.id}
      />
      <p className="govuk-body">A device that is not used for a while is signed out by itself, and every one after 12 hours. If you do not know one of them, sign it out and tell your coordinator.</p>
      <form method="post">
        <WarningButton name="session" value="all">Sign out everywhere</WarningButton>
      </form>
      <Button kind="secondary" href="/account">Back to your account</Button>
    </>
  );
}
