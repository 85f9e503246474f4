import { linking, type RecordAct } from "~/features/step/acts";

export const DAY_ACTS: readonly RecordAct<"reason">[] = [
  { slug: "open", event: "booking.open", title: "Open booking now", button: "Open booking", asks: [], explains: "Everybody who accepted a place on the cohort can book it. Without this it opens with the release of the decisions.", done: "Booking is open" },
  { slug: "hold", event: "day.hold", title: "Say that it was held", button: "It was held", asks: [], explains: "The waiting list closes, what people wrote about their needs is deleted, and whoever was there is asked what they thought. Without this it is noted by itself at the end of the day.", done: "It was held" },
  { slug: "close-evaluation", event: "evaluation.close", title: "Close its evaluation", button: "Close the evaluation", asks: [], explains: "Nobody can answer any more. Tutors are told of the results. Without this it closes ten working days after the day.", done: "The evaluation is closed" },
  { slug: "cancel", event: "day.cancel", title: "Cancel the day", button: "Cancel the day", asks: ["reason"], explains: "Everybody booked or waiting is told, and it is taken out of their calendars. It no longer counts towards completing the programme.", warns: true, done: "The day is cancelled" },
];

export const dayAct = (slug: string | undefined) => DAY_ACTS.find((one) => one.slug === slug);

export const dayLinks = linking({
  base: "/days", acts: DAY_ACTS, pages: { "day.change": { page: "edit", words: "Change what it is about and who teaches" } },
  order: ["booking.open", "day.hold", "evaluation.close", "day.change", "day.cancel"], neverFirst: ["booking.open", "day.hold", "evaluation.close", "day.change", "day.cancel"], supplied: ["hasReason"],
});
