/** Values of atoms as indices into the list of those that occur. */

/** Distinct lists of numbers in lexicographic order, and the index of each atom's. */
export function indexedLists(lists: readonly (readonly number[])[]): {
  readonly distinct: readonly (readonly number[])[];
  readonly index: readonly number[];
} {
  const first = new Map<string, readonly number[]>();
  // + 0 makes -0 and 0 the same content
  const keys = lists.map((list) => list.map((value) => value + 0).join(" "));
  for (const [at, key] of keys.entries()) if (!first.has(key)) first.set(key, lists[at]!);
  const ordered = [...first.entries()].sort(([, a], [, b]) => lexicographic(a, b));
  const place = new Map(ordered.map(([key], at) => [key, at]));
  return {
    distinct: ordered.map(([, list]) => Object.freeze(list.map((value) => value + 0))),
    index: keys.map((key) => place.get(key)!),
  };
}

/** Distinct numbers, ascending, and the index of each atom's. */
export function indexedNumbers(values: readonly number[]): {
  readonly distinct: readonly number[];
  readonly index: readonly number[];
} {
  const distinct = [...new Set(values.map((value) => value + 0))].sort((a, b) => a - b);
  const place = new Map(distinct.map((value, at) => [value, at]));
  return { distinct, index: values.map((value) => place.get(value + 0)!) };
}

function lexicographic(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}
