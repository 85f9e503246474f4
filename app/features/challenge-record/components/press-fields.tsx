/** The hidden fields of every act: which state of the record the page showed, and the name of this press. */
export function PressFields({ revision, requestKey }: { readonly revision: number; readonly requestKey: string }) {
  return (
    <>
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="requestKey" value={requestKey} />
    </>
  );
}
