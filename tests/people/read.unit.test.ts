import { expect, test } from "vitest";
import { decode, mostRows, readDay, readRows } from "~/features/people/import/read";

const table = "name,email,post\nZoë O’Brien,zoe@example.org,dcs";

/** The names in a file, or its first problem. */
function namesIn(bytes: Uint8Array): unknown {
  const read = readRows(decode(bytes));
  return read.ok ? read.rows.map((row) => row.cells.name) : read.problems[0]?.reason;
}

const windows1252 = (text: string) => Uint8Array.from([...text].map((letter) => ({ "ë": 0xeb, "’": 0x92 })[letter] ?? letter.charCodeAt(0)));

test("names survive however the spreadsheet saved them", () => {
  const utf8 = new TextEncoder().encode(table);
  expect(namesIn(utf8)).toEqual(["Zoë O’Brien"]);
  expect(namesIn(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toEqual(["Zoë O’Brien"]);
  expect(namesIn(windows1252(table))).toEqual(["Zoë O’Brien"]);
  expect(namesIn(Uint8Array.from([0xff, 0xfe, ...Buffer.from(table, "utf16le")]))).toEqual(["Zoë O’Brien"]);
});

test("commas, semicolons and tabs separate, in any order of columns, with any line breaks", () => {
  for (const separator of [",", ";", "\t"]) {
    const text = [["post", "EMAIL", " Name "], ["dcs", "a@example.org", "Ada"], ["", "", ""], ["dass", "b@example.org", "\"Field, Jo\""]].map((row) => row.join(separator)).join("\r\n");
    const read = readRows(text);
    expect(read.ok && read.rows.map((row) => [row.line, row.cells.name, row.cells.post])).toEqual([[2, "Ada", "dcs"], [4, "Field, Jo", "dass"]]);
  }
});

test("a row's number is its line in the file, also after a cell of two lines", () => {
  const read = readRows('name,email,post\n"Ada\nLovelace",a@example.org,dcs\nBob,b@example.org,dass');
  expect(read.ok && read.rows.at(-1)?.line).toBe(4);
});

test("what is no table is one clear problem of the file", () => {
  const reasonOf = (text: string) => {
    const read = readRows(text);
    return read.ok ? "read" : read.problems[0]?.reason;
  };
  expect(reasonOf("")).toMatch(/empty/);
  expect(reasonOf("name,email,post\n")).toMatch(/no row/);
  expect(reasonOf("name,email\nA,a@example.org")).toMatch(/post is missing/);
  expect(reasonOf("name,email,post,salary\nA,a@example.org,dcs,1")).toMatch(/number 4/);
  expect(reasonOf("name,email,post,post\nA,a@example.org,dcs,dcs")).toMatch(/twice/);
  expect(reasonOf('name,email,post\n"A,a@example.org,dcs')).toMatch(/quotation mark/);
  expect(reasonOf("PK\0\0")).toMatch(/not a CSV file/);
  expect(reasonOf("name,email,post\nA,a@example.org,dcs,more")).toMatch(/more cells/);
  expect(reasonOf(`name,email,post\n${"A,a@example.org,dcs\n".repeat(mostRows + 1)}`)).toMatch(/rows/);
});

test("days are read as people in Britain write them, and only real ones", () => {
  expect(readDay("24/11/2026")).toBe("2026-11-24");
  expect(readDay("1.2.2027")).toBe("2027-02-01");
  expect(readDay("2028-02-29")).toBe("2028-02-29");
  for (const wrong of ["29/02/2027", "31/04/2026", "11/24/2026", "24/11/26", "tomorrow", "2026-13-01"]) expect(readDay(wrong)).toBeNull();
});
