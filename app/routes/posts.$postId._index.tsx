import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppointForm } from "~/features/people/components/appoint-form";
import { appointForm } from "~/features/people/forms";
import { appoint } from "~/features/people/holdings.server";
import { factsOf, labelOf } from "~/features/people/posts";
import { appointable, postPage } from "~/features/people/queries.server";
import { refusalWords } from "~/features/people/refusals";
import { beginningOfDay, momentOrNow } from "~/features/people/when";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, Breadcrumbs, counted, ErrorSummary, formatDate, InsetText, PageHeading, Pill, readDate, SummaryList, Table, withError, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "post" },
  title: (page: { post: { title: string; place: string } }) => `${page.post.title}, ${page.post.place}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const postId = args.params["postId"];
  const post = isUuid(postId) ? await postPage(signedIn, postId) : null;
  if (!post) throw notFound();
  return { post, people: post.mayFill ? await appointable(signedIn) : [] };
}

export async function action(args: ActionFunctionArgs) {
  const { post } = await loader(args);
  const actor = await enter(args, handle.access);
  if (!post.mayFill) throw notFound();
  const parsed = await parseForm(args.request, appointForm);
  if (!parsed.ok) return refuse(parsed.form);
  const day = readDate(parsed.values, "from", "The first day");
  if (!day.ok) return refuse(withError({ values: parsed.values, errors: {} }, day.message, "from"));
  const from = momentOrNow(day.date, now());
  if (day.date && beginningOfDay(day.date) > new Date(now().getTime() + 366 * 86_400_000)) return refuseWith(parsed.values, "The first day must be within a year from today", "from");
  const result = await appoint({ postId: post.id, personId: parsed.data.personId, from, handOver: parsed.data.handOver === "yes" }, actor);
  if (result.kind === "refused") return refuseWith(parsed.values, refusalWords[result.reason], result.reason === "post-held" ? "handOver" : "personId");
  const when = from > now() ? `from ${formatDate(from)}` : "from this minute";
  throw await redirectWith(`/posts/${post.id}`, { title: "The post is given", text: `Everything that waits for it waits for its new holder ${when}. They have been emailed.` });
}

export default function PostPage() {
  const { post, people } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const facts = factsOf(post.kind);
  const signs = facts?.signs === "declaration" ? "Signs the self-assessment" : facts?.signs === "endorsement" ? "Endorses the self-assessment" : "Prepares, reads or runs; signs nothing";
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }, ...(post.authorityId ? [{ label: post.place, href: `/directory/${post.authorityId}` }] : [])]} />
      <PageHeading caption={post.place} {...(post.current.length === 0 ? { status: <Pill kind="warn">Vacant</Pill> } : {})}>{post.title}</PageHeading>
      <SummaryList
        rows={[
          { key: "Kind", value: labelOf(post.kind) },
          { key: "What it may do", value: signs },
          {
            key: "Held by",
            value: post.current.length === 0 ? "Nobody" : (
              <ul className="govuk-list govuk-!-margin-bottom-0">
                {post.current.map((one) => (
                  <li key={one.id}>
                    <a className="govuk-link" href={`/people/${one.person.id}`}>{one.person.name}</a>, since {formatDate(one.from, { year: true, weekday: false })}
                    {one.to ? `, until ${formatDate(one.to, { year: true, weekday: false })}` : ""}
                    {post.mayFill && !one.to ? <> <a className="govuk-link" href={`/posts/${post.id}/end/${one.id}`}>End<span className="govuk-visually-hidden"> the holding of {one.person.name}</span></a></> : null}
                  </li>
                ))}
              </ul>
            ),
          },
          ...(post.coming.length > 0 ? [{ key: "Coming", value: post.coming.map((one) => `${one.person.name}, from ${formatDate(one.from, { year: true })}`).join("; ") }] : []),
          { key: "What waits", value: post.waiting === 0 ? "Nothing waits for this post" : `${counted(post.waiting, "thing")} for its holder to do` },
        ]}
      />
      {post.mayFill ? <AppointForm form={form} post={post} people={people} single={facts?.single ?? false} /> : <InsetText>The coordinator of {post.region} gives posts. A director gives those of their own delegates and authors.</InsetText>}
      {post.past.length > 0 ? (
        <Table
          caption="Held before by"
          columns={[
            { key: "name", heading: "Name", cell: (one) => <a className="govuk-link" href={`/people/${one.person.id}`}>{one.person.name}</a> },
            { key: "from", heading: "From", cell: (one) => formatDate(one.from, { year: true, weekday: false }) },
            { key: "to", heading: "Until", cell: (one) => (one.to ? formatDate(one.to, { year: true, weekday: false }) : "") },
          ]}
          rows={post.past}
          rowKey={(one) => one.id}
        />
      ) : null}
    </>
  );
}
