import { BackLink, PageHeading } from "~/ui";

/** The top of every page below a group's own. */
export function TriadTop({ triad, heading }: { readonly triad: { readonly id: string; readonly title: string }; readonly heading: string }) {
  return (
    <>
      <BackLink href={`/triads/${triad.id}`}>Back to the group</BackLink>
      <PageHeading caption={triad.title}>{heading}</PageHeading>
    </>
  );
}
