import { Tabs } from "~/ui";

/** The chase boards of a region, one beside the other, with how much waits on each. */
export function ChaseTabs({ cycleId, regionId, here, selfAssessments, challenge, programmes }: {
  readonly cycleId: string;
  readonly regionId: string;
  readonly here: "selfAssessments" | "challenge";
  readonly selfAssessments: number;
  readonly challenge: number;
  readonly programmes: number;
}) {
  return (
    <Tabs
      label="What is chased"
      tabs={[
        { label: "Self-assessments", href: `/rounds/${cycleId}/chase`, current: here === "selfAssessments", count: selfAssessments },
        { label: "Peer challenge", href: `/rounds/${cycleId}/challenge-board`, current: here === "challenge", count: challenge },
        { label: "Programmes", href: `/regions/${regionId}/programmes/chase`, current: false, count: programmes },
      ]}
    />
  );
}
