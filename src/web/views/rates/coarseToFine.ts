/** The same values, both ends first, then the middle of each gap: any beginning of the list covers the whole. */
export function coarseToFine<T>(values: readonly T[]): readonly T[] {
  if (values.length <= 2) return values;
  const order = [0, values.length - 1];
  const gaps: [number, number][] = [[0, values.length - 1]];
  for (let k = 0; k < gaps.length; k++) {
    const [from, to] = gaps[k]!;
    if (to - from < 2) continue;
    const middle = (from + to) >> 1;
    order.push(middle);
    gaps.push([from, middle], [middle, to]);
  }
  return order.map((at) => values[at]!);
}
