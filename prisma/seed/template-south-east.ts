import type { TemplateContent } from "~/features/template/content";
import { choice, narrative, onlyAsking, outliers, risks, strengthsSeen, tagged, text } from "./template-parts";

/** What the South East asks in its live round. Written for the demonstration, after what regions publish about their own. */
export const southEastTemplate: TemplateContent = {
  chapters: [
    {
      id: "leadership",
      title: "Leadership and governance",
      guidance: "How leaders know what is happening for children, and what they do about it. Write for a director who does not know your authority.",
      sections: [
        {
          id: "leadership-context",
          title: "Your authority this year",
          guidance: "Two or three paragraphs that a visitor should read first.",
          questions: [
            text("context", "What has changed for children and families since the last round?", "Political, financial and structural changes; inspection; what you are proud of."),
            text("leadership-knows", "How do leaders know the quality of what children receive?", "Line of sight from the front line to the chief executive and the lead member."),
            choice("leadership-confidence", "How confident are you in leadership and governance?"),
          ],
        },
        {
          id: "leadership-signatures",
          title: "Signatures of risk and of strength",
          guidance: "Hold these lists up to yourselves. A tick opens a conversation; it is not a score.",
          questions: [
            { id: "risk-signatures", kind: "signaturesOfRisk", title: "Which signatures of risk do you recognise?", hint: "Tick what you recognise in any part of the service, and say what you are doing.", required: true, checklist: risks },
            { id: "strength-signatures", kind: "signaturesOfStrength", title: "Which signatures of strength do you recognise?", hint: "Tick those you could show a visitor tomorrow.", required: true, checklist: strengthsSeen },
          ],
        },
      ],
    },
    {
      id: "practice",
      title: "Quality of practice",
      guidance: "What audit, feedback and observation tell you about the work itself.",
      sections: [
        {
          id: "practice-quality",
          title: "What you see in practice",
          guidance: "Use aggregate findings only. Never write about a child or a family.",
          questions: [
            text("practice-audit", "What do audits and observation say about the quality of practice?", "The share judged good, what changed since last year, and what moderators from outside found."),
            text("practice-voice", "What do children and families say, and what changed because of it?", "Groups and themes, not individuals.", 400),
          ],
        },
      ],
    },
    {
      id: "protection",
      title: "Help and protection",
      guidance: "From family help to child protection.",
      sections: [
        {
          id: "protection-front-door",
          title: "The front door and family help",
          guidance: "",
          questions: [
            text("front-door", "How well do the front door and family help work?", "Thresholds, timeliness, partners' confidence, and what family help prevents."),
            narrative("front-door-referrals", "Re-referrals within 12 months", "rereferral_pct"),
            narrative("protection-plans", "Children on a child protection plan", "cpp_rate"),
          ],
        },
      ],
    },
    {
      id: "care",
      title: "Children in care",
      guidance: "",
      sections: [
        {
          id: "care-experience",
          title: "Homes, health and stability",
          guidance: "",
          questions: [
            text("care-progress", "What is life like for children in your care?", "Stability, distance from home, health, education and contact."),
            narrative("care-rate", "Children looked after per 10,000", "cla_rate"),
            text("care-sufficiency", "How are you securing enough of the right homes?", "What you commission alone, with neighbours, and through the regional care co-operative.", 400),
          ],
        },
      ],
    },
    {
      id: "care-leavers",
      title: "Care leavers",
      guidance: "",
      sections: [
        {
          id: "care-leavers-outcomes",
          title: "Homes, work and belonging",
          guidance: "",
          questions: [
            text("leavers-offer", "What difference does your offer to care leavers make?", "Homes, education and work, health, and people to turn to.", 400),
            narrative("leavers-work", "Care leavers in education, employment or training", "cl_eet_pct"),
          ],
        },
      ],
    },
    {
      id: "workforce",
      title: "Workforce",
      guidance: "",
      sections: [
        {
          id: "workforce-stability",
          title: "Recruiting, keeping and supporting staff",
          guidance: "",
          questions: [
            text("workforce-plan", "How stable and well supported is your workforce?", "Vacancies, agency staff, caseloads, supervision, and what staff tell you."),
            narrative("workforce-agency", "Agency social workers", "sw_agency_pct"),
          ],
        },
      ],
    },
    {
      id: "partnership",
      title: "Partnership",
      guidance: "",
      sections: [
        {
          id: "partnership-work",
          title: "Working with others",
          guidance: "",
          questions: [
            text("partnership-health", "How well do partners share the responsibility for keeping children safe?", "Health, police, schools and adult services; what the partnership has decided and done.", 400),
            tagged("asks", "asks", "What would you ask of other authorities?", "Something you could learn or borrow. It will be matched with offers."),
            tagged("offers", "offers", "What can you offer other authorities?", "Something that works and that you can show."),
          ],
        },
      ],
    },
    {
      id: "performance",
      title: "Data and performance",
      guidance: "The figures come from the published statistics; you explain them.",
      sections: [
        {
          id: "performance-outliers",
          title: "Where you stand among all authorities",
          guidance: "",
          questions: [outliers("outlier-narratives")],
        },
        {
          id: "performance-summary",
          title: "In summary",
          guidance: "These go to the challenge session as they stand.",
          questions: [
            tagged("strengths", "strengths", "Your strengths", "Two to five, each with the evidence for it."),
            tagged("areasForDevelopment", "areas", "Your areas for development", "Two to five, each with what you will do by when."),
            text("challenge-focus", "What would you like the challenge session to look at?", "Up to three lines of enquiry.", 200),
          ],
        },
      ],
    },
  ],
};

/** What the region asked in earlier rounds: fewer questions, the same words, so that answers carry forward. */
export const southEastEarlierTemplate = onlyAsking(
  southEastTemplate,
  new Set(["context", "leadership-confidence", "practice-audit", "care-progress", "strengths", "areas"]),
);
