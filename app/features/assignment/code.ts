/**
 * What a challenger signs anew for each session and each visit. The version signed is kept with the
 * signature: a change of the text is a new version, and what was signed before stays what it was.
 */
export const codeOfConduct = {
  version: "2026-11",
  points: [
    "I come as a critical friend: to help the authority see itself clearly, not to inspect or to score it.",
    "What I read and hear stays with this activity. I do not use it for my own authority, and pass it to nobody.",
    "I write nothing that could identify a child, a family, or a member of staff in a quotation.",
    "I say what I saw and where I saw it, strengths as well as areas for consideration.",
    "I am prepared, on time and there for the whole of it. If I cannot come, I say so as early as I can.",
    "If I learn of a risk to a child, I tell the director of the authority at once. That is not for this platform.",
    "I have declared everything that could stand between me and a fair view of this authority.",
  ],
} as const;
