import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { PageStateContext, pageStateOf } from "~/ui/page/page-state";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageStateContext.Provider value={pageStateOf(document.title.startsWith("Error: ") ? 422 : 200)}>
        <RemixBrowser />
      </PageStateContext.Provider>
    </StrictMode>,
  );
});
