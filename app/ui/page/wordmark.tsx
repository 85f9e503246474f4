/** The mark: three circles that lean on each other. Decorative, since the name stands beside it. */
export function Wordmark({ name = "Candour" }: { readonly name?: string }) {
  return (
    <>
      <svg className="app-wordmark__mark" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" focusable="false">
        <circle cx="15" cy="8" r="5.4" fill="#ffd27a" />
        <circle cx="7.6" cy="21" r="5.4" fill="#fff" />
        <circle cx="22.4" cy="21" r="5.4" fill="#8fd0bf" />
      </svg>
      {name}
    </>
  );
}
