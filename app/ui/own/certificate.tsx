import type { ReactNode } from "react";

/** A statement that has been proved or completed, with the reasons. */
export function Certificate({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="app-certificate">
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" focusable="false">
        <circle cx="17" cy="17" r="17" fill="#12473f" /><path d="M9 17.5l5.5 5.5L25.5 12" fill="none" stroke="#fff" strokeWidth="3.4" />
      </svg>
      <div><p className="app-certificate__title">{title}</p>{typeof children === "string" ? <p>{children}</p> : children}</div>
    </div>
  );
}
