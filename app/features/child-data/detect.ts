import { checks } from "./checks";

/** What seems to identify a child, in the order in which one hit wins over another at the same place. */
export const HIT_KINDS = ["nhsNumber", "pupilNumber", "nationalInsurance", "dateOfBirth", "caseNumber", "email", "phone", "postcode", "name", "initials"] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export interface Hit {
  readonly kind: HitKind;
  readonly excerpt: string;
  /** Places in the text, in UTF-16 units, the end not included. */
  readonly start: number;
  readonly end: number;
  /** Why it was picked out, in a sentence for whoever wrote it. */
  readonly why: string;
}

/**
 * Everything in a text that may identify a child: each place once, in reading order. It errs towards asking:
 * what it picks out may be harmless, and then somebody looks at it and says so. It cannot know a name that
 * nothing announces, which is why people are asked as well. Pure, and fit for the browser.
 */
export function childDataIn(text: string): readonly Hit[] {
  const found = checks.flatMap(({ kind, pattern, why, unless }) =>
    [...text.matchAll(pattern)].flatMap((match): Hit[] => {
      const [start, end] = match.indices?.groups?.["hit"] ?? match.indices?.[0] ?? [match.index, match.index + match[0].length];
      const excerpt = text.slice(start, end);
      return unless?.(excerpt, match) ? [] : [{ kind, excerpt, start, end, why }];
    }),
  );
  const rank = (hit: Hit) => HIT_KINDS.indexOf(hit.kind);
  const kept: Hit[] = [];
  for (const hit of found.sort((one, other) => rank(one) - rank(other) || one.start - other.start)) {
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/**
 * A short name for what was found, the same wherever it stands in the text: somebody who has said that it is
 * not about a child has said so for the same words only. (cyrb53, 53 bits; not a secret.)
 */
export function hitName({ kind, excerpt }: Pick<Hit, "kind" | "excerpt">): string {
  const words = `${kind}:${excerpt.toLowerCase().replace(/\s+/g, " ").trim()}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
