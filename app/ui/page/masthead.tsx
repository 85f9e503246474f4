import { framePaths, type RootData } from "../root-data";
import { Wordmark } from "./wordmark";

/** The band at the top: the name, where one can go, and who is signed in. */
export function Masthead({ data }: { readonly data: Pick<RootData, "person" | "nav" | "demo"> | null }) {
  const person = data?.person ?? null;
  return (
    <header className="app-masthead">
      <div className="app-width app-masthead__in">
        <a className="app-wordmark" href={framePaths.home}><Wordmark /></a>
        {data && data.nav.length > 0 ? (
          <nav className="app-nav" aria-label="Main">
            <ul>
              {data.nav.map((item) => (
                <li key={item.href}><a href={item.href} aria-current={item.current ? "page" : undefined}>{item.label}</a></li>
              ))}
            </ul>
          </nav>
        ) : null}
        {person ? (
          <div className="app-who">
            <a href={framePaths.account}><span className="govuk-visually-hidden">Your account: </span>{person.name}<span className="app-who__role">, {person.role}</span></a>
            <form method="post" action={framePaths.signOut} data-sign-out="true">
              <button type="submit" className="app-link-button">Sign out</button>
            </form>
          </div>
        ) : data ? (
          <div className="app-who"><a href={framePaths.signIn}>Sign in</a></div>
        ) : null}
      </div>
    </header>
  );
}
