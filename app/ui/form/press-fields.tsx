/** What the form of an act carries unseen, and pressOf reads: the revision that was looked at, and the key by which a double press acts once. */
export function PressFields({ revision, requestKey }: { readonly revision?: number | undefined; readonly requestKey: string }) {
  return (
    <>
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
      <input type="hidden" name="requestKey" value={requestKey} />
    </>
  );
}
