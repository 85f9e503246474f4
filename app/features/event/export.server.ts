import { stringify } from "csv-stringify/sync";
import { labelOf, whenWords, type BookedPerson, type DateOfOwner } from "~/features/booking";

/** The bookings as CSV for a spreadsheet. Cells that a spreadsheet would run as a formula are disarmed. */
export function bookingsCsv(people: readonly BookedPerson[], dates: readonly DateOfOwner[]): string {
  return stringify(
    [
      ["reference", "name", "email", "authority", "date", "state", "waiting_number", "needs"],
      ...people.map((one) => {
        const date = dates.find(({ id }) => id === one.sessionId);
        return [one.reference, one.name, one.email, one.authority ?? "", date ? whenWords(date) : "", labelOf(one.state), one.state === "waiting" ? (one.queueNo ?? "") : "", one.needs];
      }),
    ],
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
}
