import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/session/enter.server";
import { PageHeading, Table, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Cookies" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  return null;
}

type Kept = { readonly name: string; readonly why: string; readonly ends: string };

const cookies: readonly Kept[] = [
  { name: "candour-session", why: "Knows that you are signed in", ends: "When you sign out, after a time without use, or after 12 hours" },
  { name: "candour-asked", why: "Knows for which address you asked to sign in", ends: "After 15 minutes" },
  { name: "candour-message", why: "Carries a message such as “Saved” to the next page", ends: "After 2 minutes" },
  { name: "candour-auth", why: "Used only while you sign in with your council’s account", ends: "When you have signed in" },
];

const columns: readonly Column<Kept>[] = [
  { key: "name", heading: "Name", cell: (kept) => kept.name },
  { key: "why", heading: "What it does", cell: (kept) => kept.why },
  { key: "ends", heading: "When it ends", cell: (kept) => kept.ends },
];

export default function Cookies() {
  return (
    <div className="app-measure">
      <PageHeading>Cookies</PageHeading>
      <p className="govuk-body">This service uses only what it needs to work. Nothing measures you and nothing is shared with others, so there is nothing to accept or refuse.</p>
      <Table caption="Cookies this service sets" columns={columns} rows={cookies} rowKey={(kept) => kept.name} />
      <h2 className="govuk-heading-m">Words kept on your device</h2>
      <p className="govuk-body">While you write an answer, your browser keeps what has not been saved yet, so that a lost connection loses nothing. It is removed as soon as the service has it, when you sign out, and when somebody else signs in on the same device.</p>
    </div>
  );
}
