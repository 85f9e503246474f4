import { paragraphsIn } from "../blocks";

/** Running text as paragraphs: an empty line begins a new one, a single line break stays. */
export function TextParagraphs({ text }: { readonly text: string }) {
  return <>{paragraphsIn(text).map((paragraph, index) => <p key={index} className="govuk-body app-prewrap">{paragraph}</p>)}</>;
}
