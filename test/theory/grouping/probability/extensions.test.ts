import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  composeKernels,
  conditionalLaw,
  conditionalMutualInformation,
  conditioningExtension,
  copyOf,
  dependence,
  deterministicKernel,
  extension,
  groupingExtension,
  jointLawOfElements,
  jointThrough,
  lawOf,
  marginalLaw,
  markovKernel,
  partition,
  posterior,
  probabilitySpace,
  productKernel,
  randomElement,
  splitLaws,
  splittingExtension,
  throughKernel,
  transported,
} from "../../../../src/grouping.js";
import { kernelRows, largestDifference, lawOfSize, ROUNDING, states } from "./arbitraries.js";

const chained = fc
  .tuple(states, states, states)
  .chain(([a, b, c]) => fc.tuple(lawOfSize(a), kernelRows(a, b), kernelRows(b, c)));

describe("kernels", () => {
  it("compose associatively with laws, and products act on each factor", () => {
    fc.assert(
      fc.property(chained, ([law, first, second]) => {
        const [Q, R] = [markovKernel(first), markovKernel(second)];
        const [together, apart] = [throughKernel(law, composeKernels(Q, R)), throughKernel(throughKernel(law, Q), R)];
        expect(largestDifference(together, apart)).toBeLessThan(ROUNDING);
        const { weights } = jointThrough(law, Q);
        const pair = throughKernel(weights, productKernel(deterministicKernel(law.map((_, x) => x)), R));
        const direct = law.flatMap((p, x) => R.rows[0]!.map((_, z) => p * composeKernels(Q, R).rows[x]![z]!));
        expect(largestDifference(pair, direct)).toBeLessThan(ROUNDING);
      }),
    );
  });

  it("are the conditional laws of what they make, wherever these are defined", () => {
    fc.assert(
      fc.property(chained, ([law, first]) => {
        const Q = markovKernel(first);
        const rows = conditionalLaw(jointThrough(law, Q), [1], [0]);
        for (const [x, row] of rows.entries()) {
          expect(row === null).toBe(law[x] === 0);
          if (row !== null) expect(largestDifference(row, Q.rows[x]!)).toBeLessThan(ROUNDING);
        }
        const back = conditionalLaw(jointThrough(law, Q), [0], [1]);
        for (const [y, row] of posterior(law, Q).rows.entries()) {
          if (row === null) expect(back[y]).toBeNull();
          else expect(largestDifference(row, back[y]!)).toBeLessThan(ROUNDING);
        }
      }),
    );
  });

  it("are undone by Bayes' rule: what comes back through the posterior is the law", () => {
    fc.assert(
      fc.property(chained, ([law, first]) => {
        const Q = markovKernel(first);
        const { evidence, rows } = posterior(law, Q);
        const back = law.map((_, x) => evidence.reduce((sum, p, y) => sum + p * (rows[y]?.[x] ?? 0), 0));
        expect(largestDifference(back, law)).toBeLessThan(ROUNDING);
        expect(rows.map((row) => row === null)).toEqual(evidence.map((p) => p === 0));
      }),
    );
  });
});

describe("extensions", () => {
  it("keep the joint law of everything that was there, however often they are repeated", () => {
    fc.assert(
      fc.property(chained, ([law, first, second]) => {
        const space = probabilitySpace(law);
        const points = law.map((_, point) => point);
        const [T, U] = [
          randomElement(space, points),
          randomElement(
            space,
            points.map((point) => point % 2),
            { states: 2 },
          ),
        ];
        const once = conditioningExtension(T, markovKernel(first));
        const twice = conditioningExtension(once.external, markovKernel(second));
        const copies = [T, U].map((element) => copyOf(twice, copyOf(once, element)));
        expect(largestDifference(jointLawOfElements(copies).weights, jointLawOfElements([T, U]).weights)).toBeLessThan(
          ROUNDING,
        );
        const chain = jointLawOfElements([copyOf(twice, once.original), copyOf(twice, once.external), twice.external]);
        // a Markov chain: the ends are independent given the middle
        expect(dependence(chain, [0], [2], [1])).toBeLessThan(ROUNDING);
        expect(conditionalMutualInformation(chain, [0], [2], [1])).toBeLessThan(1e-12);
      }),
    );
  });

  it("compose: an extension of an extension is an extension of the first space", () => {
    const space = probabilitySpace([0.25, 0.75]);
    const once = conditioningExtension(
      randomElement(space, [0, 1]),
      markovKernel([
        [0.5, 0.5],
        [1, 0],
      ]),
    );
    const twice = conditioningExtension(
      once.external,
      markovKernel([
        [0.5, 0.5],
        [0, 1],
      ]),
    );
    const through = twice.projection.map((point) => once.projection[point]!);
    expect(extension(space, twice.space, through).projection).toEqual(through);
  });

  it("of a space with coarse atoms have atoms times states", () => {
    const space = probabilitySpace([0.25, 0.25, 0.5], { events: partition([[0, 2], [1]]) });
    const element = randomElement(space, [1, 0, 1]);
    const { space: extended, external } = conditioningExtension(element, markovKernel([[1], [1]]));
    expect(extended.events.blocks).toEqual([[0, 2], [1]]);
    expect(lawOf(external)).toEqual([1]);
  });

  it("split T2 at states of probability zero", () => {
    const space = probabilitySpace([1, 0]);
    const T2 = randomElement(space, [0, 1]);
    const { external, original, given } = splittingExtension(
      T2,
      [0.3, 0.7],
      markovKernel([
        [1, 0],
        [1, 0],
      ]),
    );
    expect(lawOf(external)).toEqual([0.3, 0.7]);
    expect(lawOf(original)).toEqual([1, 0]);
    expect(given.rows[1]).toEqual([0.3, 0.7]);
    const { posterior: rows, ends } = splitLaws(
      markovKernel([[1], [1]]),
      [0.3, 0.7],
      markovKernel([
        [1, 0],
        [1, 0],
      ]),
    );
    expect(rows).toEqual([[0.3, 0.7], null]);
    expect(ends).toEqual([[0.3, 0.7]]);
  });

  it("by the splitting's law and by the space agree", () => {
    fc.assert(
      fc.property(chained, ([nu, first, second]) => {
        const [Q, before] = [markovKernel(first), markovKernel(second)];
        const evidence = throughKernel(nu, Q);
        const base = conditioningExtension(
          randomElement(
            probabilitySpace(evidence),
            evidence.map((_, y) => y),
          ),
          before,
        );
        const split = splittingExtension(base.original, nu, Q);
        const T1 = copyOf(split, base.external);
        const joint = jointLawOfElements([T1, split.original, split.external]);
        const laws = splitLaws(before, nu, Q);
        expect(largestDifference(joint.weights, laws.joint.weights)).toBeLessThan(ROUNDING);
        expect(largestDifference(marginalLaw(joint, [0, 2]).weights, laws.ends.flat())).toBeLessThan(ROUNDING);
        expect(laws.information).toBeLessThan(1e-12);
      }),
    );
  });

  it("that group with nu and Q that ignore T leave the indicator independent of it", () => {
    const space = probabilitySpace([0.25, 0.75]);
    const element = randomElement(space, [0, 1]);
    const indicator = markovKernel([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    const rows = [
      [0.9, 0.1],
      [0.2, 0.8],
    ];
    const free = groupingExtension(element, { indicator, coupled: markovKernel([...rows, ...rows]) });
    const bound = groupingExtension(element, { indicator, coupled: markovKernel([...rows, ...[...rows].reverse()]) });
    const information = ({ input, indicator: H, coupled }: typeof free) =>
      conditionalMutualInformation(jointLawOfElements([input, H, coupled]), [0], [1], [2]);
    expect(information(free)).toBeLessThan(1e-15);
    // by entropies (NumPy)
    expect(information(bound)).toBeCloseTo(0.212123309291269, 13);
  });

  it("carry a law through a map, with many states on one", () => {
    const element = randomElement(probabilitySpace([0.125, 0.375, 0.5]), [0, 1, 2]);
    expect(lawOf(transported(element, [1, 1, 0], { states: 3 }))).toEqual([0.5, 0.5, 0]);
  });
});
