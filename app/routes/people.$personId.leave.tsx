import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { personLeft, personReturned } from "~/features/people/people.server";
import { personPage } from "~/features/people/queries.server";
import { refusalWords } from "~/features/people/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, Breadcrumbs, Button, ButtonGroup, ErrorSummary, readForm, WarningButton, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "posts", posts: ["sli-coordinator"], of: "region" },
  title: (page: { person: { name: string; leftAt: Date | null } }) => (page.person.leftAt ? `${page.person.name} is back` : `${page.person.name} has left`),
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const personId = args.params["personId"];
  const person = isUuid(personId) ? await personPage(signedIn, personId) : null;
  if (!person?.mayChange) throw notFound();
  return { person };
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await loader(args);
  const actor = await enter(args, handle.access);
  const { intent } = readForm(await readBody(args.request));
  // What the button said is done, however the page stands by now: pressed twice, it does not undo itself.
  if (intent === "back") {
    const back = await personReturned(person.id, actor);
    if (back.kind === "refused") return refuseWith({}, refusalWords[back.reason]);
    throw await redirectWith(`/people/${person.id}`, { title: `${person.name} is back`, text: "Give them a post so that they can sign in." });
  }
  const left = await personLeft(person.id, actor);
  if (left.kind === "refused" && left.reason !== "has-left") return refuseWith({}, refusalWords[left.reason]);
  throw await redirectWith(`/people/${person.id}`, { title: `${person.name} has left`, text: "They are signed out, and each post they held has been ended and they have been emailed about it." });
}

export default function Leave() {
  const { person } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }, { label: person.name, href: `/people/${person.id}` }]} />
      {person.leftAt ? (
        <>
          <h1 className="govuk-heading-l">Is {person.name} back?</h1>
          <p className="govuk-body">They can be given posts again. Nothing that they held returns by itself.</p>
          <form method="post">
            <ButtonGroup>
              <Button name="intent" value="back">Bring {person.name} back</Button>
              <a className="govuk-link" href={`/people/${person.id}`}>Cancel</a>
            </ButtonGroup>
          </form>
        </>
      ) : (
        <>
          <h1 className="govuk-heading-l">Has {person.name} left?</h1>
          <p className="govuk-body">From this moment:</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>they are signed out everywhere and cannot sign in</li>
            {person.current.map((row) => <li key={row.id}>{row.title}, {row.place}, is no longer theirs; what waits for the post waits for its next holder</li>)}
            <li>they are emailed that they have handed over, and the region’s other coordinators are told</li>
          </ul>
          <p className="govuk-body">What they wrote, signed and did stays in the records under their name.</p>
          <form method="post">
            <ButtonGroup>
              <WarningButton name="intent" value="left">{person.name} has left</WarningButton>
              <a className="govuk-link" href={`/people/${person.id}`}>Cancel</a>
            </ButtonGroup>
          </form>
        </>
      )}
    </div>
  );
}
