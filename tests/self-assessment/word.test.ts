import { expect, test } from "vitest";
import { fileTypeFromBuffer } from "file-type";

import { headOf } from "~/features/self-assessment/queries.server";
import { readVersion } from "~/features/self-assessment/reading.server";
import { wordFile } from "~/features/self-assessment/word.server";
import { mainPart } from "~tests/support/word";
import { aSelfAssessment, begun, save, submitted, written } from "./world";

test("the Word file is what was signed: headings, answers, records as a table, reference, signature and marking", async () => {
  const world = await begun(await aSelfAssessment());
  await save(world, world.own.dcs, "strengths", { items: [{ title: "Stable <teams>", text: "Turnover fell & stayed low", theme: "practice" }] });
  await submitted(await written(world));
  const head = (await headOf(world.region.coordinator, world.id))!;
  const version = (await readVersion(world.region.coordinator, head, { how: "word" }))!;
  const file = await wordFile(version, { reference: head.reference, readBy: "Priya Nair" });
  expect((await fileTypeFromBuffer(file))?.ext).toBe("docx");
  const xml = mainPart(file);
  for (const words of ["Every child safe and heard", "Stable &lt;teams&gt;", "Turnover fell &amp; stayed low", "Director of Ashford", head.reference!, "Marking", 'w:val="Heading1"', "<w:tbl>", "w:tblHeader"]) {
    expect(xml).toContain(words);
  }
});
