import { Checkboxes, Pill, Radios, Tabs, TextArea, TextInput, type FormState } from "~/ui";
import { kindLabels, kinds, membershipLabels, stateLabels, type MembershipState, type State } from "../words";

/** The pages about events, of which networks are one. */
export function EventTabs({ here }: { readonly here: "/events" | "/calendar" | "/networks" | "/awards" }) {
  const tabs = [{ label: "Events", href: "/events" }, { label: "Calendar", href: "/calendar" }, { label: "Networks", href: "/networks" }, { label: "Awards", href: "/awards" }];
  return <Tabs label="Events" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === here }))} />;
}

export function NetworkPill({ state }: { readonly state: State }) {
  return <Pill kind={state === "open" ? "calm" : "quiet"}>{stateLabels[state]}</Pill>;
}

export const membershipWords = (state: MembershipState | null): string => (state ? membershipLabels[state] : "");

/** What a network is, who may join, and how. */
export function NetworkFields({ form, events }: { readonly form: FormState; readonly events: readonly { readonly id: string; readonly title: string }[] }) {
  return (
    <>
      <TextInput form={form} name="title" label="What is it called?" />
      <Radios form={form} name="kind" label="What is it?" size="s" inline choices={kinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))} />
      <TextArea form={form} name="about" label="What is it about? (optional)" rows={4} hint="Everybody who may join reads it." />
      <Radios
        form={form} name="who" label="Who may join?" size="s"
        choices={[
          { value: "region", label: "Everybody with a post in the region" },
          {
            value: "attended", label: "Only those who took part in certain events",
            reveals: <Checkboxes form={form} name="source" label="Which events?" size="s" small choices={events.map(({ id, title }) => ({ value: id, label: title }))} />,
          },
        ]}
      />
      <TextArea form={form} name="instructions" label="How do members join its meetings? (optional)" rows={4} hint="Only members read it, on its page. It is never in an email." />
      <TextInput form={form} name="joinLink" label="Link for members (optional)" hint="To its meetings or its shared place. Only members see it." />
    </>
  );
}
