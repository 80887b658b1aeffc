/** Derivatives of a network's output by dual numbers, from the bare weights: a second way to gradients, forwards. */

type Layers = readonly (readonly (readonly number[])[])[];

/** What is moved by one unit: an input, or an entry of the weights of layer l (from 1), biases in the last row. */
export type Direction =
  | { readonly input: number }
  | { readonly layer: number; readonly row: number; readonly column: number };

interface Dual {
  readonly value: number;
  readonly slope: number;
}

/** f_L(x) and its derivative in the direction. A gate at zero is closed. */
export function dualOutput(layers: Layers, x: readonly number[], direction: Direction): readonly Dual[] {
  let signal: readonly Dual[] = x.map((value, i) => ({
    value,
    slope: Number("input" in direction && direction.input === i),
  }));
  for (const [index, weights] of layers.entries()) {
    const below = [...signal, { value: 1, slope: 0 }];
    const moved = "layer" in direction && direction.layer === index + 1 ? direction : null;
    signal = weights[0]!.map((_, column) => {
      let [value, slope] = [0, 0];
      for (const [row, entry] of below.entries()) {
        const weight = weights[row]![column]!;
        const moves = moved !== null && moved.row === row && moved.column === column;
        value += weight * entry.value;
        slope += weight * entry.slope + (moves ? entry.value : 0);
      }
      return index === layers.length - 1 || value > 0 ? { value, slope } : { value: 0, slope: 0 };
    });
  }
  return signal;
}

/** -dJ of one sample in the direction, J = |f* - f|^2/2. */
export function lossDescent(
  layers: Layers,
  target: readonly number[],
  x: readonly number[],
  direction: Direction,
): number {
  return dualOutput(layers, x, direction).reduce((sum, { value, slope }, c) => sum + (target[c]! - value) * slope, 0);
}

/** f_L(x) from the bare weights. */
export const plainOutput = (layers: Layers, x: readonly number[]): readonly number[] =>
  dualOutput(layers, x, { input: -1 }).map(({ value }) => value);
