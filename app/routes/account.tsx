import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emailChoices } from "~/features/people/forms";
import { accountOf, chooseEmails } from "~/features/people/account.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse } from "~/session/forms.server";
import { Button, Checkbox, ErrorSummary, formOf, PageHeading, Radios, SummaryList, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Your account" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const account = await accountOf(signedIn.personId);
  if (!account) throw notFound();
  return { account, delegates: signedIn.holdings.some((post) => post.kind === "dcs-delegate") };
}

export async function action(args: ActionFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const parsed = await parseForm(args.request, emailChoices);
  if (!parsed.ok) return refuse(parsed.form);
  await chooseEmails(signedIn.personId, parsed.data);
  throw await redirectWith("/account", { title: "Your choices are saved" });
}

export default function Account() {
  const { account, delegates } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ digest: account.digest, ...(account.copyMe ? { copyMe: "yes" } : {}) });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <PageHeading>Your account</PageHeading>
      <SummaryList
        rows={[
          { key: "Name", value: account.name },
          { key: "Email", value: account.email },
          { key: "Posts", value: account.posts.length === 0 ? "None: you take part by name" : <ul className="govuk-list govuk-!-margin-bottom-0">{account.posts.map((post) => <li key={post.id}><a className="govuk-link" href={`/posts/${post.id}`}>{post.words}</a></li>)}</ul> },
          { key: "Signed in on", value: <a className="govuk-link" href="/sessions">See your devices, or sign out everywhere</a> },
        ]}
      />
      <p className="govuk-body">Is something wrong? Your region’s coordinator keeps the register{account.contactEmail ? <>: <a className="govuk-link" href={`mailto:${account.contactEmail}`}>{account.contactEmail}</a></> : ""}.</p>
      <form method="post" noValidate>
        <Radios
          form={form} name="digest" label="How do you want to be emailed?" size="m"
          choices={[
            { value: "each", label: "Each email as it happens" },
            { value: "daily", label: "One email a day for what can wait", hint: "Deadlines and what is asked of you still come at once." },
          ]}
        />
        {delegates ? <Checkbox form={form} name="copyMe" label="Copy me on what my director is told" /> : <input type="hidden" name="copyMe" value={account.copyMe ? "yes" : ""} />}
        <Button>Save your choices</Button>
      </form>
    </div>
  );
}
