import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { script, stylesheet } from "./gallery/make";

const names = ["page", "autosave", "word-count", "conditional", "copy", "file-upload", "select-all"];
let css = "";
let scripts: readonly string[] = [];
const weight = (text: string): number => gzipSync(text).length;

beforeAll(async () => {
  css = (await stylesheet()).replaceAll(/url\("?data:[^)]+\)/g, "url(font)");
  scripts = await Promise.all(names.map(script));
}, 60_000);

describe("what a page without live parts weighs", () => {
  test("is under 25 KB of styles, gzipped", () => {
    expect(weight(css)).toBeLessThan(25_000);
  });

  test("is under 30 KB of styles and scripts together, even with every small script", () => {
    expect(weight(css) + scripts.reduce((sum, code) => sum + weight(code), 0)).toBeLessThan(30_000);
  });
});

describe("the styles", () => {
  test("carry our own typeface and not the one that is for gov.uk alone", () => {
    expect(css).toContain("Atkinson Hyperlegible Next Variable");
    expect(css).toContain("font-display:swap");
    expect(css).not.toContain("GDS Transport");
    expect(css).not.toMatch(/crest|crown/i);
  });

  test("serve paper, high contrast and narrow windows", () => {
    for (const rule of ["@media print", "forced-colors: active", "max-width: 640px"]) expect(css.replaceAll(/:(?! )/g, ": ").replaceAll(/: {2,}/g, ": ")).toContain(rule);
  });

  test("fetch nothing from elsewhere", () => {
    expect(css).not.toMatch(/url\(\s*["']?(https?:)?\/\/|@import/);
  });
});
