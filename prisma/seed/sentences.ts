/**
 * What invented authorities write, by the question's id: openings, what they found, what they do next.
 * Aggregate and plausible; never about a child. `{name}` and figures in braces are filled in by texts.ts:
 * `{own indicator}`, `{england indicator}`, `{change indicator}`.
 */
export interface Sentences {
  readonly openings: readonly string[];
  readonly findings: readonly string[];
  readonly next: readonly string[];
}

export const sentences: Readonly<Record<string, Sentences>> = {
  context: {
    openings: [
      "This has been a year of consolidation for {name}. The leadership team is complete for the first time in three years and the improvement board has moved to quarterly meetings.",
      "{name} set its budget in a difficult year, and members protected family help. Savings in placements depend on homes that open in the spring.",
      "Demand has grown more slowly than in the last round, but needs are more complex, and the cost of care has risen faster than our means.",
      "We moved to a locality model in the summer. Four areas now hold family help, social work and targeted youth work together.",
      "The year began with an annual conversation that agreed with our own judgement, and with a new corporate plan that puts children first among five priorities.",
    ],
    findings: [
      "Children looked after per 10,000 {change cla_rate} ({england cla_rate} in England). Referrals stand at {own referrals_rate} per 10,000.",
      "Of the six actions we set ourselves after the last round, four are complete and two continue with new dates.",
      "We are proud of a care leavers' hub that young people designed, and of the steady rise in foster carers approved.",
      "Two peer reviews in the year, of the front door and of our virtual school, confirmed most of what we had written.",
    ],
    next: [
      "The coming year is about depth: fewer initiatives, followed through.",
      "Our three priorities are stability for children in care, the quality of plans, and a permanent workforce.",
      "We will bring the families first reforms, the new complaints process and our transformation savings into one plan with one board.",
    ],
  },
  "leadership-knows": {
    openings: [
      "The chief executive, the lead member and the director meet monthly with one page of figures and one audit in depth.",
      "Leaders spend a day a month with front-line teams, and what they hear is written down and answered within two weeks.",
      "A weekly performance meeting is chaired by the director; team managers present their own figures.",
    ],
    findings: [
      "Assessments within 45 working days are at {own assessments_45d_pct}% ({england assessments_45d_pct}% in England), and leaders can say which teams are behind and why.",
      "Scrutiny received five reports in the year and changed two decisions.",
      "The line of sight is weaker for children placed at a distance, and we say so in our own risk register.",
    ],
    next: [
      "From January the corporate parenting board will hear from young people at every meeting, not every other.",
      "We will test our line of sight with an exercise led by a neighbouring authority.",
    ],
  },
  "practice-audit": {
    openings: [
      "We audited 212 pieces of work with the worker and, where they agreed, the family.",
      "Every manager, the director included, audits once a month; a quarter of audits are moderated from outside.",
      "Our audit programme changed this year from compliance to the quality of the work.",
    ],
    findings: [
      "Sixty-one per cent were judged good or better, up from fifty-four. Moderation changed one grade in nine.",
      "Assessments are thorough; plans are less so. In a third, actions have no date by which a difference should be seen.",
      "Supervision is regular, and reflective in most teams. The exception is where managers are new.",
    ],
    next: [
      "A practice week in February will look at plans and nothing else.",
      "We have bought time from two practice educators to work beside the teams where plans are weakest.",
    ],
  },
  "practice-voice": {
    openings: ["Our children in care council meets the director every quarter and sets half the agenda.", "We asked 340 families what it was like to work with us, by text message, in their own language."],
    findings: ["Most say that their worker listens. Fewer say that they were told what would happen next.", "Young people told us that letters are too long. We rewrote eleven of them together."],
    next: ["We will publish what was said and what was done twice a year."],
  },
  "front-door": {
    openings: [
      "The front door is a partnership in one room three days a week and one call the rest.",
      "Family help was redesigned around six family hubs, and the front door moved into the largest of them.",
      "A consultation line for professionals takes 90 calls a week and has changed what reaches us.",
    ],
    findings: [
      "There were {own referrals_rate} referrals per 10,000 ({england referrals_rate} in England); {own rereferral_pct}% were re-referrals within a year.",
      "Decisions within one working day are at 96%. Dip samples agree with nine in ten of them.",
      "Partners are confident in thresholds, with the exception of two secondary schools with whom we are working.",
      "Section 47 enquiries stand at {own s47_rate} per 10,000, and {own icpc_15d_pct}% of conferences are held within 15 working days.",
    ],
    next: ["We will bring domestic abuse specialists into the front door in the spring.", "The next step is one plan and one lead worker for a family, from family help to protection."],
  },
  "care-progress": {
    openings: [
      "Most of our children in care live in families and near the people who matter to them.",
      "Placement stability has been this year's first priority.",
      "Our children in care council chose three promises for us to keep, and reports on them each quarter.",
    ],
    findings: [
      "Long-term stability is {own cla_longterm_stability_pct}% ({england cla_longterm_stability_pct}% in England); {own cla_3placements_pct}% had three or more placements in the year.",
      "Annual health checks reached {own cla_health_pct}% and dental checks {own cla_dental_pct}%.",
      "{own cla_20miles_pct}% live more than 20 miles from home and outside our area, which is not where we want to be.",
    ],
    next: ["Two small homes of our own open in the new year, for children who would otherwise live far away.", "A dental pathway agreed with the integrated care board starts in January."],
  },
  "care-sufficiency": {
    openings: ["Our sufficiency statement was written with four neighbours.", "We pay the same fees as our neighbours for the same care, which has ended bidding between us."],
    findings: ["Mainstream fostering households rose by eleven after four years of decline.", "Emergency arrangements were needed less often than last year, and each was reviewed by the director."],
    next: ["We will commission a further twelve beds with the regional care co-operative."],
  },
  "leavers-offer": {
    openings: ["Care leavers helped to write our offer and to test it.", "Personal advisers stay with young people to 25, with caseloads of no more than twenty."],
    findings: ["{own cl_suitable_accom_pct}% aged 19 to 21 live in suitable accommodation, and {own cl_eet_pct}% are in education, employment or training.", "Council tax exemption and a guarantor scheme are in place in every district."],
    next: ["Ring-fenced apprenticeships in the council start in April, eight in the first year."],
  },
  "workforce-plan": {
    openings: [
      "Fewer people left this year, and more of those who came stayed.",
      "We grow our own: 26 newly qualified social workers joined a two-year academy.",
      "Team managers are our most stable group, and it shows in the teams they lead.",
    ],
    findings: [
      "The vacancy rate {change sw_vacancy_pct}% and agency staff make up {own sw_agency_pct}% ({england sw_agency_pct}% in England).",
      "The average caseload is {own sw_caseload}; in two assessment teams it is higher than we want.",
      "Turnover is {own sw_turnover_pct}%. Exit interviews name travel and pay before workload.",
    ],
    next: ["The regional agreement on agency rates has helped, and we will keep to it.", "A career pathway without moving into management starts this year."],
  },
  "partnership-health": {
    openings: ["The safeguarding partnership has one plan with three priorities, each led by a different partner.", "The three statutory partners met monthly through the year."],
    findings: ["Health and police contribute more equally to strategy discussions than a year ago.", "Schools are now a fourth voice at the partnership's table."],
    next: ["The partnership will audit its work on neglect in the spring, with a scrutineer from elsewhere."],
  },
  "challenge-focus": {
    openings: ["Do our plans change what happens for children, and would you know from reading them?", "Is our judgement of the front door too generous?", "Are we spending our improvement effort where it matters most?"],
    findings: ["How do others keep experienced staff in assessment teams?", "What would you stop doing, if you were us?"],
    next: ["Please talk to practitioners as well as to managers."],
  },
};

/** Short items by theme: what goes well, what does not, what is asked and what is offered. */
export const items = {
  strengths: [
    { theme: "leadership", title: "A stable leadership team", text: "No change among assistant directors in two years; staff survey response 71%, eight in ten say that leaders are visible." },
    { theme: "early-help", title: "Family help that prevents", text: "Fewer than one in eight families supported in family hubs came back through the front door within a year." },
    { theme: "workforce", title: "An academy that keeps people", text: "Four in five of those who joined two years ago are still here." },
    { theme: "participation", title: "Young people shape decisions", text: "The care council decided the design of the hub and interviews for every senior post." },
    { theme: "care-leavers", title: "Homes for care leavers", text: "A guarantor scheme and 14 training flats, with nobody in bed and breakfast this year." },
    { theme: "practice", title: "One model of practice", text: "Staff in every team we visited could describe it, and families recognised it." },
  ],
  areasForDevelopment: [
    { theme: "practice", title: "Plans that say what should change, and by when", text: "A practice week in February; the share of plans judged good to reach seven in ten by July." },
    { theme: "sufficiency", title: "More homes near home", text: "Two homes of our own by the spring and twelve beds with neighbours by the autumn." },
    { theme: "workforce", title: "Experienced staff in assessment teams", text: "A retention payment and protected caseloads from January, reviewed by the director each month." },
    { theme: "send", title: "Timely education, health and care plans", text: "Capacity in the psychology service from the autumn; half of the backlog cleared by March." },
    { theme: "data", title: "Figures that managers use", text: "A weekly report for every team manager from January, written with them." },
    { theme: "care", title: "Health and dental checks", text: "A pathway with the integrated care board from January, with monthly figures to the corporate parenting board." },
  ],
  asks: [
    { theme: "sufficiency", title: "How have others opened small homes of their own?", text: "We would like to visit one that has been running for a year or more." },
    { theme: "data", title: "A weekly report that managers like", text: "Examples, and somebody to talk to about how it was built." },
    { theme: "workforce", title: "Keeping assessment teams stable", text: "What has worked beyond pay?" },
    { theme: "send", title: "Recovery plans for education, health and care plans", text: "A conversation between heads of service." },
  ],
  offers: [
    { theme: "early-help", title: "Family hubs: how we set them up", text: "A half-day visit with the manager, partners and parents." },
    { theme: "care-leavers", title: "A guarantor scheme that works", text: "Documents, costs and a call with the housing lead." },
    { theme: "practice", title: "Moderated audits", text: "Our tool and training, and two moderators for a day." },
    { theme: "participation", title: "Young people as interviewers", text: "Our training pack and the young people who wrote it." },
  ],
} as const;

export const moderationComments = [
  "A frank account. The evidence for the second strength could be set beside the audit findings, which say something slightly different.",
  "The section on the front door is convincing. A scrutineer will ask what families say about it.",
  "It would help to say what changed for children as well as what was done.",
] as const;

export const reasons = {
  optOut: "Our inspection fell in the weeks of the round, and the partnership agreed that we should take its findings to the region instead.",
  waive: "A peer review by another region this autumn covers the same ground; its report will be shared in place of a self-assessment.",
  withdraw: "The figures in two chapters rest on a return that we have had to correct. We will take part again in the next round.",
  extension: "The director changed in October and asked for time to know the service before signing.",
  returned: "The areas for development need dates, and the outlier on assessments is explained by what we do, not by why it happens. Please look at both again.",
  closed: "The six-month update was given at the regional directors' meeting and is in its notes.",
} as const;

/** One page each, to be attached. Aggregate figures only. */
export const evidence = {
  audit: [
    "Audits of practice, April to September",
    "212 audits by 41 managers; 53 moderated from outside.",
    "Good or better: 61%. A year before: 54%.",
    "Strongest: assessments that know the child's day. Weakest: plans without dates.",
    "What changed: plan template shortened; practice week on plans in February.",
  ],
  sufficiency: [
    "Sufficiency statement, summary",
    "What we need, what we have, and what we are doing with our neighbours.",
    "Fostering households: up by eleven. Homes of our own: two to open in the spring.",
    "Beds commissioned with neighbours: twelve by the autumn.",
  ],
  voice: [
    "What young people told us",
    "Four meetings of the care council and 340 answers by text message.",
    "Letters are too long. We rewrote eleven together.",
    "Most say that their worker listens; fewer that they know what happens next.",
  ],
} as const;

export const followUps = [
  { progress: "Four of the five actions agreed at the challenge session are complete. The share of plans judged good rose from 58% to 66%.", difficulties: "The second home of our own opened four months late, because of planning permission.", helpWanted: "A conversation with anyone who has recruited a registered manager this year." },
  { progress: "The weekly report is used in every team, and managers wrote its second version. Assessment teams have had no unplanned leaver since March.", difficulties: "Health checks rose less than we had hoped.", helpWanted: "" },
  { progress: "We changed the front door as the session suggested: one conversation, one record. Re-referrals have fallen in each of the last five months.", difficulties: "Two partner agencies cannot yet read the shared record.", helpWanted: "How others agreed on information sharing with schools." },
] as const;
