/** An act with a page of its own: what it does, in words, before anybody presses anything. */
export interface RecordAct<Asked extends string = string> {
  readonly slug: string;
  readonly event: string;
  /** The link on the record's page, and the heading of the act's page. */
  readonly title: string;
  /** The button that does it. */
  readonly button: string;
  /** What happens, and what it means for others. */
  readonly explains: string;
  /** What the page asks for, beside pressing the button. */
  readonly asks: readonly Asked[];
  /** It takes something away from others. */
  readonly warns?: boolean;
  /** What the next page says when it is done, and what happens next. */
  readonly done: string;
  readonly doneText?: string;
}

/** Where a step is taken: the page that explains it and has its button. */
export interface StepLink {
  readonly event: string;
  readonly href: string;
  readonly words: string;
}

/** A step as the engine says that somebody may take it, but for what is still missing. */
interface OpenStep {
  readonly event: string;
  readonly blockedBy?: string;
}

interface Ways {
  /** Where the records are: "/visits". */
  readonly base: string;
  /** Steps that are taken by an act's page. */
  readonly acts: readonly RecordAct[];
  /** Steps that are taken on a page of their own making, below the record's. */
  readonly pages: Readonly<Record<string, { readonly page: string; readonly words: string }>>;
  /** The order in which steps are offered: the first that is open to somebody is their green button. */
  readonly order: readonly string[];
  /** Steps that nobody should be led to with the green button: they change what others have done, or are not yet due. */
  readonly neverFirst: readonly string[];
  /** Conditions that a step's own page supplies, lists or waits for: with only these missing, the step is offered all the same. */
  readonly supplied: readonly string[];
  /** Steps that are offered whatever is missing: their page lists it. */
  readonly always?: readonly string[];
}

/**
 * The steps somebody may take, as links to where they are taken; each page once. The first is the main one
 * when there is a main one.
 */
export function linking({ base, acts, pages, order, neverFirst, supplied, always = [] }: Ways) {
  const linkOf = (id: string, event: string): StepLink[] => {
    const own = pages[event];
    if (own) return [{ event, href: `${base}/${id}/${own.page}`, words: own.words }];
    const act = acts.find((one) => one.event === event);
    return act ? [{ event, href: `${base}/${id}/act/${act.slug}`, words: act.title }] : [];
  };
  return (id: string, steps: readonly OpenStep[]): { readonly main: StepLink | null; readonly others: readonly StepLink[] } => {
    const links = order
      .filter((event) => steps.some((step) => step.event === event && (!step.blockedBy || supplied.includes(step.blockedBy) || always.includes(event))))
      .flatMap((event) => linkOf(id, event))
      .filter((link, index, all) => all.findIndex((one) => one.href === link.href) === index);
    const main = links.find((link) => !neverFirst.includes(link.event)) ?? null;
    return { main, others: links.filter((link) => link !== main) };
  };
}

/** The step that an act's page takes, while somebody may: a reason is what the page asks for, so it may be missing yet. */
export function stepOf<Step extends OpenStep>(steps: readonly Step[], act: RecordAct): Step | undefined {
  return steps.find((step) => step.event === act.event && (!step.blockedBy || step.blockedBy === "hasReason"));
}

/**
 * Does what an act's page is for, by the feature's verbs.
 * @throws for an event without a verb: a bug of the caller
 */
export function performing<Given, Result>(verbs: Readonly<Record<string, (given: Given) => Promise<Result>>>) {
  return (event: string, given: Given): Promise<Result> => {
    const verb = verbs[event];
    if (!verb) throw new Error(`no verb for "${event}"`);
    return verb(given);
  };
}
