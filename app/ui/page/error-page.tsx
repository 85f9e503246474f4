import type { ReactNode } from "react";

type Words = { readonly title: string; readonly body: ReactNode };

const pages: Readonly<Record<number, Words>> = {
  404: {
    title: "Page not found",
    // Absent and forbidden are the same page word for word: the difference would itself tell something.
    body: (
      <>
        <p className="govuk-body">If you typed the address, check that it is right. If you followed a link, the page may have moved, or it is not shared with you.</p>
        <p className="govuk-body"><a className="govuk-link" href="/">Go to your tasks</a></p>
      </>
    ),
  },
  409: {
    title: "Somebody else moved this first",
    body: (
      <>
        <p className="govuk-body">Nothing you did has been lost or written over. Open the page again to see how it stands now, then decide whether your change is still needed.</p>
        <p className="govuk-body"><a className="govuk-link" href="/">Go to your tasks</a></p>
      </>
    ),
  },
  413: {
    title: "That is too big to send",
    body: (
      <>
        <p className="govuk-body">Nothing has been saved from this attempt. Go back, choose a smaller file or shorten the text, and send it again.</p>
        <p className="govuk-body">What you saved before is still there.</p>
      </>
    ),
  },
  422: {
    title: "We could not use what was sent",
    body: (
      <>
        <p className="govuk-body">Nothing has been changed. Go back, check the form and send it again.</p>
        <p className="govuk-body"><a className="govuk-link" href="/">Go to your tasks</a></p>
      </>
    ),
  },
  429: {
    title: "Too many tries",
    body: <p className="govuk-body">For safety we have stopped for a few minutes. Wait 5 minutes, then try again. Nothing has been changed.</p>,
  },
  503: {
    title: "The service is not available just now",
    body: (
      <>
        <p className="govuk-body">We cannot reach the records at the moment. Nothing has been lost: what you saved is still there, and what you have typed stays in your browser if you keep its page open.</p>
        <p className="govuk-body">Try again in a few minutes.</p>
      </>
    ),
  },
};

const broken: Words = {
  title: "Something went wrong on our side",
  body: (
    <>
      <p className="govuk-body">This act was not completed. What you saved before is still there. Go back and try again.</p>
      <p className="govuk-body">If it happens again, tell your coordinator the time it happened.</p>
    </>
  ),
};

/** A refusal that is shown as another: forbidden as absent, and whatever we have no words for as our fault or the sender's. */
export function shownStatus(status: number): number {
  if (status === 401 || status === 403 || status === 405 || status === 410) return 404;
  if (pages[status]) return status;
  return status >= 400 && status < 500 ? 422 : 500;
}

/** The title of the page for a refusal or a failure. */
export function errorTitle(status: number): string {
  return (pages[shownStatus(status)] ?? broken).title;
}

/** An honest page for a refusal or a failure: what happened, what was kept, what to do. Never an internal message. */
export function ErrorPage({ status }: { readonly status: number }) {
  const words = pages[shownStatus(status)] ?? broken;
  return (
    <div className="app-measure">
      <h1 className="govuk-heading-l">{words.title}</h1>
      {words.body}
    </div>
  );
}
