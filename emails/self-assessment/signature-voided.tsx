import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director, and to all who were asked to endorse or had endorsed, when an edit voids the signature. */
export const signatureVoided = defineEmail({
  about: { endorsementsGiven: fact.count, endorsementsNeeded: fact.count },
  what: (letter) => byRole(letter, { endorser: "Your endorsement no longer counts", chiefExecutive: "Endorsement on hold", leadMember: "Endorsement on hold", others: "Signature void after an edit" }),
  deadline: "awaited",
  preview: () => "It was edited after it was signed, so it must be signed again.",
  heading: (letter) => `${sentence(letter.title)} was edited after it was signed`,
  Body: ({ letter }) => {
    const waiting = <P>You were asked to endorse it. There is nothing for you to do until it is signed again.</P>;
    return byRole(letter, {
      endorser: <P>You endorsed the version that was signed. That version has changed, so your endorsement does not count for the new one. You are asked again, and can compare the two.</P>,
      chiefExecutive: waiting,
      leadMember: waiting,
      others: <P>A signature and its endorsements are for one version. The edit voids them all, and those who had endorsed, or were asked to, have been told.</P>,
    });
  },
  button: () => ({ label: "See what changed" }),
  next: () => "When the edit is done the director signs again, and endorsements are asked for again.",
  example: { ...kent(), about: { endorsementsGiven: 1, endorsementsNeeded: 2 } },
});
