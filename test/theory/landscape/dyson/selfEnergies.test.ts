import { describe, expect, test } from "vitest";
import {
  applySelfEnergy,
  type ComplexMatrix,
  chiralSelfEnergy,
  deformedEquation,
  dysonDensity,
  dysonEquation,
  dysonMoments,
  empiricalEquation,
  kroneckerSelfEnergy,
  literalSelfEnergy,
  profileSelfEnergy,
  scalarSelfEnergy,
  selfEnergy,
  separableSelfEnergy,
  solveDyson,
  spectralDistribution,
  stieltjesInversion,
  wishartDensity,
} from "../../../../src/landscape.js";
import { randomSymmetric } from "./ensembles.js";

const product = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
const R: ComplexMatrix = {
  re: [
    [1, 2],
    [3, 4],
  ],
  im: [
    [0, -1],
    [5, 2],
  ],
};
const map = (of: ComplexMatrix, f: (part: readonly (readonly number[])[]) => number[][]): ComplexMatrix => ({
  re: f(of.re),
  im: f(of.im),
});

test("S[R] of the built-in ones is their definition", () => {
  const A = [
    [1, 0.5],
    [0.5, -1],
  ];
  expect(applySelfEnergy(kroneckerSelfEnergy([A]), R)).toEqual(map(R, (part) => product(product(A, part), A)));
  const three = applySelfEnergy(kroneckerSelfEnergy([A, A, A]), R);
  expect(three.re[1]![0]).toBeCloseTo(3 * product(product(A, R.re), A)[1]![0]!, 13);
  expect(
    applySelfEnergy(
      literalSelfEnergy([
        [2, 1],
        [1, 0.5],
      ]),
      R,
    ),
  ).toEqual({
    re: [
      [3, 1.5],
      [1, 1.5],
    ],
    im: [
      [1, 2.5],
      [-0.5, 0.5],
    ],
  });
  const D = [
    [2, 1],
    [1, 1],
  ];
  const weight = (part: readonly (readonly number[])[]) =>
    (2 * part[0]![0]! + part[0]![1]! + part[1]![0]! + part[1]![1]!) / 2;
  expect(applySelfEnergy(separableSelfEnergy(D), R)).toEqual(
    map(R, (part) => D.map((row) => row.map((d) => d * weight(part)))),
  );
  expect(applySelfEnergy(chiralSelfEnergy(0.5), R).re).toEqual([
    [expect.closeTo(4, 14), 0],
    [0, 0.5],
  ]);
  expect(scalarSelfEnergy(3).norm).toBe(3);
});

test("a user's function is the built-in one, with either method", () => {
  const A = [randomSymmetric(3, 1), randomSymmetric(3, 2)];
  const own = selfEnergy(3, (given) =>
    map(given, (part) => {
      const [x, y] = A.map((a) => product(product(a, part), a)) as [number[][], number[][]];
      return x.map((row, i) => row.map((value, j) => value + y[i]![j]!));
    }),
  );
  const built = dysonEquation(kroneckerSelfEnergy(A));
  for (const method of ["newton", "anderson"] as const) {
    dysonDensity(dysonEquation(own), [0, 1, 2.5], { method }).forEach(({ density, error }, k) => {
      expect(Math.abs(density - solveDyson(built, [0, 1, 2.5][k]!).density)).toBeLessThanOrEqual(error + 1e-13);
    });
  }
});

test("complex Hermitian ones: a unitary turn of everything changes no density", () => {
  const h = Math.SQRT1_2;
  const X = kroneckerSelfEnergy([
    [
      [0, 1],
      [1, 0],
    ],
    [
      [1, 0],
      [0, -1],
    ],
  ]);
  // U = diag(1, i): sigma_x becomes sigma_y
  const Y = kroneckerSelfEnergy([
    {
      re: [
        [0, 0],
        [0, 0],
      ],
      im: [
        [0, -1],
        [1, 0],
      ],
    },
    [
      [1, 0],
      [0, -1],
    ],
  ]);
  const energies = [0, 0.5, 1.7, 3];
  const turned = dysonDensity(
    dysonEquation(Y, {
      mean: {
        re: [
          [h, 0],
          [0, 0],
        ],
        im: [
          [0, -0.3],
          [0.3, 0],
        ],
      },
    }),
    energies,
  );
  dysonDensity(
    dysonEquation(X, {
      mean: [
        [h, 0.3],
        [0.3, 0],
      ],
    }),
    energies,
  ).forEach(({ density }, k) => {
    expect(turned[k]!.density).toBeCloseTo(density, 12);
  });
  expect([X.real, Y.real]).toEqual([true, false]);
});

test("samples: the mean is theirs, and the second moment their spread", () => {
  const samples = [1, 2, 3, 4].map((seed) => randomSymmetric(3, seed));
  const moments = dysonMoments(empiricalEquation(samples), 2);
  const mean = samples[0]!.map((row, i) => row.map((_, j) => samples.reduce((sum, one) => sum + one[i]![j]! / 4, 0)));
  const trace = (a: readonly (readonly number[])[]) => a.reduce((sum, row, i) => sum + row[i]! / 3, 0);
  const spread = samples.map((one) => one.map((row, i) => row.map((value, j) => value - mean[i]![j]!)));
  const second = trace(product(mean, mean)) + spread.reduce((sum, one) => sum + trace(product(one, one)) / 3, 0);
  expect(moments[1]).toBeCloseTo(trace(mean), 14);
  expect(moments[2]).toBeCloseTo(second, 13);
});

describe("misuse", () => {
  const flip = (part: readonly (readonly number[])[]) => part.map((row) => row.map((value) => -value));
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    [
      "a map that does not preserve positivity",
      () => selfEnergy(2, (of) => map(of, flip), { name: "minus" }),
      /minus.*positivity/,
    ],
    ["one that is not linear", () => selfEnergy(2, (of) => ({ re: of.re, im: of.re })), /linear/],
    [
      "one that is not symmetric",
      () =>
        selfEnergy(2, (of) =>
          map(of, (part) => [
            [part[1]![1]!, 0],
            [0, 0],
          ]),
        ),
      /symmetric/,
    ],
    ["one of another size", () => selfEnergy(2, () => ({ re: [[1]], im: [[1]] })), /2 rows/],
    [
      "one that returns numbers that are none",
      () => selfEnergy(1, () => ({ re: [[Number.NaN]], im: [[0]] })),
      /S\[R\]\.re\[0\]\[0\]/,
    ],
    [
      "one that throws",
      () =>
        selfEnergy(1, () => {
          throw new Error("boom");
        }),
      /S\[R\] = a function that throws: boom/,
    ],
    ["one that returns nothing", () => selfEnergy(1, (() => undefined) as never), /matrix \{ re, im \}/],
    [
      "variances that are not symmetric",
      () =>
        profileSelfEnergy([
          [1, 2],
          [3, 1],
        ]),
      /variances\[1\]\[0\].*symmetric/,
    ],
    ["negative ones", () => literalSelfEnergy([[-1]]), /variances\[0\]\[0\].*variance/],
    ["ragged ones", () => profileSelfEnergy([[1, 2], [3]]), /ragged/],
    ["none", () => profileSelfEnergy([]), /variances/],
    ["fractions that do not sum to 1", () => profileSelfEnergy([[1]], [0.5]), /fractions/],
    ["fractions of another number", () => profileSelfEnergy([[1]], [0.5, 0.5]), /fractions\.length/],
    [
      "a mean that is not symmetric",
      () =>
        dysonEquation(
          literalSelfEnergy([
            [1, 1],
            [1, 1],
          ]),
          {
            mean: [
              [0, 1],
              [2, 0],
            ],
          },
        ),
      /mean\[1\]\[0\]/,
    ],
    ["a mean of another size", () => dysonEquation(scalarSelfEnergy(1), { mean: [1, 2] }), /mean\.length/],
    ["a full mean for blocks", () => dysonEquation(profileSelfEnergy([[1]]), { mean: [[1]] }), /deformedEquation/],
    [
      "a D that is indefinite",
      () =>
        separableSelfEnergy([
          [1, 0],
          [0, -1],
        ]),
      /positive semidefinite/,
    ],
    ["an empty A", () => deformedEquation([]), /A = \[\]/],
    ["one sample", () => empiricalEquation([[[1]]]), /samples\.length/],
    ["a ratio of 0", () => chiralSelfEnergy(0), /ratio/],
    ["an infinite energy", () => solveDyson(deformedEquation([1]), Number.POSITIVE_INFINITY), /energy/],
    ["an eta below 0", () => solveDyson(deformedEquation([1]), 0, { eta: -1 }), /eta/],
    ["a method that there is none", () => solveDyson(deformedEquation([1]), 0, { method: "magic" as never }), /method/],
    ["a tolerance of 0", () => solveDyson(deformedEquation([1]), 0, { tolerance: 0 }), /tolerance/],
    ["an equation of one's own make", () => solveDyson({} as never, 0), /dysonEquation/],
    ["energies that are no list", () => dysonDensity(deformedEquation([1]), 3 as never), /energies/],
    ["201 moments", () => dysonMoments(deformedEquation([1]), 201), /count/],
    ["a probability of 1", () => spectralDistribution(deformedEquation([1])).quantile(1), /p = 1/],
    ["a transform that is not finite", () => stieltjesInversion(() => [0, Number.NaN], 0), /transform/],
    ["a variance below 0", () => wishartDensity(1, [1], { variances: [-1] }), /variances\[0\]/],
  ];

  test.each(cases)("%s is refused by name", (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ name: "TheoryError", message: expect.stringMatching(message) }));
  });
});

test("variances of zero: rows that do not move keep their place as atoms", () => {
  const { atoms, mass } = spectralDistribution(
    dysonEquation(
      profileSelfEnergy(
        [
          [0, 0],
          [0, 1],
        ],
        [0.7, 0.3],
      ),
      { mean: [1, 0] },
    ),
  );
  expect(atoms.map(({ energy }) => energy)).toEqual([1]);
  expect(atoms[0]!.mass).toBeCloseTo(0.7, 7);
  expect(mass).toBeCloseTo(1, 7);
});
