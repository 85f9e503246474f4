import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postForm } from "~/features/people/forms";
import { createPost } from "~/features/people/holdings.server";
import { directorAppoints, POST_KINDS, postKinds } from "~/features/people/posts";
import { placesFor } from "~/features/people/queries.server";
import { refusalWords } from "~/features/people/refusals";
import { enter } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, Select, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "dcs"], of: "region" }, title: "Add a post" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const places = await placesFor(signedIn);
  const asked = new URL(args.request.url).searchParams.get("authority");
  const only = places.regions.length === 0 && places.authorities.length === 1 ? places.authorities[0] : undefined;
  const chosen = places.authorities.find((one) => one.id === asked) ?? only;
  return { ...places, place: chosen ? `authority:${chosen.id}` : "" };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const parsed = await parseForm(args.request, postForm);
  if (!parsed.ok) return refuse(parsed.form);
  const { kind, title, place } = parsed.data;
  const places = await placesFor(actor);
  const [level, id = ""] = place.split(":");
  const authority = level === "authority" ? places.authorities.find((one) => one.id === id) : undefined;
  const regionId = authority?.regionId ?? (level === "region" ? places.regions.find((one) => one.id === id)?.id : undefined);
  if (!regionId) return refuseWith(parsed.values, refusalWords["no-such-place"], "place");
  const result = await createPost({ kind, title, regionId, authorityId: authority?.id ?? null }, actor);
  if (result.kind === "refused") return refuseWith(parsed.values, refusalWords[result.reason], result.reason === "wrong-level" ? "place" : "kind");
  throw await redirectWith(`/posts/${result.postId}`, { title: "The post is made", text: "It is vacant. Give it to somebody below." });
}

export default function NewPost() {
  const { regions, authorities, everyKind, place } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ place });
  const kinds = everyKind ? postKinds : directorAppoints;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }]} />
      <h1 className="govuk-heading-l">Add a post</h1>
      <p className="govuk-body">Obligations belong to the post and pass to whoever holds it next.</p>
      <form method="post" noValidate>
        <Select
          form={form} name="place" label="Where does the post belong?" blank="Choose"
          options={[
            ...regions.map((region) => ({ value: `region:${region.id}`, label: `${region.name}, the region itself` })),
            ...authorities.map((authority) => ({ value: `authority:${authority.id}`, label: authority.name })),
          ]}
        />
        <Select form={form} name="kind" label="Kind of post" blank="Choose" options={kinds.map((kind) => ({ value: kind, label: POST_KINDS[kind].label }))} />
        <TextInput form={form} name="title" label="Title (optional)" hint="As people call it, if that differs: Assistant director, safeguarding" width={30} />
        <ButtonGroup>
          <Button>Add this post</Button>
          <a className="govuk-link" href="/directory">Cancel</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
