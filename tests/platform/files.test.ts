import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { deleteFile, FileMissing, isStorageFull, putFile, readFile } from "~/platform/files.server";
import { forgetSettings } from "~/platform/settings.server";
import { forget } from "~/platform/singleton.server";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "candour-files-"));
  const before = process.env["DATA_DIR"];
  process.env["DATA_DIR"] = folder;
  const forgetAll = (): void => {
    forgetSettings();
    forget("files");
  };
  forgetAll();
  onTestFinished(() => {
    if (before === undefined) delete process.env["DATA_DIR"];
    else process.env["DATA_DIR"] = before;
    forgetAll();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** The names of all files stored, whole or not. */
function stored(): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => statSync(path.join(folder, name)).isFile());
}

test("what is stored comes back byte for byte, from memory and from a stream", async () => {
  const bytes = Buffer.from([0, 1, 2, 250, 255, 13, 10]);
  await putFile("evidence/one.bin", bytes);
  await putFile("evidence/two.bin", Readable.from([bytes, bytes]));
  expect(await buffer(await readFile("evidence/one.bin"))).toEqual(bytes);
  expect(await buffer(await readFile("evidence/two.bin"))).toEqual(Buffer.concat([bytes, bytes]));
  expect(stored().sort()).toEqual(["files/evidence/one.bin", "files/evidence/two.bin"]);
});

test("an upload that breaks off leaves nothing behind, and the earlier file stays", async () => {
  await putFile("evidence/plan.pdf", Buffer.from("the first version"));
  const breaking = new Readable({
    read() {
      this.push("half of the sec");
      this.destroy(new Error("the connection broke"));
    },
  });
  await expect(putFile("evidence/plan.pdf", breaking)).rejects.toThrow();
  expect((await buffer(await readFile("evidence/plan.pdf"))).toString()).toBe("the first version");
  expect(stored()).toEqual(["files/evidence/plan.pdf"]);
});

test("a file that is not there is said to be missing before anything is sent", async () => {
  await expect(readFile("evidence/none.pdf")).rejects.toBeInstanceOf(FileMissing);
  await putFile("evidence/gone.pdf", Buffer.from("x"));
  await deleteFile("evidence/gone.pdf");
  await deleteFile("evidence/gone.pdf");
  await expect(readFile("evidence/gone.pdf")).rejects.toBeInstanceOf(FileMissing);
});

test.each(["../secret", "/etc/passwd", "evidence/../../x", "Evidence.pdf", "a b", ""])("a key made of what people type is refused: %j", async (key) => {
  await expect(putFile(key, Buffer.from("x"))).rejects.toThrow(TypeError);
  expect(stored()).toEqual([]);
});

test("when there is no room, the failure says so and nothing is left behind", () => {
  // A limit on file sizes of 8 blocks stands in for a full disk: the write fails in the same place.
  const script = `
    const { putFile, StorageFull } = await import("./app/platform/files.server.ts");
    try {
      await putFile("evidence/large.bin", Buffer.alloc(2_000_000));
      console.log("stored");
    } catch (error) {
      console.log(error instanceof StorageFull ? "storage full" : error);
    }`;
  const said = execFileSync("bash", ["-c", `ulimit -f 8 && exec "$0" --import tsx --input-type=module -e "$1"`, process.execPath, script], {
    encoding: "utf8",
    env: { ...process.env, TSX_DISABLE_CACHE: "1" },
  });
  expect(said.trim()).toBe("storage full");
  expect(stored()).toEqual([]);
});

test("a full disk, a used-up quota and the largest file are told from other failures", () => {
  expect(["ENOSPC", "EDQUOT", "EFBIG", "EACCES"].map((code) => isStorageFull(Object.assign(new Error("x"), { code })))).toEqual([true, true, true, false]);
  expect(isStorageFull(new Error("outer", { cause: Object.assign(new Error("inner"), { code: "ENOSPC" }) }))).toBe(true);
});
