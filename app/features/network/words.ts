import type { RecordAct } from "~/features/step/acts";
import { labelling, refusing, saying } from "~/features/step/words";

/** States of a network. */
export const stateLabels = { planned: "Not open yet", open: "Open", closed: "Closed" } as const;
export type State = keyof typeof stateLabels;
export const { isState, labelOf } = labelling(stateLabels);

/** States of a membership. */
export const membershipLabels = { asked: "Being made", invited: "Invited", member: "Member", declined: "Did not join", left: "Has left", ended: "Ended" } as const;
export type MembershipState = keyof typeof membershipLabels;
export const { labelOf: membershipLabelOf } = labelling(membershipLabels);

export const kinds = ["network", "community"] as const;
export type NetworkKind = (typeof kinds)[number];
export const kindLabels = { network: "Network", community: "Community of practice" } as const satisfies Record<NetworkKind, string>;

export function taskOf({ state, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return `${state === "planned" ? "Open" : "Look at"} ${title}`;
}

export function membershipTaskOf({ state, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return `${state === "invited" ? "Answer the invitation to join" : "Look at your membership of"} ${title}`;
}

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "planned the network",
  "network.open": "opened the network to members",
  "network.change": "changed its details",
  "invitation.repeat": "told those who may join again",
  "instructions.send": "sent every member how to join",
  "network.close": "closed the network, with a reason",
});

export const membershipHappened = saying({
  begin: "began a membership",
  "network.join": "joined",
  "member.invite": "invited them to join",
  "invitation.accept": "accepted the invitation",
  "invitation.decline": "declined the invitation",
  "invitation.lapse": "let the invitation lapse",
  "network.leave": "left",
  "membership.end": "ended the membership, with a reason",
  "network.close": "closed the network",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  hasInstructions: "the joining instructions or a link are written",
  hasMembers: "it has a member",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This network is not yours to change.",
  "no-such-step": "It has moved on, and this step is no longer open.",
  "no-such-record": "There is no such network any more.",
  "not-open": "The network is not open to new members.",
  "may-not-join": "Only those who took part in the events it follows can join, and not everybody chosen has",
  "member-already": "Somebody chosen is a member already, or has an invitation. Nobody was invited; choose the others",
  "choose-people": "Choose who is invited",
  "choose-source": "Choose at least one event of the region",
  hasReason: "Give a reason",
  hasInstructions: "Write how to join, or give a link, first",
  hasMembers: "It has no member yet",
});

/** The steps of a network that have a page of their own. */
export const NETWORK_ACTS: readonly RecordAct<"reason">[] = [
  { slug: "open", event: "network.open", title: "Check, and open it to members", button: "Open it and tell those who may join", explains: "Those who may join get an email, and can join on its page.", done: "The network is open", doneText: "Those who may join have been told.", asks: [] },
  { slug: "instructions", event: "instructions.send", title: "Send every member how to join", button: "Send it to every member", explains: "Every member gets an email that leads to the joining instructions. The instructions themselves stay on the page, for members only.", done: "The joining instructions are sent", doneText: "Every member has an email.", asks: [] },
  { slug: "remind", event: "invitation.repeat", title: "Tell those who may join again", button: "Send it to those who have not joined", explains: "It goes to everybody who may join and has not.", done: "It has gone out again", asks: [] },
  { slug: "close", event: "network.close", title: "Close the network", button: "Close it and tell every member", explains: "Every membership ends, and every member is told. Meetings that are planned stay as they are. This cannot be undone.", done: "The network is closed", doneText: "Every member is told.", asks: ["reason"], warns: true },
];
