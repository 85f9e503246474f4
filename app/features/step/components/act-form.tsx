import type { ReactNode } from "react";

import { Button, ButtonGroup, PressFields, ToldSentence, WarningButton, WarningText } from "~/ui";
import type { RecordAct } from "../acts";

/** The form of an act's page: what it does, what it asks (`children`), who is told, the button, and the way back. */
export function ActForm({ act, tells, revision, requestKey, back, children }: {
  readonly act: RecordAct;
  readonly tells: readonly string[];
  readonly revision: number;
  readonly requestKey: string;
  /** The record's page. */
  readonly back: string;
  readonly children?: ReactNode;
}) {
  const Press = act.warns ? WarningButton : Button;
  return (
    <form method="post" noValidate className="app-measure">
      {act.warns ? <WarningText>{act.explains}</WarningText> : <p className="govuk-body">{act.explains}</p>}
      <PressFields revision={revision} requestKey={requestKey} />
      {children}
      <ToldSentence tells={tells} />
      <ButtonGroup><Press>{act.button}</Press><a className="govuk-link" href={back}>Cancel</a></ButtonGroup>
    </form>
  );
}
