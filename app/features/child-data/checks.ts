import type { HitKind } from "./detect";

interface Check {
  readonly kind: HitKind;
  /** Global, with indices; the group `hit` is what is shown, else the whole match. */
  readonly pattern: RegExp;
  readonly why: string;
  /** True for what looks like it and is not. */
  readonly unless?: (excerpt: string, match: RegExpMatchArray) => boolean;
}

const digitsOf = (text: string) => [...text.replace(/\D/g, "")].map(Number);

/** Modulus 11 over the first nine digits, as the NHS Data Dictionary defines it. */
export function isNhsNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  // Ten same digits pass the sum now and then, and are never a number of anybody.
  return check === digits[9] && new Set(digits).size > 1;
}

const month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const date = `(?:\\d{1,2}[\\/.\\-]\\d{1,2}[\\/.\\-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${month},?\\s+\\d{4}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4})`;
const birth = "(?:d\\.?\\s?o\\.?\\s?b\\.?|date\\s+of\\s+birth|birth\\s?da(?:te|y)|born)";
/** A capital and small letters, also with an accent, an apostrophe or a hyphen: "Zoë", "O'Brien", "Anne-Marie". */
const name = "\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?";
const names = `${name}(?:\\s+${name}){0,2}`;
const age = "(?:[1-9]|1\\d|2[0-5])";
const child = "(?:[Cc]hild|[Cc]hildren|[Bb]aby|[Bb]abies|[Tt]oddler|[Ii]nfant|[Yy]oung\\s+person|[Yy]oung\\s+people|[Gg]irl|[Bb]oy|[Tt]wins?|[Ss]iblings?|[Ss]on|[Dd]aughter|[Pp]upil|[Cc]are\\s+leaver|[Tt]eenager)";
const kin = "(?:[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|[Pp]arents?|[Cc]arers?|[Gg]uardian|[Ss]ister|[Bb]rother|[Gg]rand(?:mother|father|parents?)|[Aa]unt|[Uu]ncle|[Ff]oster\\s+(?:carers?|mother|father|parents?)|[Ss]ocial\\s+worker)";

/** One relation of somebody. Not "Kent’s foster carers", who are many. */
const oneKin = "(?:mother|father|mum|dad|sister|brother|grand(?:mother|father)|aunt|uncle|guardian|carer|foster\\s+(?:carer|mother|father))";

/** Capitalised words that follow "child" and the like in the names of things: "Child Protection", "Children Act". */
const ordinary = new Set(
  ("Protection Protected In Need Needs Looked Act Services Service Social Sexual Criminal Poverty Development Arrangements Health First Friendly Impact Plan Plans Planning Safeguarding " +
    "Practice Practices Review Reviews Trust Board Centre Centres Commissioner Home Homes Mental Adolescent Adolescents Care Carers Leavers Families Family And Or The A An We They There This That These Those It Its " +
    "Missing Exploitation Abuse Neglect Death Deaths Participation Voice Rights Partnership Partnerships Council Guarantee Strategy Strategies Academy Advocacy Benefit Support Team Teams Assessment Assessments " +
    "Education Learning Wellbeing Outcomes Access Panel Conference Conferences Data Journey Number Some Most Many All Both Each Every No Not On At For From With Where When While What Who Are Is Was Were Had Have Has Told Said " +
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Ofsted Early Help Young People Premium Referral Unit").split(" "),
);
const startsOrdinary = (excerpt: string) => ordinary.has(/^\p{L}+/u.exec(excerpt)?.[0] ?? "");
/** Abbreviations of the trade that look like somebody's initials. */
const trade = new Set("CP CIN CPP CLA LAC UASC SEN SEND EHC EHCP DCS AD CE SW SSW PA IRO QA LA HR IT FE HE YJS YOS LCS ICS RI IDV CSE CCE FGM SGO ICPC MASH LADO CAMHS NEET EET EHE GP NHS PCT ICB LGA DFE HMI ILACS JTAI PLO FH TM NQSW ASYE PEP PRU DSL KPI AP BI".split(" "));

/** What is looked for. Examples of each, and of what is not picked out, are in the tests. */
export const checks: readonly Check[] = [
  {
    kind: "nhsNumber", pattern: /(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])/dg, unless: (excerpt) => !isNhsNumber(excerpt),
    why: "These ten digits are a valid NHS number: the last digit checks the others.",
  },
  { kind: "pupilNumber", pattern: /\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b/dgi, why: "A letter and twelve characters like these are a unique pupil number." },
  { kind: "nationalInsurance", pattern: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/dg, why: "This has the form of a National Insurance number." },
  { kind: "dateOfBirth", pattern: new RegExp(`\\b${birth}[\\s:,;()–-]{0,4}(?:(?:is|was|on|in|:)\\s+){0,2}(?<hit>${date})`, "dgi"), why: "A full date beside a word for birth is a date of birth." },
  { kind: "dateOfBirth", pattern: new RegExp(`(?<hit>${date})[\\s,(–-]{0,3}(?:is\\s+(?:the|his|her|their)\\s+)?\\(?${birth}\\b`, "dgi"), why: "A full date beside a word for birth is a date of birth." },
  {
    kind: "caseNumber", pattern: /\b(?:case|client|child|person|family|referral|record|file|mosaic|liquidlogic|liquid\s?logic|lcs|eclipse|azeus)(?:['’]s)?\s*(?:id|ref(?:erence)?|no\.?|num(?:ber)?|#|:)\s*(?:is|no\.?|number|:|#)?\s*(?<hit>[A-Z]{0,4}[-\/]?\d{3,12}(?:[-\/]\d+)?)/dgi,
    why: "A number after words like these is that of one child or family in a case system.",
  },
  { kind: "caseNumber", pattern: /\b(?:mosaic|liquidlogic|liquid\s?logic|lcs|eclipse|azeus)\s+(?<hit>\d{5,12})\b/dgi, why: "A number after the name of a case system is that of one child or family." },
  { kind: "email", pattern: /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/dg, why: "An email address leads to a person." },
  { kind: "phone", pattern: /(?<![\d.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)(?:[1-37]\d|8[04])(?:[\s()-]*\d){7,8}(?!\d)/dg, why: "A telephone number leads to a person." },
  {
    kind: "postcode", pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/dgi,
    // "S47 2nd meeting" has the form of a postcode.
    unless: (excerpt) => /\d(?:st|nd|rd|th)$/.test(excerpt), why: "A full postcode is some twenty doors: with an age it can be one child.",
  },
  { kind: "name", pattern: new RegExp(`\\b${child}(?:['’]s)?\\s+(?:(?:[Nn]ame|[Ff]irst\\s+name|[Ss]urname)\\s*(?:is|was|:)?|[Nn]amed|[Cc]alled|[Kk]nown\\s+as)\\s*(?<hit>${names})`, "dgu"), why: "A name after words like these may be a child’s." },
  { kind: "name", pattern: new RegExp(`\\b${child},?\\s+(?<hit>${names})`, "dgu"), unless: startsOrdinary, why: "A capitalised word after a word for a child may be the child’s name." },
  { kind: "name", pattern: new RegExp(`\\b${kin}\\s+(?:of|to|for)\\s+(?<hit>${names})`, "dgu"), unless: startsOrdinary, why: "Somebody’s mother, father or carer leads to a child, whoever is named." },
  { kind: "name", pattern: new RegExp(`(?<hit>${names})['’]s?\\s+${oneKin}\\b`, "dgu"), unless: startsOrdinary, why: "Somebody’s mother, father or carer leads to a child, whoever is named." },
  { kind: "name", pattern: new RegExp(`(?<hit>${names}),?\\s+(?:\\(?aged?\\s+${age}\\b|(?:was|is|who\\s+(?:is|was))\\s+${age}\\s*(?:years?\\s+old\\b|months?\\s+old\\b|y\\/?o\\b))`, "dgu"), unless: startsOrdinary, why: "A name with an age is a person one can find." },
  { kind: "name", pattern: new RegExp(`\\b\\d{1,2}[- ](?:year|month)s?[- ]old,?\\s+(?:(?:named|called|${child})\\s+)?(?<hit>${names})`, "dgu"), unless: startsOrdinary, why: "A name with an age is a person one can find." },
  {
    kind: "initials", pattern: new RegExp(`\\b(?<hit>(?:[A-Z]\\.\\s?[A-Z]\\.?|[A-Z]{2,3})[,\\s]*(?:\\(\\s*(?:aged?\\s+)?${age}\\s*(?:y(?:ea)?rs?(?:\\s+old)?|y\\/?o)?\\s*\\)|,?\\s*aged?\\s+${age}\\b|,?\\s*${age}[- ](?:years?[- ]old|yrs?|y\\/?o)\\b))`, "dg"),
    unless: (excerpt) => trade.has(/^[A-Z]+/.exec(excerpt)?.[0] ?? ""), why: "Initials with an age are a person one can find.",
  },
];
