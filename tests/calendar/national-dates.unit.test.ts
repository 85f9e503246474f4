import { expect, test } from "vitest";

import { localElectionsIn, nationalOn } from "~/features/region-calendar/national-dates";

test("local elections are on the first Thursday in May", () => {
  // As they were held: 1 May 2025, 2 May 2024, 4 May 2023, 5 May 2022.
  expect([2022, 2023, 2024, 2025, 2027].map(localElectionsIn)).toEqual(["2022-05-05", "2023-05-04", "2024-05-02", "2025-05-01", "2027-05-06"]);
  expect(nationalOn("2027-05-06")).toEqual(["local elections"]);
  expect(nationalOn("2027-05-07")).toEqual([]);
});
