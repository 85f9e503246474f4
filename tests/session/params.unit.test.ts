import { expect, test } from "vitest";

import { isUuid } from "~/session/params";

test("only what can be the id of a record is let through to the database", () => {
  expect(isUuid("01a217f3-9665-72a5-ac3e-965de501a91e")).toBe(true);
  for (const text of [undefined, "", "kent", "-".repeat(36), "01a217f3966572a5ac3e965de501a91e0000", "01a217f3-9665-72a5-ac3e-965de501a91e ", "01a217f3-9665-72a5-ac3e-965de501a91g"]) expect(isUuid(text)).toBe(false);
});
