import type { TheoremEntry } from "./entry.js";

export interface TheoremFilter {
  /** Words; all of them must occur. */
  readonly text: string;
  /** "" is all, as for `kind` and `proof`. */
  readonly area: string;
  readonly kind: string;
  readonly proof: string;
  /** Only what the paper prints wrongly. */
  readonly misprinted: boolean;
}

const is = (wanted: string, value: string) => wanted === "" || wanted === value;

/** Whether each word of the text occurs in what an entry says about itself, whatever the case. */
function mentions({ id, title, at, works, kind, areaTitle }: TheoremEntry, words: readonly string[]): boolean {
  const text = `${id} ${title} ${at} ${works} ${kind} ${areaTitle}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

export function filterTheorems(entries: readonly TheoremEntry[], filter: TheoremFilter): readonly TheoremEntry[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return entries.filter(
    (entry) =>
      is(filter.area, entry.area) &&
      is(filter.kind, entry.kind) &&
      is(filter.proof, entry.proof) &&
      (!filter.misprinted || entry.misprinted) &&
      mentions(entry, words),
  );
}

/** The different values of a property, in the order of the list, each with how many there are. */
export function countsOf(
  entries: readonly TheoremEntry[],
  property: (entry: TheoremEntry) => readonly [value: string, words: string],
): readonly (readonly [value: string, words: string])[] {
  const counts = new Map<string, { words: string; count: number }>();
  for (const entry of entries) {
    const [value, words] = property(entry);
    counts.set(value, { words, count: (counts.get(value)?.count ?? 0) + 1 });
  }
  return [...counts].map(([value, { words, count }]) => [value, `${words} (${count})`]);
}
