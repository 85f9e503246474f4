import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/session/enter.server";
import { Button, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Sector-led improvement in children's services" } satisfies RouteHandle;

/** The front door: straight to the tasks for whoever is signed in. */
export async function loader(args: LoaderFunctionArgs) {
  if (await enter(args, handle.access)) throw redirect("/tasks");
  return null;
}

export default function Start() {
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-xl">Sector-led improvement in children’s services</h1>
      <p className="govuk-body-l">Candour is where the authorities of a region assess themselves, challenge each other and act on what they learn.</p>
      <p className="govuk-body">Use it to:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>see what waits for you, and by when</li>
        <li>write, sign, endorse and share your authority’s self-assessment</li>
        <li>run your region’s round, from opening it to its close</li>
        <li>find who holds which post in your region</li>
      </ul>
      <Button href="/sign-in">Sign in</Button>
      <h2 className="govuk-heading-m">Before you start</h2>
      <p className="govuk-body">Your region’s coordinator adds the people who take part. There is no password: you sign in with a code or a link that we email to your work address.</p>
    </div>
  );
}
