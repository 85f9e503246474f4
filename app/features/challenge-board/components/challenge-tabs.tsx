import { Tabs } from "~/ui";

const places = [
  { label: "Triads", href: "/triads" },
  { label: "Visits", href: "/visits" },
  { label: "Validation", href: "/validations" },
  { label: "Records and letters", href: "/challenge-records" },
  { label: "Themes", href: "/themes" },
] as const;

/** The lists of peer challenge, one beside the other: the menu has one entry for all of them. */
export function ChallengeTabs({ here }: { readonly here: (typeof places)[number]["href"] }) {
  return <Tabs label="Peer challenge" tabs={places.map((place) => ({ ...place, current: place.href === here }))} />;
}
