/** Sampled matrices, cumulants of entries and what the assumptions ask of them. */
import { describe, expect, it } from "vitest";
import * as surface from "../../src/landscape.js";
import { type Cases, misuses } from "./misuse.js";

const stream = new surface.GaussianStream({ seed: 1, sample: 0, draw: 0 });
const profile = [
  [1, 0.2],
  [0.2, 0.5],
];
const matrices = [
  profile,
  [
    [0, 1],
    [1, 2],
  ],
  [
    [-1, 0.3],
    [0.3, 0.1],
  ],
];
const law = {
  values: [
    [1, 2],
    [0, 1],
    [3, -1],
  ],
  probabilities: [0.2, 0.3, 0.5],
};

const cases: Cases = {
  binsBetween: [-1, 2, 3],
  boundedness: [matrices, { moment: 4 }],
  centredWishart: [2, 3, stream, { law: "uniform" }],
  chiral: [2, 3, stream, { law: "sparse" }],
  cumulantNorms: [matrices, { probabilities: law.probabilities, order: 3 }],
  deformed: [[1, -1], stream],
  diversity: [matrices],
  eigenvalueHistogram: [
    [
      [0.1, 0.5],
      [0.2, 0.9],
    ],
    [0, 0.5, 1],
  ],
  goe: [3, stream],
  jointCumulant: [law.values, law.probabilities, [0, 1, 1]],
  jointCumulants: [law.values, law.probabilities, [[0], [1, 1]]],
  kStatistic: [law.values, [0, 1]],
  kroneckerSum: [profile, matrices, 3, stream],
  separable: [[1, 0.5, 0], stream],
  setPartitions: [3],
  spectrumOf: [surface.goe(3, stream)],
  varianceProfile: [[1, 2], profile, stream],
  wigner: [3, "rademacher", stream],
  wishart: [2, 3, stream, { law: "exponential" }],
};

const call = (name: string) => (surface as unknown as Record<string, (...values: never[]) => unknown>)[name]!;

describe("what does not belong there is a TheoryError, or is answered without NaN", () => {
  it.each(Object.entries(cases))("%s", (name, values) => {
    expect(misuses(call(name), values)).toEqual([]);
    expect(() => call(name)(...(values as never[]))).not.toThrow();
  });
});

describe("matrices of size 1 and of no variance are answered", () => {
  it("one row, one column", () => {
    for (const matrix of [surface.wishart(1, 1, stream), surface.goe(1, stream), surface.deformed([2], stream)]) {
      expect(surface.spectrumOf(matrix)).toEqual(matrix.entries);
    }
    expect(surface.spectrumOf(surface.chiral(1, 1, stream)).length).toBe(2);
  });

  it("more rows than columns: p - n eigenvalues are 0", () => {
    const zeros = (list: Float64Array) => list.filter((value) => Math.abs(value) < 1e-12).length;
    expect(zeros(surface.spectrumOf(surface.wishart(5, 2, stream)))).toBe(3);
    expect(zeros(surface.spectrumOf(surface.chiral(5, 2, stream)))).toBe(3);
    expect(zeros(surface.spectrumOf(surface.chiral(4, 4, stream)))).toBe(0);
  });

  it("no variance", () => {
    const zero = [
      [0, 0],
      [0, 0],
    ];
    expect(surface.spectrumOf(surface.varianceProfile([1, 2], zero, stream)).every((value) => value === 0)).toBe(true);
    expect(surface.diversity([zero, zero])).toMatchObject({ varying: 0, largest: 0, mean: 0, refuted: false });
    expect(surface.boundedness([zero, zero])).toMatchObject({ meanNorm: 0, lower: [0, 0], upper: [0, 0] });
    for (const { value } of surface.cumulantNorms([zero, zero])) expect(value).toBe(0);
  });

  it("entries of 1e40 are answered where their powers are doubles, of 1e100 refused where they are not", () => {
    const large = (factor: number) => matrices.map((matrix) => matrix.map((row) => row.map((entry) => factor * entry)));
    expect(surface.cumulantNorms(large(1e40)).every(({ value }) => Number.isFinite(value))).toBe(true);
    expect(() => surface.cumulantNorms(large(5e99))).toThrow("overflows");
    expect(surface.boundedness(large(5e99), { moment: 2 }).upper[1]).toBeLessThan(1e202);
    expect(() => surface.boundedness(large(5e99), { moment: 4 })).toThrow("overflows");
  });
});
