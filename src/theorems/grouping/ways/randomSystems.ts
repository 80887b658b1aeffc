/** Random parts of S-Systems, and their law by multiplying conditional probabilities along paths of states. */
import type { GroupingKernels } from "../../../theory/grouping/probability/groupingExtension.js";
import type { Poset } from "../../../theory/grouping/system/poset.js";
import type { SSystemParts } from "../../../theory/grouping/system/sSystem.js";
import { covers, relation } from "./orderByPaths.js";
import { type Generators, nameOf } from "./randomOrders.js";
import { positiveKernel, positiveLaw, randomKernel, randomLaw, range, streamOf } from "./randomSpaces.js";

export interface StateCounts {
  /** Of the sources. */
  readonly source: number;
  /** Of H~ and of H. */
  readonly coupled: number;
  readonly indicator: number;
}

/** Lower covers of each element, ascending. */
export const parentsOf = (generators: Generators): readonly (readonly number[])[] => {
  const less = relation(generators);
  return range(generators.n).map((y) => range(generators.n).filter((x) => covers(less, x, y)));
};

/** Random laws at minimal elements and random kernels at the others. */
export function randomParts(seed: number, generators: Generators, counts: StateCounts): SSystemParts {
  const stream = streamOf(seed, 21);
  const positive = stream.uniform() < 0.5;
  const [law, kernel] = positive ? [positiveLaw, positiveKernel] : [randomLaw, randomKernel];
  const parents = parentsOf(generators);
  const sources = new Map<string, readonly number[]>();
  const kernels = new Map<string, GroupingKernels>();
  for (const [s, own] of parents.entries()) {
    if (own.length === 0) sources.set(nameOf(s), law(stream, counts.source));
    const states = own.reduce((product, p) => {
      return product * (parents[p]!.length === 0 ? counts.source : counts.coupled * counts.indicator);
    }, 1);
    if (own.length === 0) continue;
    kernels.set(nameOf(s), {
      indicator: kernel(stream, states, counts.indicator),
      coupled: kernel(stream, states * counts.indicator, counts.coupled),
    });
  }
  return { sources, kernels };
}

/** The state of an element: one number for a source, (h~, h) as h~ |H| + h for others. */
type Assignment = readonly number[];

/** P(states) = product over the elements of their probability given their parents' states. */
function probabilityOfStates(
  parts: SSystemParts,
  parents: readonly (readonly number[])[],
  states: Assignment,
  without: number,
): number {
  const sizeOf = (p: number): number => {
    const own = parts.kernels.get(nameOf(p));
    return own === undefined ? parts.sources.get(nameOf(p))!.length : own.coupled.to * own.indicator.to;
  };
  return parents.reduce((product, own, s) => {
    const kernels = parts.kernels.get(nameOf(s));
    if (s === without) return product;
    if (kernels === undefined) return product * parts.sources.get(nameOf(s))![states[s]!]!;
    const t = own.reduce((place, p) => place * sizeOf(p) + states[p]!, 0);
    const h = states[s]! % kernels.indicator.to;
    const value = Math.floor(states[s]! / kernels.indicator.to);
    return product * kernels.indicator.rows[t]![h]! * kernels.coupled.rows[t * kernels.indicator.to + h]![value]!;
  }, 1);
}

/**
 * The law of all elements' states, row-major in the order of their places: every assignment in turn. With `without`, the factor of that element is
 * left out.
 */
export function lawByEnumeration(generators: Generators, parts: SSystemParts, without = -1): readonly number[] {
  const parents = parentsOf(generators);
  const sizes = parents.map((own, s) => {
    const kernels = parts.kernels.get(nameOf(s));
    return own.length === 0 ? parts.sources.get(nameOf(s))!.length : kernels!.coupled.to * kernels!.indicator.to;
  });
  const total = sizes.reduce((product, size) => product * size, 1);
  return range(total).map((place) => {
    let rest = place;
    const states = [...sizes].reverse().map((size) => {
      const state = rest % size;
      rest = Math.floor(rest / size);
      return state;
    });
    return probabilityOfStates(parts, parents, states.reverse(), without);
  });
}

/** Names of all random elements, in the order of the places. */
export const allNames = ({ elements, coveredBy }: Poset): readonly string[] =>
  elements.flatMap((s, place) => (coveredBy[place]!.length === 0 ? [s] : [`${s}.coupled`, `${s}.indicator`]));
