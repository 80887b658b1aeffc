/**
 * Z_n, the number of n x n matrices of zeros and ones with permanent 0: 1, 9, 265, 27713, ...
 *
 * Row after row: what matters of k rows is the family of column sets of size k that they can be matched to. Families are counted, not matrices: some thousand
 * of them for n = 6 instead of 2^36 matrices. A family is a big integer, bit S for the column set S. n from 1 to 6.
 */
export function permanentZeroCount(n: number): { readonly count: bigint; readonly steps: number } {
  const columns = Array.from({ length: n }, (_, c) => c);
  // the families of sets without column c: S and S + 2^c are S and S with c
  const without = columns.map((c) =>
    Array.from({ length: 2 ** n }, (_, set) => set).reduce(
      (mask, set) => (Math.floor(set / 2 ** c) % 2 === 0 ? mask | (1n << BigInt(set)) : mask),
      0n,
    ),
  );
  let families = new Map<bigint, bigint>([[1n, 1n]]);
  let count = 0n;
  let steps = 0;
  for (let row = 0; row < n; row++) {
    const next = new Map<bigint, bigint>();
    for (const [family, times] of families) {
      const grown = columns.map((c) => (family & without[c]!) << BigInt(2 ** c));
      for (let pattern = 0; pattern < 2 ** n; pattern++) {
        const reached = columns.reduce(
          (all, c) => (Math.floor(pattern / 2 ** c) % 2 === 1 ? all | grown[c]! : all),
          0n,
        );
        steps += 1;
        if (reached === 0n) count += times << BigInt(n * (n - 1 - row));
        else next.set(reached, (next.get(reached) ?? 0n) + times);
      }
    }
    families = next;
  }
  return { count, steps };
}
