/**
 * `count` zeros in a plain array. For the small vectors of a computation that lasts microseconds: making a typed array costs
 * more than filling a plain one.
 */
export function zeros(count: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < count; i++) out.push(0);
  return out;
}
