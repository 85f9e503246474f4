// What the process pages show, read from the machines themselves: pages, buttons and pictures cannot disagree.
import { duesOf, initialOf, isFinal, metaOf, roleInWords, rowsOf, statesOf, takersInWords } from "~machines/machine";
import { machines } from "~machines/index";

import { processWords } from "~/features/process-words";

export interface ProcessLine {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly steps: number;
}

/** Every process there is. */
export function processList(): ProcessLine[] {
  return Object.entries(machines).map(([name, machine]) => ({ name, title: metaOf(machine).title, about: metaOf(machine).about, steps: rowsOf(machine).length }));
}

export interface ProcessPage {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly states: readonly {
    readonly id: string;
    readonly label: string;
    readonly first: boolean;
    readonly final: boolean;
    readonly dues: readonly string[];
    readonly steps: readonly { readonly event: string; readonly what: string; readonly who: string; readonly when: string; readonly then: string; readonly told: string }[];
  }[];
}

/** One process in words, or null when there is none of that name. */
export function processPage(name: string | undefined): ProcessPage | null {
  const machine = name !== undefined && Object.hasOwn(machines, name) ? machines[name] : undefined;
  const words = name === undefined ? undefined : processWords[name];
  if (!machine || !words || name === undefined) return null;
  return {
    name,
    title: metaOf(machine).title,
    about: metaOf(machine).about,
    states: statesOf(machine).map((state) => ({
      id: state,
      label: words.label(state),
      first: initialOf(machine) === state,
      final: isFinal(machine, state),
      dues: duesOf(machine, state).map((due) => ("workingDays" in due.on ? `${due.name}: within ${due.on.workingDays} working days` : `${due.name}: by its date in the round`)),
      steps: rowsOf(machine).filter((row) => row.state === state).map((row) => ({
        event: row.event,
        what: sentence(words.happened(row.event)),
        who: takersInWords(machine, row),
        when: row.guards.map((guard) => words.conditions[guard] ?? guard).join("; "),
        then: row.to === state ? "Stays as it is" : words.label(row.to),
        told: [...new Set(Object.keys(row.tells).map((role) => roleInWords(machine, role)))].join("; "),
      })),
    })),
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
