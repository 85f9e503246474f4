import type { TemplateContent } from "~/features/template/content";
import { choice, narrative, outliers, risks, strengthsSeen, tagged, text } from "./template-parts";

/** What Yorkshire and The Humber asks before its validation event: shorter, and built on the signatures. */
export const yorkshireTemplate: TemplateContent = {
  chapters: [
    {
      id: "story",
      title: "Your authority's story",
      guidance: "What every scrutineer reads before the event. No more than two pages altogether.",
      sections: [
        {
          id: "story-year",
          title: "The year in brief",
          guidance: "",
          questions: [
            text("context", "What has changed since the last validation event?", "What you said you would do, what you did, and what difference it made.", 400),
            tagged("strengths", "strengths", "Strengths", "With the evidence a scrutineer could ask to see."),
            tagged("areasForDevelopment", "areas", "Areas for development", "With what you will do, and by when."),
          ],
        },
      ],
    },
    {
      id: "signatures",
      title: "Signatures",
      guidance: "A leadership team fills this in together. Disagreement is worth writing down.",
      sections: [
        {
          id: "signatures-lists",
          title: "Risk and strength",
          guidance: "",
          questions: [
            { id: "risk-signatures", kind: "signaturesOfRisk", title: "Signatures of risk", hint: "Tick what you recognise anywhere in the service.", required: true, checklist: risks },
            { id: "strength-signatures", kind: "signaturesOfStrength", title: "Signatures of strength", hint: "Tick what you could show a visitor tomorrow.", required: true, checklist: strengthsSeen },
            choice("leadership-confidence", "Taken together, how does the leadership team judge its position?"),
          ],
        },
      ],
    },
    {
      id: "children",
      title: "Help, protection and care",
      guidance: "Aggregate findings only. Never write about a child or a family.",
      sections: [
        {
          id: "children-practice",
          title: "Practice",
          guidance: "",
          questions: [
            text("front-door", "How well do family help and the front door work?", "", 300),
            text("care-progress", "What is life like for children in your care and for care leavers?", "", 300),
            narrative("care-rate", "Children looked after per 10,000", "cla_rate"),
          ],
        },
      ],
    },
    {
      id: "workforce",
      title: "Workforce and figures",
      guidance: "",
      sections: [
        {
          id: "workforce-figures",
          title: "People and performance",
          guidance: "",
          questions: [
            text("workforce-plan", "How stable and well supported is your workforce?", "", 300),
            outliers("outlier-narratives"),
            tagged("asks", "asks", "Asks", "What you would like to learn from others in the region.", { required: false }),
            tagged("offers", "offers", "Offers", "What you can show others.", { required: false }),
          ],
        },
      ],
    },
  ],
};
