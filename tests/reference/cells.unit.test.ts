import { expect, test } from "vitest";
import { decodeCell, encodeCell } from "../../prisma/reference/cells";
import { readPublished } from "../../prisma/reference/published";

test("a figure survives being written and read, with the reason why there is none", () => {
  expect(decodeCell(encodeCell("66", "ok"))).toEqual({ value: 66, status: "ok" });
  expect(decodeCell(encodeCell("0", "ok"))).toEqual({ value: 0, status: "ok" });
  expect(decodeCell(encodeCell("3.3", "shared_return"))).toEqual({ value: 3.3, status: "shared_return" });
  expect(decodeCell(encodeCell("", "suppressed"))).toEqual({ value: null, status: "suppressed" });
  expect(decodeCell(encodeCell("", "not_available"))).toEqual({ value: null, status: "not_available" });
  expect(decodeCell("")).toBeNull();
});

test("a figure that is none, or a value that was suppressed, is refused", () => {
  expect(() => encodeCell("", "ok")).toThrow("is no figure");
  expect(() => encodeCell("low", "ok")).toThrow("is no figure");
  expect(() => encodeCell("4", "suppressed")).toThrow("there is a value");
  expect(() => encodeCell("", "lost")).toThrow('no status "lost"');
  expect(() => decodeCell("n/a")).toThrow("is no figure");
});

const header = "time_period,country_code,region_code,new_la_code,population_type,rate_per_10000";
const looked = (rows: readonly string[]) => readPublished(`\uFEFF${[header, ...rows].join("\n")}`, "looked after on 31 March");

test("the publisher's signs for what is missing are told apart from numbers and from zero", () => {
  const on = "Children looked after on 31 March each year";
  expect(
    looked([
      `2025,E92000001,E12000008,E10000011,${on},66`,
      `2025,E92000001,E12000007,E09000001,${on},c`,
      `2025,E92000001,E12000009,E06000053,${on},z`,
      `2025,E92000001,E12000008,E06000044,${on},low`,
      `2025,E92000001,E12000008,,${on},54`,
      `2025,E92000001,,,${on},67`,
      `2025,E92000001,,,Children ceasing to be looked after each year,28`,
    ]),
  ).toEqual([
    { indicatorId: "cla_rate", codeGss: "E10000011", period: 2025, value: 66, status: "ok" },
    { indicatorId: "cla_rate", codeGss: "E09000001", period: 2025, value: null, status: "suppressed" },
    { indicatorId: "cla_rate", codeGss: "E06000053", period: 2025, value: null, status: "not_available" },
    { indicatorId: "cla_rate", codeGss: "E06000044", period: 2025, value: 0, status: "ok" },
    { indicatorId: "cla_rate", codeGss: "E12000008", period: 2025, value: 54, status: "ok" },
    { indicatorId: "cla_rate", codeGss: "E92000001", period: 2025, value: 67, status: "ok" },
  ]);
});

test("a publication with a changed layout or an unknown sign is refused, not guessed at", () => {
  expect(() => readPublished("time_period,la\n2025,Kent\n", "looked after on 31 March")).toThrow('no column "population_type"');
  expect(() => looked(["2025,E92000001,,,Children looked after on 31 March each year,about 60"])).toThrow('"about 60"');
});
