import type { ReactNode } from "react";
import { NotificationBanner } from "../govuk/notification-banner";
import type { RootData } from "../root-data";
import { Footer } from "./footer";
import { Masthead } from "./masthead";
import { RoundBar } from "./round-bar";

/** Everything around a page's own content. Without data (the database is lost, say) it stands plain. */
export function PageFrame({ data, children }: { readonly data: RootData | null; readonly children: ReactNode }) {
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">Skip to main content</a>
      <Masthead data={data} />
      {data?.round ? <RoundBar round={data.round} /> : null}
      <main className="app-width app-main" id="main-content" tabIndex={-1}>
        {data?.flash ? <NotificationBanner kind={data.flash.kind} heading={data.flash.title}>{data.flash.text}</NotificationBanner> : null}
        {children}
      </main>
      <Footer demo={data?.demo ?? false} />
      {data?.person && data.idle ? <IdleWarning idle={data.idle} /> : null}
    </>
  );
}

/** Said before a session ends. It is in the page from the start and shown by the page's own small script. */
function IdleWarning({ idle }: { readonly idle: NonNullable<RootData["idle"]> }) {
  return (
    <dialog
      className="app-dialog" aria-labelledby="idle-title" data-idle="true"
      data-warn-after={idle.warnAfterSeconds} data-ends-after={idle.endsAfterSeconds}
    >
      <h2 className="govuk-heading-m" id="idle-title">You will be signed out soon</h2>
      <p className="govuk-body">You have not done anything for a while. You will be signed out <span data-idle-left="true">in a few minutes</span>. Drafts are kept.</p>
      <p className="govuk-visually-hidden" aria-live="polite" data-idle-live="true" />
      <button type="button" className="govuk-button" data-idle-stay="true">Stay signed in</button>
    </dialog>
  );
}
