import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { loader as certificate } from "~/routes/nominations.$id.certificate[.]pdf";
import { loader as report } from "~/routes/cohorts.$id.report[.]docx";
import { mainPart, stylesPart } from "~tests/support/word";
import { aRequest, cookieOf } from "../session/world";
import { aConfirmed, aHolder, anAlumnus } from "./world";

const asked = async (personId: string, path: string, id: string) => ({ request: aRequest(path, { cookie: await cookieOf(personId) }), params: { id }, context: {} });

/** Every stream of a PDF, unpacked, and everything between them. */
function insideOf(file: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const begins = file.indexOf("stream", at);
    if (begins < 0) return [...parts, file.subarray(at).toString("latin1")].join("\n");
    parts.push(file.subarray(at, begins).toString("latin1"));
    const start = begins + (file[begins + 6] === 13 ? 8 : 7);
    const ends = file.indexOf("endstream", start);
    try {
      parts.push(inflateSync(file.subarray(start, ends), { finishFlush: 2 }).toString("latin1"));
    } catch {
      parts.push(file.subarray(start, ends).toString("latin1"));
    }
    at = ends + 9;
  }
}

/** A text as a PDF keeps it in its properties: UTF-16 with a mark when it is not plain. */
const kept = (inside: string, words: string) => inside.includes(words) || inside.includes(`\u00fe\u00ff${[...words].map((letter) => `\0${letter}`).join("")}`);

test("the certificate is a tagged PDF with a title, a language and the person's name, for the person and the coordinator alone", async () => {
  const { who, people, region } = await anAlumnus();
  const { id } = people[0]!;
  const answer = await certificate(await asked(who.personId, `/nominations/${id}/certificate.pdf`, id));
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "application/pdf", "private, no-store"]);
  const file = Buffer.from(await answer.arrayBuffer());
  const inside = insideOf(file);
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  expect(inside).toMatch(/\/MarkInfo\s*<<\s*\/Marked true|\/Marked true/);
  expect(inside).toMatch(/\/StructTreeRoot/);
  expect(inside).toMatch(/\/Lang \(en-GB\)/);
  expect(inside).toMatch(/\/S \/H1/);
  expect(kept(inside, "Certificate of completion")).toBe(true);
  expect(kept(inside, who.name)).toBe(true);
  expect((await certificate(await asked(region.coordinator.personId, `/nominations/${id}/certificate.pdf`, id))).status).toBe(200);
  const stranger = await aHolder({ regionId: region.id, authorityId: region.authorities[1]!.id, kind: "section-author", name: "A Stranger" });
  await expect(certificate(await asked(stranger.personId, `/nominations/${id}/certificate.pdf`, id))).rejects.toMatchObject({ status: 404 });
});

test("there is no certificate before the programme is completed", async () => {
  const { people } = await aConfirmed({ accepted: 1 });
  const [{ id, who }] = people as [typeof people[number]];
  await expect(certificate(await asked(who.personId, `/nominations/${id}/certificate.pdf`, id))).rejects.toMatchObject({ status: 404 });
});

test("the cohort's report is a Word file with real headings and the figures of its page, for the coordinator alone", async () => {
  const { cohortId, region, who } = await anAlumnus();
  const answer = await report(await asked(region.coordinator.personId, `/cohorts/${cohortId}/report.docx`, cohortId));
  expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, 'attachment; filename="slp-cohort-1-report.docx"']);
  const file = Buffer.from(await answer.arrayBuffer());
  const xml = mainPart(file);
  for (const words of ["Senior Leaders Programme, cohort 1: report", "Took part", "1 of 1 places", "Completed it", "What people thought of the days", "What it changed"]) expect(xml).toContain(words);
  expect(xml).toMatch(/w:val="Heading2"|w:val="Heading1"/);
  expect(stylesPart(file)).toContain("en-GB");
  await expect(report(await asked(who.personId, `/cohorts/${cohortId}/report.docx`, cohortId))).rejects.toMatchObject({ status: 404 });
});
