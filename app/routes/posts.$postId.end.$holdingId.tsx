import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endHolding } from "~/features/people/holdings.server";
import { postPage } from "~/features/people/queries.server";
import { refusalWords } from "~/features/people/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { blankForm, Breadcrumbs, ButtonGroup, ErrorSummary, WarningButton, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "posts", posts: ["sli-coordinator", "dcs"], of: "region" },
  title: (page: { holding: { person: { name: string } } }) => `${page.holding.person.name} gives up the post`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const { postId, holdingId } = args.params;
  const post = isUuid(postId) ? await postPage(signedIn, postId) : null;
  const holding = post?.current.find((one) => one.id === holdingId);
  if (!post?.mayFill || !holding) throw notFound();
  return { post: { id: post.id, title: post.title, place: post.place }, holding };
}

export async function action(args: ActionFunctionArgs) {
  const { post, holding } = await loader(args);
  const actor = await enter(args, handle.access);
  const result = await endHolding(holding.id, actor);
  if (result.kind === "refused") return refuseWith({}, refusalWords[result.reason]);
  throw await redirectWith(`/posts/${post.id}`, { title: `${holding.person.name} no longer holds this post`, text: "They have been emailed. If they hold nothing else they are signed out." });
}

export default function EndHolding() {
  const { post, holding } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const { name } = holding.person;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }, { label: post.title, href: `/posts/${post.id}` }]} />
      <h1 className="govuk-heading-l">Does {name} no longer hold this post?</h1>
      <p className="govuk-body">The post is {post.title}, {post.place}. From this moment what waits for it no longer waits for {name}, and if nobody else holds it the post is vacant: its emails go to the region’s coordinator.</p>
      <p className="govuk-body">If somebody takes over, <a className="govuk-link" href={`/posts/${post.id}`}>hand it over</a> instead: then there is no gap.</p>
      <form method="post">
        <ButtonGroup>
          <WarningButton>End the holding of {name}</WarningButton>
          <a className="govuk-link" href={`/posts/${post.id}`}>Cancel</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
