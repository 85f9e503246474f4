import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { forgottenAskedHeader, readAsked } from "~/session/asked.server";
import { callerOf } from "~/session/caller.server";
import { enter, pathAfterSignIn } from "~/session/enter.server";
import { emailAddress, parseForm, refuse, refuseWith, required, tooManyTries } from "~/session/forms.server";
import { signInByCode } from "~/session/ways-in.server";
import { blankForm, Button, Details, ErrorSummary, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Enter your code" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const asked = await readAsked(args.request);
  if (await enter(args, handle.access)) throw redirect(pathAfterSignIn(asked?.to));
  return { address: asked?.address ?? null };
}

const code = required("Enter the 6 figures from the email", 20)
  .transform((text) => text.replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "The code has 6 figures, like 123456"));

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  const asked = await readAsked(args.request);
  const email: z.ZodType<string> = asked ? emailAddress().default(asked.address) : emailAddress("Enter the address that we emailed");
  const parsed = await parseForm(args.request, z.object({ code, email }));
  if (!parsed.ok) return refuse(parsed.form);
  const result = await signInByCode(parsed.data.email, parsed.data.code, callerOf(args.request));
  if (result.kind === "tooMany") throw tooManyTries();
  // The same words for a wrong code, an old one and an address nobody has.
  if (result.kind === "refused") return refuseWith(parsed.values, "That code is not right or can no longer be used. Check the newest email, or ask for a new code", "code");
  result.headers.append("Set-Cookie", await forgottenAskedHeader());
  throw redirect(pathAfterSignIn(asked?.to), { headers: result.headers });
}

export default function EnterCode() {
  const { address } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Check your email</h1>
      {address ? (
        <p className="govuk-body">If <b>{address}</b> belongs to somebody who takes part, an email with a code and a link is on its way to it. It can take a minute or two.</p>
      ) : (
        <p className="govuk-body">Enter the address that we emailed and the code in the email. Both work for 15 minutes.</p>
      )}
      <form method="post" noValidate>
        {address ? null : <TextInput form={form} name="email" label="Your work email address" type="email" autoComplete="email" spellCheck={false} width={30} />}
        <TextInput form={form} name="code" label="The 6-figure code" inputMode="numeric" autoComplete="one-time-code" width={10} hint="For example, 123456" />
        <Button>Sign in</Button>
      </form>
      <Details summary="The email has not come">
        <p className="govuk-body">Look in your junk folder, and check that you gave the address your coordinator knows.</p>
        <p className="govuk-body"><a className="govuk-link" href="/sign-in">Ask for another email</a>. Only the newest code works.</p>
      </Details>
    </div>
  );
}
