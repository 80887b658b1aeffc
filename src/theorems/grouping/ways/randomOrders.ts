/** Random finite orders of theorems, by generators: pure functions of a seed. */
import type { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { type Poset, poset } from "../../../theory/grouping/system/poset.js";
import { below, range, streamOf } from "./randomSpaces.js";

export type Pairs = readonly (readonly [number, number])[];

/** So many elements and pairs x < y of their places. */
export interface Generators {
  readonly n: number;
  readonly pairs: Pairs;
}

export const orderClasses = ["any", "least", "layers", "layers above one"] as const;
export type OrderClass = (typeof orderClasses)[number];

function shuffled(stream: GaussianStream, n: number): number[] {
  const places = range(n);
  for (let i = n - 1; i > 0; i--) {
    const j = below(stream, i + 1);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}

/** Levels of the elements: one for each element for "any" and "least", shared ones for layers. */
function levelsOf(stream: GaussianStream, n: number, kind: OrderClass): number[] {
  if (kind === "any" || kind === "least") return range(n);
  const height = 1 + below(stream, Math.max(1, n - 1));
  return range(n).map((i) => (i < height ? i : below(stream, height)));
}

/** Pairs go upwards by levels; between adjacent ones only, and at least one downwards each, for "layers". */
function pairsOf(stream: GaussianStream, levels: readonly number[], kind: OrderClass): [number, number][] {
  const adjacent = kind === "layers" || kind === "layers above one";
  const density = stream.uniform();
  const pairs = levels.flatMap((low, x) =>
    levels.flatMap((high, y): [number, number][] => {
      const allowed = adjacent ? high === low + 1 : high > low;
      return allowed && stream.uniform() < density ? [[x, y]] : [];
    }),
  );
  if (!adjacent) return pairs;
  const lone = levels.flatMap((level, y): [number, number][] => {
    if (level === 0 || pairs.some(([, above]) => above === y)) return [];
    return [[levels.indexOf(level - 1), y]];
  });
  return [...pairs, ...lone];
}

/** Generators of an order on n elements of that class; the places have random labels, so that the least element is anywhere. */
export function randomGenerators(seed: number, n: number, kind: OrderClass): Generators {
  const stream = streamOf(seed, 20);
  const below1 = kind === "least" || kind === "layers above one";
  const own = below1 ? n - 1 : n;
  const pairs = pairsOf(stream, levelsOf(stream, own, kind), kind);
  const minimal = range(own).filter((y) => !pairs.some(([, above]) => above === y));
  const all = below1 ? [...pairs, ...minimal.map((y) => [own, y] as const)] : pairs;
  const labels = shuffled(stream, n);
  return { n, pairs: all.map(([x, y]) => [labels[x]!, labels[y]!] as const) };
}

export const nameOf = (place: number): string => `s${place}`;

export const orderOf = ({ n, pairs }: Generators): Poset =>
  poset(
    range(n).map(nameOf),
    pairs.map(([x, y]) => [nameOf(x), nameOf(y)] as const),
  );
