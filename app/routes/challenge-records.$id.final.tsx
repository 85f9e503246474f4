import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { versionAsked } from "~/features/document/version-asked";
import { readLetter, responseTo } from "~/features/letter";
import { isTeam, seesReads } from "~/features/letter/access";
import { TextParagraphs } from "~/features/document/parts";
import { LetterView } from "~/features/letter/components/letter-view";
import { enter, notFound } from "~/session/enter.server";
import { InsetText, formatDateTime, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `The letter: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const letter = head && (await readLetter(actor, head, { version: versionAsked(args.request), how: "page" }));
  if (!head || !letter) throw notFound();
  return { head, letter, response: await responseTo(head.id), noted: !isTeam(head), seesReads: seesReads(head) };
}

export default function FinalRoute() {
  const { head, letter, response, noted, seesReads: mayLook } = useLoaderData<typeof loader>();
  const base = `/challenge-records/${head.id}`;
  const asked = `?version=${letter.version}`;
  return (
    <>
      <RecordTop head={head} heading={letter.kind === "final" ? "The final letter" : `Version ${letter.version} of the letter, for its facts to be checked`} />
      <ul className="govuk-list app-no-print">
        <li><a className="govuk-link" href={`${base}/final.docx${asked}`}>Download it as a Word file</a></li>
        <li><a className="govuk-link" href={`${base}/final.pdf${asked}`}>Download it as a PDF that screen readers can read</a></li>
        <li><a className="govuk-link" href={`${base}/versions`}>Versions, and what changed</a></li>
        {mayLook ? <li><a className="govuk-link" href={`${base}/seen`}>Who has opened it</a></li> : null}
      </ul>
      {noted ? <p className="govuk-body app-soft app-no-print">{head.authority.name} and the lead challenger see that you have opened it.</p> : null}
      {letter.kind === "sentForCheck" ? <InsetText>This is not the final letter. Facts in it may still be corrected.</InsetText> : null}
      <LetterView letter={letter} />
      {response ? (
        <section aria-labelledby="response" className="app-document">
          <h2 className="govuk-heading-l" id="response">The authority’s response</h2>
          <p className="govuk-body app-soft">Written by {response.by}, {formatDateTime(response.at, { year: true })}. It stands beside the letter, is not evidence, and changed nothing in it.</p>
          <TextParagraphs text={response.text} />
        </section>
      ) : null}
    </>
  );
}
