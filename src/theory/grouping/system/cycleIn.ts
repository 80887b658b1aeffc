/** A cycle x < y < ... < x among the generators, by indices, the first one at both ends; null where there is none. Depth first, without recursion. */
export function cycleIn(above: readonly (readonly number[])[]): readonly number[] | null {
  const state = new Uint8Array(above.length); // 0 new, 1 on the path, 2 done
  for (let start = 0; start < above.length; start++) {
    if (state[start] !== 0) continue;
    const path: number[] = [start];
    const next: number[] = [0];
    state[start] = 1;
    while (path.length > 0) {
      const last = path.length - 1;
      const x = path[last]!;
      const y = above[x]![next[last]!];
      if (y === undefined) {
        state[x] = 2;
        path.pop();
        next.pop();
        continue;
      }
      next[last]! += 1;
      if (state[y] === 1) return [...path.slice(path.indexOf(y)), y];
      if (state[y] === 0) {
        state[y] = 1;
        path.push(y);
        next.push(0);
      }
    }
  }
  return null;
}
