import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { countWords, wordCountMessage } from "~/ui/count-words";
import { dateParts, daysUntil, dueWords, formatDate, formatDateTime, formatLongDate, formatTime, isPast, readDate, timeLeft } from "~/ui/dates";
import { fieldId, formOf, hasErrors, readForm, refusedForm, valueOf, valuesOf, withError } from "~/ui/form-state";

describe("a form that goes back to the person", () => {
  test("carries everything typed and one message a field", () => {
    const values = { title: "  ", count: "many", kept: "as typed" };
    const parsed = z.object({ title: z.string().trim().min(1, "Enter a title").max(0, "never shown"), count: z.coerce.number("Enter a number") }).safeParse(values);
    const form = refusedForm(values, parsed.error?.issues ?? []);
    expect(form.errors).toEqual({ title: "Enter a title", count: "Enter a number" });
    expect(valueOf(form, "kept")).toBe("as typed");
    expect(hasErrors(form)).toBe(true);
  });

  test("keeps a message about the whole form apart from the fields", () => {
    expect(refusedForm({}, [{ path: [], message: "The round is closed" }])).toEqual({ values: {}, errors: {}, general: ["The round is closed"] });
    expect(withError(formOf({}), "Too late").general).toEqual(["Too late"]);
    expect(withError(formOf({}), "Too long", "title").errors).toEqual({ title: "Too long" });
  });

  test("reads repeated names as a list, leaves files and null characters out, and knows one kind of line break", () => {
    const data = new FormData();
    data.append("theme", "send");
    data.append("theme", "early help");
    data.append("text", "one\r\ntwo\rth\0ree");
    data.append("file", new File(["x"], "x.pdf"));
    const values = readForm(data);
    expect(valuesOf(formOf(values), "theme")).toEqual(["send", "early help"]);
    expect(values["text"]).toBe("one\ntwo\nthree");
    expect(values["file"]).toBeUndefined();
  });

  test("makes ids that a link can hold", () => {
    expect(fieldId("answers[2].text")).toBe("answers-2--text");
  });
});

describe("words are counted", () => {
  test("as runs without white space", () => {
    expect(countWords("")).toBe(0);
    expect(countWords("  well-being\n\nof  children ")).toBe(3);
  });

  test("so that joining two texts with a space adds their counts", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }), (a, b) => countWords(`${a} ${b}`) === countWords(a) + countWords(b)));
  });

  test("and told with the limit", () => {
    expect(wordCountMessage("", 1200)).toBe("You can write up to 1,200 words");
    expect(wordCountMessage("one two", 8)).toBe("You have 6 of 8 words left");
    expect(wordCountMessage("one two three", 2)).toBe("You have 1 word too many: the limit is 2");
  });
});

describe("dates are in Europe/London", () => {
  const now = new Date("2026-11-21T10:00:00Z");

  test("on both sides of a clock change", () => {
    expect(formatDateTime(new Date("2026-07-01T13:03:00Z"), { year: true })).toBe("Wed 1 Jul 2026 at 14:03");
    expect(formatTime("2026-10-25T00:30:00Z")).toBe("01:30");
    expect(formatDate(new Date("2026-06-30T23:30:00Z"))).toBe("Wed 1 Jul");
    expect(["2026-12-31", "2027-01-01"].map((day) => formatDate(day, { yearUnless: new Date("2026-12-31T23:30:00Z") }))).toEqual(["Thu 31 Dec", "Fri 1 Jan 2027"]);
    expect(daysUntil("2026-10-26", new Date("2026-10-24T23:30:00Z"))).toBe(1);
    expect(formatLongDate("2026-01-05")).toBe("5 January 2026");
  });

  test("with the time left in words", () => {
    expect(timeLeft("2026-11-24", now)).toBe("3 days left");
    expect(timeLeft("2026-11-21", now)).toBe("today");
    expect(timeLeft("2026-11-22", now)).toBe("tomorrow");
    expect(timeLeft("2026-11-20", now)).toBe("1 day late");
    expect(timeLeft(new Date("2026-11-21T09:00:00Z"), now)).toBe("late since today");
    expect(isPast("2026-11-21", now)).toBe(false);
  });

  test("as an inbox shows them", () => {
    expect(dueWords("2026-11-19", now)).toEqual({ lead: "2 days late", sub: "was due 19 Nov", late: true });
    expect(dueWords(new Date("2026-11-21T23:59:00Z"), now)).toEqual({ lead: "Today", sub: "by 23:59", late: false });
    expect(dueWords("2026-11-27", now, 4)).toEqual({ lead: "Fri 27 Nov", sub: "4 working days", late: false });
  });

  test("read back exactly as they are shown in a date field", () => {
    fc.assert(fc.property(fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(readDate(dateParts("due", day), "due", "The date")).toEqual({ ok: true, date: day });
    }));
  });

  test("and a wrong one says what is wrong with it", () => {
    const read = (day: string, month: string, year: string) => readDate({ "due-day": day, "due-month": month, "due-year": year }, "due", "The closing date");
    expect(read("", "", "")).toEqual({ ok: true, date: null });
    expect(read("3", "", "")).toEqual({ ok: false, message: "The closing date must include a month and a year" });
    expect(read("31", "2", "2026")).toEqual({ ok: false, message: "The closing date must be a real date, like 24 11 2026" });
    expect(read("1", "May", "2026")).toEqual({ ok: false, message: "The closing date must be in numbers, like 24 11 2026" });
    expect(read("1", "5", "26")).toEqual({ ok: false, message: "The closing date must have a year of four figures, like 2026" });
  });
});
