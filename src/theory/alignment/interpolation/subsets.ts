/** Every subset of `size` of the indices 0, ..., count - 1, ascending, in lexicographic order. Callers bound their number, `binomial`. */
export function subsets(count: number, size: number): readonly (readonly number[])[] {
  const all: number[][] = [];
  const extend = (chosen: readonly number[], next: number): void => {
    if (chosen.length === size) all.push([...chosen]);
    else for (let i = next; i <= count - (size - chosen.length); i++) extend([...chosen, i], i + 1);
  };
  extend([], 0);
  return all;
}
