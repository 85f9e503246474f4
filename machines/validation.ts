import { setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** hostDcs signs the report, hostDelegate prepares for them; questioned are these two while a question has no answer; leadScrutineer and scrutineer are directors of the authorities that read it, readerDelegate their delegates; addressee read it until now. */
export type ValidationRole = "coordinator" | "hostDcs" | "hostDelegate" | "questioned" | "leadScrutineer" | "scrutineer" | "readerDelegate" | "addressee";

/** Dates are ISO days, empty while there is none. */
export interface ValidationFacts {
  readonly hasReason: boolean;
  /** The question, the answer or the reply is written. */
  readonly hasText: boolean;
  /** The window to reply ends on a day that lies ahead. */
  readonly windowAhead: boolean;
  /** As many authorities read it as the event asks for, one of them leading. */
  readonly readersComplete: boolean;
  readonly heldOn: string;
  readonly replyBy: string;
}

export type ValidationEvent =
  | { type: "allocation.publish" }
  | { type: "reader.decline" }
  | { type: "readers.change" }
  | { type: "event.move" }
  | { type: "event.postpone" }
  | { type: "event.cancel" }
  | { type: "question.ask" }
  | { type: "question.answer" }
  | { type: "outcome.agree" }
  | { type: "outcome.query" }
  | { type: "outcome.needEvidence" }
  | { type: "reply.give" }
  | { type: "reply.accept" }
  | { type: "reply.dispute" }
  | { type: "window.extend" }
  | { type: "window.close" }
  | { type: "window.reopen" }
  | { type: "outcome.publish" }
  | { type: "report.withdraw" };

const step = stepsFor<ValidationRole>();
const option = optionsFor<ValidationRole>();
const all = tellingFor<ValidationRole>();

const withdraw = {
  "report.withdraw": { guard: "hasReason" as const, ...option({ to: "withdrawn", by: ["coordinator"], tells: all("validation/withdrawn", "hostDcs", "hostDelegate", "leadScrutineer", "scrutineer") }) },
};

/** What its readers and the event may do until the outcome is recorded. */
const beforehand = <const Here extends string>(here: Here) => ({
  "reader.decline": { guard: "hasReason" as const, ...option({ to: "awaitingReader", by: ["leadScrutineer", "scrutineer"], tells: all("validation/reader-declined", "coordinator") }) },
  "event.move": { ...step({ to: here, by: ["system"], tells: all("validation/event-moved", "hostDcs", "leadScrutineer", "scrutineer", "readerDelegate") }) },
  "event.postpone": { ...step({ to: here, by: ["system"], tells: all("validation/event-postponed", "hostDcs", "leadScrutineer", "scrutineer", "readerDelegate") }) },
  "event.cancel": { ...step({ to: "withdrawn", by: ["system"], tells: all("validation/event-cancelled", "hostDcs", "leadScrutineer", "scrutineer", "readerDelegate") }) },
});

/** Readers ask before the event, and the authority answers: it waits for both of its people until one has. */
const questions = <const Here extends string>(here: Here) => ({
  "question.ask": { guard: "hasText" as const, ...option({ to: here, by: ["leadScrutineer", "scrutineer", "readerDelegate"], tells: all("validation/question-asked", "hostDcs", "hostDelegate") }) },
  "question.answer": {
    guard: "hasText" as const,
    ...step({ to: here, by: ["questioned", "hostDcs", "hostDelegate"], optionalFor: ["hostDcs", "hostDelegate"], tells: all("validation/question-answered", "leadScrutineer", "scrutineer", "readerDelegate") }),
  },
});

const readersChanged = { ...all("validation/readers-changed", "hostDcs", "hostDelegate", "leadScrutineer", "scrutineer", "readerDelegate"), addressee: "validation/no-longer-reader" } as const;

const outcomeDue = {
  name: "Record the outcome",
  on: { fact: "heldOn" },
  remind: [
    { day: -2, tells: { leadScrutineer: "validation/outcome-due" } },
    { day: 1, tells: { leadScrutineer: "validation/outcome-due" } },
    { day: 5, tells: all("validation/outcome-due", "leadScrutineer", "coordinator") },
  ],
} satisfies Due<ValidationRole>;

const publish = {
  "outcome.publish": { ...step({ to: "published", by: ["coordinator"], tells: all("validation/published", "hostDcs", "leadScrutineer") }) },
};

const queried = {
  "outcome.query": { guard: "hasReason" as const, ...step({ to: "awaitingReply", by: ["leadScrutineer"], tells: all("validation/reply-wanted", "hostDcs", "hostDelegate") }) },
  "outcome.needEvidence": { guard: "hasReason" as const, ...step({ to: "awaitingReply", by: ["leadScrutineer"], tells: all("validation/evidence-wanted", "hostDcs", "hostDelegate") }) },
};

/** P7: the scrutiny of one authority's report by others at a validation event. */
export const validation = setup({
  types: { context: {} as ValidationFacts, events: {} as ValidationEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    hasText: ({ context }) => context.hasText,
    windowAhead: ({ context }) => context.windowAhead,
    readersComplete: ({ context }) => context.readersComplete,
  },
}).createMachine({
  id: "validation",
  version: "2",
  context: ({ input }) => input as unknown as ValidationFacts,
  initial: "allocated",
  meta: {
    title: "Validation of a report",
    about: "One authority’s report at a validation event: read by directors of other authorities, who may decline with a reason and are then replaced; asked about before, agreed or queried on the day, replied to in a window of working days, and published to its readers.",
    roles: {
      coordinator: "SLI coordinator of the region",
      hostDcs: "director of children’s services of the report’s authority",
      hostDelegate: "delegate of that director",
      questioned: "those two, while a question waits for its answer",
      leadScrutineer: "director of the authority that leads the reading",
      scrutineer: "directors of the other authorities that read it",
      readerDelegate: "delegates of the directors that read it",
      addressee: "director of an authority that reads it no longer",
    },
    mayBeEmpty: ["hostDelegate", "questioned", "scrutineer", "readerDelegate", "addressee"],
    byChoice: [],
    askedWithTheAct: ["hasReason", "hasText", "windowAhead", "readersComplete"],
  } satisfies MachineMeta<ValidationRole>,
  states: {
    allocated: {
      on: {
        "allocation.publish": {
          ...step({ to: "reading", by: ["coordinator"], tells: { leadScrutineer: "validation/pack-released", scrutineer: "validation/pack-released", readerDelegate: "validation/pack-released", hostDcs: "validation/readers-named" } }),
        },
      },
    },
    reading: {
      meta: { due: [outcomeDue] },
      on: {
        ...questions("reading"),
        "outcome.agree": { ...step({ to: "agreed", by: ["leadScrutineer"], tells: { hostDcs: "validation/agreed" } }) },
        ...queried,
        "readers.change": { guard: "readersComplete", ...option({ to: "reading", by: ["coordinator"], tells: readersChanged }) },
        ...beforehand("reading"),
        ...withdraw,
      },
    },
    awaitingReader: {
      meta: {
        due: [
          outcomeDue,
          {
            name: "Name another reader",
            on: { workingDays: 3 },
            remind: [
              { day: -1, tells: { coordinator: "validation/reader-wanted" } },
              { day: 1, tells: { coordinator: "validation/reader-wanted" } },
            ],
          } satisfies Due<ValidationRole>,
        ],
      },
      on: {
        ...questions("awaitingReader"),
        "readers.change": { guard: "readersComplete", ...step({ to: "reading", by: ["coordinator"], tells: readersChanged }) },
        ...beforehand("awaitingReader"),
        ...withdraw,
      },
    },
    awaitingReply: {
      meta: {
        due: [
          {
            name: "Reply to the outcome",
            on: { fact: "replyBy" },
            fires: "window.close",
            remind: [
              { day: -3, tells: all("validation/reply-due", "hostDcs", "hostDelegate") },
              { day: 0, tells: all("validation/reply-due", "hostDcs", "hostDelegate") },
            ],
          } satisfies Due<ValidationRole>,
        ],
      },
      on: {
        "reply.give": { guard: "hasText", ...step({ to: "replied", by: ["hostDcs"], tells: all("validation/reply-given", "leadScrutineer", "scrutineer", "coordinator") }) },
        "window.extend": { guard: "windowAhead", ...option({ to: "awaitingReply", by: ["coordinator"], tells: all("validation/window-extended", "hostDcs", "hostDelegate") }) },
        "window.close": { ...step({ to: "unanswered", by: ["system"], tells: all("validation/window-closed", "hostDcs", "leadScrutineer", "coordinator") }) },
        ...withdraw,
      },
    },
    replied: {
      meta: {
        due: [
          {
            name: "Say whether the reply settles it",
            on: { workingDays: 5 },
            remind: [
              { day: -1, tells: { leadScrutineer: "validation/settling-due" } },
              { day: 2, tells: all("validation/settling-due", "leadScrutineer", "coordinator") },
            ],
          } satisfies Due<ValidationRole>,
        ],
      },
      on: {
        "reply.accept": { ...step({ to: "agreed", by: ["leadScrutineer"], tells: { hostDcs: "validation/agreed" } }) },
        "reply.dispute": { guard: "hasReason", ...step({ to: "disputed", by: ["leadScrutineer"], tells: all("validation/disputed", "hostDcs", "coordinator") }) },
        ...withdraw,
      },
    },
    unanswered: {
      on: {
        "window.reopen": { guard: "windowAhead", ...option({ to: "awaitingReply", by: ["coordinator"], tells: all("validation/window-extended", "hostDcs", "hostDelegate") }) },
        ...publish,
        ...withdraw,
      },
    },
    agreed: { on: { ...publish, ...withdraw } },
    disputed: { on: { ...publish, ...withdraw } },
    published: { type: "final" },
    withdrawn: { type: "final" },
  },
});
