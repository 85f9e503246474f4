import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { endThisSession } from "~/session/sessions.server";
import { Button, ButtonGroup, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Sign out" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  if (!(await enter(args, handle.access))) throw redirect("/sign-in");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  const headers = new Headers({ "Set-Cookie": await endThisSession(args.request) });
  throw await redirectWith("/sign-in", { title: "You are signed out", text: "What you saved is kept." }, headers);
}

export default function SignOut() {
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">Sign out?</h1>
      <p className="govuk-body">What you have saved is kept. You can sign in again at any time.</p>
      <form method="post" data-sign-out="true">
        <ButtonGroup>
          <Button>Sign out</Button>
          <a className="govuk-link" href="/tasks">Stay signed in</a>
        </ButtonGroup>
      </form>
    </div>
  );
}
