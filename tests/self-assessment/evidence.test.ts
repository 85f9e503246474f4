import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text as textOf } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";

import { addEvidence, evidenceOf, evidenceToRead, removeEvidence } from "~/features/self-assessment/evidence.server";
import { largestFile, plainName } from "~/platform/attached-file.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { readVersion } from "~/features/self-assessment/reading.server";
import { db } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import type { SignedIn } from "~/workflow/actor.server";
import { aSelfAssessment, begun, shared, signed, written, type World } from "./world";

beforeAll(() => {
  process.env["DATA_DIR"] = mkdtempSync(path.join(tmpdir(), "candour-evidence-"));
  process.env["UPLOAD_LIMIT_MB"] = "1";
  forgetSettings();
});

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const file = (name: string, content: string | Uint8Array<ArrayBuffer>, type = "") => new File([content], name, { type });
const attach = (world: World, actor: SignedIn, attached: File | null) => addEvidence({ selfAssessmentId: world.id, actor, file: attached });
const refused = (reason: string) => ({ kind: "refused", reason });

test("a file is known by its content, whatever it is called", async () => {
  const world = await begun(await aSelfAssessment());
  expect(await attach(world, world.own.dcs, file("audit.exe", pdf, "application/x-msdownload"))).toMatchObject({ kind: "saved" });
  const [row] = await evidenceOf(world.id);
  expect(row).toMatchObject({ name: "audit.pdf", type: "application/pdf", size: pdf.length, by: "Director of Ashford" });
  expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("what cannot be attached is refused with its reason, and nothing is kept", async () => {
  const world = await begun(await aSelfAssessment());
  expect(await attach(world, world.own.dcs, null)).toEqual(refused("no-file"));
  expect(await attach(world, world.own.dcs, file("", ""))).toEqual(refused("no-file"));
  expect(await attach(world, world.own.dcs, file("empty.pdf", ""))).toEqual(refused("file-empty"));
  expect(await attach(world, world.own.dcs, file("page.pdf", "<html><script>alert(1)</script></html>", "application/pdf"))).toEqual(refused("file-type"));
  expect(await attach(world, world.own.dcs, file("picture.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"))).toEqual(refused("file-type"));
  expect(await attach(world, world.own.dcs, file("big.pdf", pdf + "x".repeat(largestFile())))).toEqual(refused("file-too-big"));
  expect(await db.evidenceFile.count({ where: { selfAssessmentId: world.id } })).toBe(0);
});

test("the same file sent twice, even at once, is attached once, and again after it was removed", async () => {
  const world = await begun(await aSelfAssessment());
  const send = () => attach(world, world.own.dcs, file("audit.pdf", pdf));
  const [one, other] = await Promise.all([send(), send()]);
  expect(one).toMatchObject({ kind: "saved" });
  expect(other).toEqual(one);
  expect(await send()).toEqual(one);
  if (one.kind === "saved") await removeEvidence({ selfAssessmentId: world.id, actor: world.own.dcs, fileId: one.id });
  expect(await send()).not.toEqual(one);
  expect(await evidenceOf(world.id)).toHaveLength(1);
});

test("only those who write attach and remove, and only while it is being written", async () => {
  const world = await begun(await aSelfAssessment());
  for (const actor of [world.region.coordinator, world.own.chiefExecutive, world.other.dcs]) expect(await attach(world, actor, file("a.pdf", pdf))).toEqual(refused("not-your-role"));
  const added = await attach(world, world.own.delegate, file("a.pdf", pdf));
  if (added.kind !== "saved") throw new Error(added.reason);
  expect(await removeEvidence({ selfAssessmentId: world.id, actor: world.other.dcs, fileId: added.id })).toEqual(refused("not-your-role"));
  await signed(await written(world));
  expect(await attach(world, world.own.delegate, file("b.pdf", pdf))).toEqual(refused("not-being-written"));
  expect(await removeEvidence({ selfAssessmentId: world.id, actor: world.own.delegate, fileId: added.id })).toEqual(refused("not-being-written"));
});

test("a file is removed once, and not through another self-assessment", async () => {
  const world = await begun(await aSelfAssessment());
  const elsewhere = await begun(await aSelfAssessment());
  const added = await attach(world, world.own.dcs, file("a.pdf", pdf));
  if (added.kind !== "saved") throw new Error(added.reason);
  const remove = (there: World) => removeEvidence({ selfAssessmentId: there.id, actor: there.own.dcs, fileId: added.id });
  expect(await remove(elsewhere)).toEqual(refused("no-such-file"));
  expect(await remove(world)).toMatchObject({ kind: "saved" });
  expect(await remove(world)).toEqual(refused("no-such-file"));
  expect(await evidenceOf(world.id)).toEqual([]);
});

test("a reader opens the files of the shared version and no others, and that is logged", async () => {
  const world = await begun(await aSelfAssessment());
  const kept = await attach(world, world.own.dcs, file("kept.pdf", pdf));
  const gone = await attach(world, world.own.dcs, file("gone.pdf", pdf));
  if (kept.kind !== "saved" || gone.kind !== "saved") throw new Error("both should be attached");
  await removeEvidence({ selfAssessmentId: world.id, actor: world.own.dcs, fileId: gone.id });
  await shared(await written(world));
  const head = (await headOf(world.other.dcs, world.id))!;
  const version = (await readVersion(world.other.dcs, head, { how: "none" }))!;
  const open = (id: string) => evidenceToRead(world.other.dcs, head, id, version.content.evidence, version.version);
  expect(await textOf((await open(kept.id))!.stream)).toBe(pdf);
  expect(await open(gone.id)).toBeNull();
  expect(await db.documentRead.findMany({ where: { selfAssessmentId: world.id }, select: { how: true } })).toEqual([{ how: "evidence" }]);
});

test("a name with folders, quotes or control characters becomes a plain one", () => {
  expect(plainName("..\\..\\windows\\system32\\evil.pdf", "pdf")).toBe("evil.pdf");
  expect(plainName("../../etc/passwd", "pdf")).toBe("passwd.pdf");
  expect(plainName('re"port\r\n<1>.docx', "pdf")).toBe("report1.pdf");
  expect(plainName(".pdf", "pdf")).toBe("evidence.pdf");
});
