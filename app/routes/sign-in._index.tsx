import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { settings } from "~/platform/settings.server";
import { askedHeader } from "~/session/asked.server";
import { hasCouncilSignIn } from "~/session/auth.server";
import { callerOf } from "~/session/caller.server";
import { PersonaList } from "~/session/components/persona-list";
import { enter, pathAfterSignIn } from "~/session/enter.server";
import { emailAddress, parseForm, refuse, tooManyTries } from "~/session/forms.server";
import { personas } from "~/session/personas.server";
import { requestSignIn } from "~/session/ways-in.server";
import { blankForm, Button, ErrorSummary, NotificationBanner, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Sign in" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const url = new URL(args.request.url);
  const to = url.searchParams.get("to");
  if (await enter(args, handle.access)) throw redirect(pathAfterSignIn(to));
  const { DEMO, OIDC_LABEL } = settings();
  return {
    to: to === null ? null : pathAfterSignIn(to),
    council: hasCouncilSignIn() ? OIDC_LABEL : null,
    councilFailed: url.searchParams.has("problem") || url.searchParams.has("error"),
    regions: DEMO ? await personas() : null,
  };
}

const schema = z.object({ email: emailAddress("Enter your work email address"), to: z.string().max(2000).optional() });

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return refuse(parsed.form);
  const { email, to } = parsed.data;
  const path = to ? pathAfterSignIn(to) : null;
  if ((await requestSignIn(email, path, callerOf(args.request))) === "tooMany") throw tooManyTries();
  throw redirect("/sign-in/code", { headers: { "Set-Cookie": await askedHeader({ address: email, to: path }) } });
}

export default function SignIn() {
  const { to, council, councilFailed, regions } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <div className="app-measure">
        <ErrorSummary form={form} />
        {councilFailed ? <NotificationBanner kind="notice" heading="You could not be signed in with your council account">Your council’s account must have a verified email address that your coordinator has added to Candour. Sign in by email below, or ask your coordinator.</NotificationBanner> : null}
        <h1 className="govuk-heading-l">Sign in</h1>
        <form method="post" noValidate>
          {to ? <input type="hidden" name="to" value={to} /> : null}
          <TextInput form={form} name="email" label="Your work email address" type="email" autoComplete="email" spellCheck={false} width={30} hint="We will email you a code and a link. Either one signs you in, once, within 15 minutes." />
          <Button>Email me a code</Button>
        </form>
        {council ? (
          <form method="post" action="/sign-in/council">
            {to ? <input type="hidden" name="to" value={to} /> : null}
            <h2 className="govuk-heading-m">Or use your council’s own sign-in</h2>
            <Button kind="secondary">Sign in with {council}</Button>
          </form>
        ) : null}
      </div>
      {regions ? <PersonaList regions={regions} to={to} /> : null}
    </>
  );
}
