import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isNhsNumber } from "~/features/child-data/checks";
import { childDataIn, hitName, type HitKind } from "~/features/child-data/detect";
import { differentHits, hitFields, marksPosted } from "~/features/child-data/forms";

const found = (text: string) => childDataIn(text).map((hit) => [hit.kind, hit.excerpt]);

// Numbers are made up: the NHS numbers are of the range set aside for tests (999).
const caught: readonly (readonly [string, HitKind, string])[] = [
  ["The file 999 000 0018 was audited.", "nhsNumber", "999 000 0018"],
  ["See 9990000018", "nhsNumber", "9990000018"],
  ["Number 999-000-0018.", "nhsNumber", "999-000-0018"],
  ["UPN A123456789012 was missing", "pupilNumber", "A123456789012"],
  ["with NI number QQ 12 34 56 C".replace("QQ", "AB"), "nationalInsurance", "AB 12 34 56 C"],
  ["He was born on 12/03/2014 in", "dateOfBirth", "12/03/2014"],
  ["DOB: 3.4.15", "dateOfBirth", "3.4.15"],
  ["d.o.b. 2014-03-12", "dateOfBirth", "2014-03-12"],
  ["date of birth is 12th March 2014", "dateOfBirth", "12th March 2014"],
  ["on 12 March 2014 (date of birth)", "dateOfBirth", "12 March 2014"],
  ["case number 104467", "caseNumber", "104467"],
  ["Mosaic ID: 88123", "caseNumber", "88123"],
  ["on Liquidlogic 1234567 we saw", "caseNumber", "1234567"],
  ["family ref ABC/20391", "caseNumber", "ABC/20391"],
  ["write to anna.b@council.gov.uk", "email", "anna.b@council.gov.uk"],
  ["ring 020 7946 0018 after", "phone", "020 7946 0018"],
  ["ring 07700 900123", "phone", "07700 900123"],
  ["ring +44 (0)7700 900123", "phone", "+44 (0)7700 900123"],
  ["lives in SO14 7LP", "postcode", "SO14 7LP"],
  ["lives in so147lp now", "postcode", "so147lp"],
  ["Child named Tom was seen", "name", "Tom"],
  ["the child’s name is Zoë O’Brien", "name", "Zoë O’Brien"],
  ["a girl called Anne-Marie", "name", "Anne-Marie"],
  ["We read about child Tom Smith.", "name", "Tom Smith"],
  ["the mother of Tom told us", "name", "Tom"],
  ["Tom’s mother told us", "name", "Tom"],
  ["the foster carer of Asha", "name", "Asha"],
  ["Tom, aged 6, said", "name", "Tom"],
  ["Asha (aged 14) said", "name", "Asha"],
  ["Asha was 14 years old then", "name", "Asha"],
  ["a 6-year-old named Tom", "name", "Tom"],
  ["A.B., 14 years old", "initials", "A.B., 14 years old"],
  ["JS (14) moved twice", "initials", "JS (14)"],
  ["JS, aged 9", "initials", "JS, aged 9"],
];

const harmless: readonly string[] = [
  "Strong, visible leadership. The DCS meets care leavers every month.",
  "Child Protection conferences are timely, and Child Sexual Exploitation is understood.",
  "The Children Act 1989 and Children’s Services plan for 2026/27.",
  "Of 120 files audited in March 2025, 34% were good; in 2024 it was 28%.",
  "The inspection of 12 March 2019 asked for this, and the visit on 03/05/2022 saw it done.",
  "Section 47 (S47) 2nd strategy meetings happen within 3 days.",
  "CIN (12) and CPP (14) plans were read, and SEND (9).",
  "Kent’s foster carers and Surrey’s parents’ forum told us the same.",
  "Spend was 1,234,567,890 pounds over 10 years; 1234567890 is no valid number.",
  "Caseloads are 18.4 on average, 22 at most. Reference period 2019 to 2026.",
  "Case 4 of the sample was good.",
  "We met 14 social workers, 6 managers and 11 parents on 9 February 2027 at 10:30.",
  "The child in need team, the baby clinic and young people In Care Council are strengths.",
  "Each pupil Premium is tracked.",
  "",
];

describe("what may identify a child", () => {
  test.each(caught)("%s", (text, kind, excerpt) => {
    expect(found(text)).toEqual([[kind, excerpt]]);
    const [hit] = childDataIn(text);
    expect(text.slice(hit?.start, hit?.end)).toBe(excerpt);
    expect(hit?.why).toMatch(/\.$/);
  });

  test.each(harmless)("leaves alone: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("a number made by the rule of the check digit is found in any text, and one digit off is not", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(digits, fc.constantFrom("", " ", "-"), (nine, gap) => {
        const check = (11 - (nine.reduce((total, digit, index) => total + digit * (10 - index), 0) % 11)) % 11;
        fc.pre(check < 10 && new Set([...nine, check]).size > 1);
        const written = [nine.slice(0, 3).join(""), nine.slice(3, 6).join(""), [...nine.slice(6), check].join("")].join(gap);
        expect(childDataIn(`We saw ${written} there.`).some((hit) => hit.excerpt.includes(written))).toBe(true);
        expect(isNhsNumber(written.slice(0, -1) + String((check + 1) % 10))).toBe(false);
      }),
    );
  });

  test("hits never overlap, are in reading order, and lie where they say, whatever is typed", () => {
    const word = fc.oneof(fc.constantFrom(...caught.map(([text]) => text)), fc.string({ maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const text = words.join(" ");
        const hits = childDataIn(text);
        hits.forEach((hit, index) => {
          expect(text.slice(hit.start, hit.end)).toBe(hit.excerpt);
          expect(hit.start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0);
        });
      }),
    );
  });

  test("a long text is looked through in no time", () => {
    const long = "Child and mother of, aged case number born on 12 and A B C 07 so14 ".repeat(3000);
    const began = performance.now();
    childDataIn(long);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe("passing the check", () => {
  const text = "The office is in SO14 7LP and so14 7lp; the film is about the child Tom.";
  const hits = childDataIn(text);
  const [postcode, name] = differentHits(hits);
  if (!postcode || !name) throw new Error("two different things were to be found");

  test("the same words twice are one question, and another word is another", () => {
    expect(hits).toHaveLength(3);
    expect(differentHits(hits).map((hit) => hit.kind)).toEqual(["postcode", "name"]);
    expect(hitName({ kind: "postcode", excerpt: "SO14  7LP" })).toBe(hitName(postcode));
    expect(hitName({ kind: "postcode", excerpt: "SO14 7LQ" })).not.toBe(hitName(postcode));
  });

  test("each wants its own tick and its own reason", () => {
    expect(Object.keys(marksPosted({}, hits).errors)).toEqual([hitFields.tick(postcode), hitFields.tick(name)]);
    const one = marksPosted({ [hitFields.tick(postcode)]: "yes", [hitFields.reason(postcode)]: "The council’s office" }, hits);
    expect(one.marks).toEqual([{ hit: hitName(postcode), kind: "postcode", reason: "The council’s office" }]);
    expect(Object.keys(one.errors)).toEqual([hitFields.tick(name)]);
    const unsaid = marksPosted({ [hitFields.tick(postcode)]: "yes", [hitFields.reason(name)]: "A member of staff" }, hits);
    expect(unsaid.marks).toEqual([]);
    expect(Object.keys(unsaid.errors)).toEqual([hitFields.reason(postcode), hitFields.tick(name)]);
  });
});
