import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callerOf } from "~/session/caller.server";
import { enter, pathAfterSignIn } from "~/session/enter.server";
import { tooManyTries } from "~/session/forms.server";
import { isLinkLive, signInByLink } from "~/session/ways-in.server";
import { Button, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Sign in with your link" } satisfies RouteHandle;

/** Opening the link uses nothing up: only the button signs in, since mail scanners open every link. */
export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const live = await isLinkLive(args.params["token"] ?? "");
  if (!live && signedIn) throw redirect("/tasks");
  // The same answer for a link that was used, one that is too old and one that never was.
  return data({ live }, { status: live ? 200 : 410, headers: { "Cache-Control": "no-store" } });
}

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  const result = await signInByLink(args.params["token"] ?? "", callerOf(args.request));
  if (result.kind === "tooMany") throw tooManyTries();
  if (result.kind === "refused") return data(null, { status: 410 });
  throw redirect(pathAfterSignIn(result.to), { headers: result.headers });
}

export default function SignInWithLink() {
  const { live } = useLoaderData<typeof loader>();
  if (!live) {
    return (
      <div className="app-measure">
        <h1 className="govuk-heading-l">This link can no longer be used</h1>
        <p className="govuk-body">A link works once, for 15 minutes. It may have been used already, or a newer email may have taken its place.</p>
        <Button href="/sign-in">Ask for a new one</Button>
      </div>
    );
  }
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">Sign in to Candour</h1>
      <p className="govuk-body">You are about to be signed in on this device. If you did not ask for this, close the page: nothing happens until you press the button.</p>
      <form method="post">
        <Button>Sign in</Button>
      </form>
    </div>
  );
}
