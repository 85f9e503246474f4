import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text as textOf } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";

import { addPaper, decide, removePaper, sendAgenda } from "~/features/summit";
import { outcomeOf } from "~/features/summit/outcome";
import { paperToRead } from "~/features/summit/papers.server";
import { meetingPage, recommendationPage } from "~/features/summit/queries.server";
import { db } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import { aSummit, drafted, onAgenda } from "./world";

beforeAll(() => {
  process.env["DATA_DIR"] = mkdtempSync(path.join(tmpdir(), "candour-papers-"));
  forgetSettings();
});

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const costs = () => new File([pdf], "Costs.pdf");

test("whoever prepares the agenda adds a paper as a file, and every director reads it with the agenda", async () => {
  const world = await aSummit();
  const { region, meetingId } = world;
  const recommendationId = await onAgenda(world);
  for (const actor of [world.submitter, region.chair, region.authorities[1]!.dcs]) expect(await addPaper({ recommendationId, actor, file: costs() })).toEqual({ kind: "refused", reason: "not-your-role" });
  const added = await addPaper({ recommendationId, actor: region.coordinator, file: costs() });
  if (added.kind !== "saved") throw new Error(added.reason);
  await sendAgenda({ meetingId, actor: region.coordinator });
  const director = region.authorities[2]!.dcs;
  expect((await meetingPage(director, meetingId))?.agenda.map(({ files }) => files.map(({ name, size, by }) => [name, size, by]))).toEqual([[["Costs.pdf", pdf.length, region.coordinator.name]]]);
  expect((await recommendationPage(director, recommendationId))?.mayPrepare).toBe(false);
  expect(await textOf((await paperToRead(director, recommendationId, added.id))!.stream)).toBe(pdf);
  expect(await paperToRead(region.authorities[2]!.leadMember, recommendationId, added.id)).toBeNull();
  const elsewhere = await aSummit();
  expect(await paperToRead(elsewhere.region.coordinator, recommendationId, added.id)).toBeNull();
  expect(await addPaper({ recommendationId, actor: elsewhere.region.coordinator, file: costs() })).toEqual({ kind: "refused", reason: "not-your-role" });
  const letters = await db.outboxEmail.findMany({ where: { workflowId: { in: [meetingId, recommendationId] } }, select: { props: true } });
  expect(letters.length).toBeGreaterThan(0);
  expect(JSON.stringify(letters)).not.toContain("Costs");
});

test("a file that is not what it says is refused with a sentence, and nothing is kept", async () => {
  const world = await aSummit();
  const recommendationId = await onAgenda(world);
  const add = (file: File | null) => addPaper({ recommendationId, actor: world.region.coordinator, file });
  expect(await add(new File(["MZ not a document"], "Costs.pdf", { type: "application/pdf" }))).toEqual({ kind: "refused", reason: "file-type" });
  expect(await add(new File([], "Costs.pdf"))).toEqual({ kind: "refused", reason: "file-empty" });
  expect(await add(null)).toEqual({ kind: "refused", reason: "no-file" });
  expect(outcomeOf({ kind: "refused", reason: "file-type" })).toMatchObject({ status: 422, message: "The file is not of a kind that can be attached, whatever its name says" });
  expect(await db.paperFile.count({ where: { recommendationId } })).toBe(0);
});

test("the same file sent twice at once is one paper; taken off it is gone for every reader, and twenty are enough", async () => {
  const world = await aSummit();
  const recommendationId = await drafted(world);
  const { coordinator } = world.region;
  const [one, other] = await Promise.all([1, 2].map(() => addPaper({ recommendationId, actor: coordinator, file: costs() })));
  expect(one).toEqual(other);
  expect(await db.paperFile.count({ where: { recommendationId } })).toBe(1);
  if (one?.kind !== "saved") throw new Error("the paper should be there");
  const take = () => removePaper({ recommendationId, actor: coordinator, fileId: one.id });
  expect(await removePaper({ recommendationId: await drafted(world, "Another"), actor: coordinator, fileId: one.id })).toEqual({ kind: "refused", reason: "no-such-file" });
  expect(await take()).toEqual(one);
  expect(await take()).toEqual(one);
  expect(await paperToRead(coordinator, recommendationId, one.id)).toBeNull();
  expect((await recommendationPage(world.submitter, recommendationId))?.files).toEqual([]);
  for (let count = 1; count <= 20; count += 1) expect(await addPaper({ recommendationId, actor: coordinator, file: new File([pdf], `Paper ${count}.pdf`) })).toMatchObject({ kind: "saved" });
  expect(await addPaper({ recommendationId, actor: coordinator, file: costs() })).toEqual({ kind: "refused", reason: "too-many-files" });
});

test("once it is decided the papers stay as the directors had them", async () => {
  const world = await aSummit();
  const recommendationId = await onAgenda(world);
  const { coordinator, chair } = world.region;
  const added = await addPaper({ recommendationId, actor: coordinator, file: costs() });
  if (added.kind !== "saved") throw new Error(added.reason);
  expect(await decide({ recommendationId, kind: "reject", reason: "No.", amendedText: "", deferredTo: "", actor: chair })).toMatchObject({ kind: "moved" });
  expect(await removePaper({ recommendationId, actor: coordinator, fileId: added.id })).toEqual({ kind: "refused", reason: "papers-closed" });
  expect(await addPaper({ recommendationId, actor: coordinator, file: new File([pdf], "Late.pdf") })).toEqual({ kind: "refused", reason: "papers-closed" });
  expect((await recommendationPage(world.submitter, recommendationId))?.files.map(({ name }) => name)).toEqual(["Costs.pdf"]);
});
