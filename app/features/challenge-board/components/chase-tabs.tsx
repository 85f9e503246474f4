import { Tabs } from "~/ui";

/** Both chase boards of a round, one beside the other, with how much waits on each. */
export function ChaseTabs({ cycleId, here, selfAssessments, challenge }: { readonly cycleId: string; readonly here: "selfAssessments" | "challenge"; readonly selfAssessments: number; readonly challenge: number }) {
  return (
    <Tabs
      label="What is chased in this round"
      tabs={[
        { label: "Self-assessments", href: `/rounds/${cycleId}/chase`, current: here === "selfAssessments", count: selfAssessments },
        { label: "Peer challenge", href: `/rounds/${cycleId}/challenge-board`, current: here === "challenge", count: challenge },
      ]}
    />
  );
}
