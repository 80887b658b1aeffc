/** Batch norm from its definition, with a tangent beside every number: no projection, no closed form. */

/** Value and derivative. */
type Dual = readonly [number, number];

const sum = (terms: readonly Dual[]): Dual =>
  terms.reduce<Dual>(([value, slope], [x, dx]) => [value + x, slope + dx], [0, 0]);
const times = ([x, dx]: Dual, [y, dy]: Dual): Dual => [x * y, x * dy + dx * y];
const scaled = (factor: number, [x, dx]: Dual): Dual => [factor * x, factor * dx];
const less = ([x, dx]: Dual, [y, dy]: Dual): Dual => [x - y, dx - dy];

export interface Normalisation {
  readonly probabilities: readonly number[];
  readonly c1?: number;
  readonly c0?: number;
  /** Added to the variance. */
  readonly extra?: number;
}

/** c1 (f - mu)/s + c0 and its derivative in the direction df. */
export function normalisedAlong(
  f: readonly number[],
  df: readonly number[],
  { probabilities, c1 = 1, c0 = 0, extra = 0 }: Normalisation,
): readonly Dual[] {
  const numbers = f.map((value, i): Dual => [value, df[i]!]);
  const mean = sum(numbers.map((number, i) => scaled(probabilities[i]!, number)));
  const centred = numbers.map((number) => less(number, mean));
  const [variance, slope] = sum(centred.map((number, i) => scaled(probabilities[i]!, times(number, number))));
  const s = Math.sqrt(variance + extra);
  const inverse: Dual = [1 / s, -slope / (2 * s ** 3)];
  return centred.map((number) => {
    const [value, tangent] = scaled(c1, times(number, inverse));
    return [value + c0, tangent];
  });
}

export const normalised = (f: readonly number[], options: Normalisation): number[] =>
  normalisedAlong(
    f,
    f.map(() => 0),
    options,
  ).map(([value]) => value);

/** d output_i / d f_k, row after row. */
export function normalisationDerivative(f: readonly number[], options: Normalisation): number[][] {
  const columns = f.map((_, k) =>
    normalisedAlong(
      f,
      f.map((__, i) => Number(i === k)),
      options,
    ),
  );
  return f.map((_, i) => columns.map((column) => column[i]![1]));
}

export const equalWeights = (size: number): number[] => new Array<number>(size).fill(1 / size);
