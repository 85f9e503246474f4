import fc from "fast-check";
import { expect, test } from "vitest";

import { themeKinds, themesOf, type FindingCounted } from "~/features/action-plan/themes";

const findings = fc.array(
  fc.record({ authorityId: fc.constantFrom("kent", "medway", "reading", "slough", "surrey", "wokingham"), kind: fc.constantFrom(...themeKinds), theme: fc.constantFrom("leadership", "front door", "SEND", "workforce") }),
  { maxLength: 60 },
);

test("no number is shown behind which fewer authorities stand than the region's setting", () => {
  fc.assert(
    fc.property(findings, fc.integer({ min: 1, max: 6 }), (list, fewest) => {
      for (const row of themesOf(list, fewest).rows) {
        for (const kind of themeKinds) {
          const cell = row.cells[kind];
          const real = list.filter((one) => one.theme === row.theme && one.kind === kind);
          const behind = new Set(real.map((one) => one.authorityId)).size;
          if (typeof cell === "string") expect(cell === "none" ? real.length === 0 : real.length > 0 && behind < fewest).toBe(true);
          else expect(cell).toEqual({ findings: real.length, authorities: behind });
          if (typeof cell !== "string") expect(behind).toBeGreaterThanOrEqual(fewest);
        }
      }
    }),
  );
});

test("while fewer authorities have a letter than the setting says, not even the names of their themes are shown", () => {
  fc.assert(
    fc.property(findings, fc.integer({ min: 2, max: 6 }), (list, fewest) => {
      const authorities = new Set(list.map((one) => one.authorityId)).size;
      expect(themesOf(list, fewest).rows.length === 0).toBe(authorities < fewest || list.length === 0);
    }),
  );
});

test("changing a finding behind a hidden number changes nothing that is shown of it", () => {
  fc.assert(
    fc.property(findings, (list) => {
      const hidden: FindingCounted[] = [{ authorityId: "bracknell-forest", kind: "area", theme: "early help" }];
      const one = themesOf([...list, ...hidden], 3);
      const more = themesOf([...list, ...hidden, ...hidden, ...hidden], 3);
      expect(more.rows).toEqual(one.rows);
    }),
  );
});

test("themes come by how much is shown of them, never by authority, and say when something is left out", () => {
  const many = (theme: string, count: number): FindingCounted[] => ["kent", "medway", "reading", "slough"].slice(0, count).map((authorityId) => ({ authorityId, kind: "area", theme }));
  const picture = themesOf([...many("leadership", 2), ...many("front door", 4), ...many("SEND", 3)], 3);
  expect(picture.rows.map((row) => [row.theme, row.shown, row.cells.area])).toEqual([
    ["front door", 4, { findings: 4, authorities: 4 }], ["SEND", 3, { findings: 3, authorities: 3 }], ["leadership", 0, "tooFew"],
  ]);
  expect(picture.suppressed).toBe(true);
});
