import { createContext } from "react";

/**
 * What the server knows of the answer as a whole while it draws the page. entry.server gives it from
 * the status, entry.client from the title it finds, so that both draw the same.
 */
export type PageState = { readonly hasErrors: boolean };

export const PageStateContext = createContext<PageState>({ hasErrors: false });

/** A form that goes back to the person is answered with 422 or 409, so the status says whether the title begins "Error: ". */
export function pageStateOf(status: number): PageState {
  return { hasErrors: status >= 400 && status < 500 };
}
