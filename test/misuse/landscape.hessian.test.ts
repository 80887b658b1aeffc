import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as surface from "../../src/landscape.js";
import { type Cases, hasNaN, misuses } from "./misuse.js";

const problem = {
  W: [
    [
      [1, -1],
      [2, 1],
    ],
  ],
  alpha: [1, -1],
  X: [
    [1, 1.2],
    [1, -2.3],
  ],
  y: [-1, 1],
  loss: "hinge",
  activation: "tanh",
} as const;
const scale = (v: Float64Array, out: Float64Array) => {
  for (const [i, entry] of v.entries()) out[i] = (i + 1) * entry;
};
const basis = surface.lanczos(scale, Float64Array.of(1, 2, 3), 2);
const probes = [0, 1].map((probe) => surface.spectralProbe(scale, 3, { seed: 1, probe, steps: 2 }));

const cases: Cases = {
  extremeRitzValues: [probes],
  hessianFacts: [problem],
  hessianOperator: [problem],
  hessianSpectrum: [problem, { probes: 2, steps: 3, seed: 1, bins: 3 }],
  hessianVectorProduct: [problem, [1, 2, 3, 4, 5, 6]],
  lanczos: [scale, Float64Array.of(1, 2, 3), 2],
  networkRisk: [problem],
  outputHessian: [problem, 0],
  pointLoss: ["hinge", 0.5, 1],
  randomRiskProblem: [
    { inputs: 2, hidden: [2], samples: 3, seed: 1, labels: "random", loss: "hinge", activation: "relu", scale: 1 },
  ],
  riskHessian: [problem],
  ritzValues: [basis],
  spectralHistogram: [probes, [0, 1, 4]],
  spectralMean: [probes, (x: number) => x],
  spectralNorm: [scale, 3],
  spectralProbe: [scale, 3, { seed: 1, probe: 0, steps: 2 }],
  spectralShare: [probes, 0, 2],
};

/** The functions that src/landscape.ts exports from these folders. */
function surfaceOf(folders: readonly string[]): readonly string[] {
  const text = readFileSync(fileURLToPath(new URL("../../src/landscape.ts", import.meta.url)), "utf8");
  const names = [...text.matchAll(/export \{([^}]*)\} from "\.\/([^"]+)";/g)]
    .filter(([, , path]) => folders.some((folder) => path!.startsWith(folder)))
    .flatMap(([, list]) => list!.split(",").map((name) => name.trim()))
    .filter((name) => name !== "" && !name.startsWith("type "));
  return names.filter((name) => typeof (surface as Record<string, unknown>)[name] === "function").sort();
}

const call = (name: string) => (surface as unknown as Record<string, (...values: never[]) => unknown>)[name]!;

describe("what does not belong there is a TheoryError, or is answered without NaN", () => {
  it.each(Object.entries(cases))("%s", (name, values) => {
    expect(hasNaN(call(name)(...(values as never[])))).toBe(false);
    expect(misuses(call(name), values, 2000)).toEqual([]);
  });

  it.each(["hinge", "abs", "squared", "logistic"] as const)("the loss %s", (loss) => {
    expect(misuses(surface.pointLoss as never, [loss, 0.5, 1])).toEqual([]);
    expect(misuses(surface.hessianFacts as never, [{ ...problem, loss }])).toEqual([]);
  });

  it("the product of an operator", () => {
    const { product } = surface.hessianOperator(problem);
    expect(misuses(product as never, [new Float64Array(6), new Float64Array(6)])).toEqual([]);
    expect(() => product(new Float64Array(5), new Float64Array(6))).toThrow(/v = .*6 numbers/);
  });

  it("is tried on every function of Hessians and of Lanczos", () => {
    const source = Object.keys(cases).sort();
    const own = surfaceOf(["theory/landscape/hessian/", "numeric/linearAlgebra/"]);
    expect(source).toEqual(own);
  });
});

describe("messages name what is wrong", () => {
  it.each([
    ["ragged weights", { W: [[[1, 2], [3]]] }, /W\[0\]\[1\]\.length = 1/],
    ["weights for other inputs", { W: [[[1, 2]]] }, /W\[0\]\.length = 1 .*2 rows/],
    ["an alpha of another length", { alpha: [1] }, /alpha\.length = 1 .*2/],
    ["fewer labels than samples", { y: [1] }, /y\.length = 1 .*2/],
    ["no samples", { X: [], y: [] }, /X = \[\]/],
    ["NaN", { alpha: [1, Number.NaN] }, /alpha\[1\] = NaN/],
    ["a loss of another name", { loss: "exp" }, /loss = "exp".*hinge, abs, squared, logistic/],
    ["an activation with a jump", { activation: "step" }, /activation = step .*continuous/],
    [
      "an activation with infinite slope",
      { activation: "sqrt(abs(x))" },
      /activation = sqrt\(abs\(x\)\) .*finite slopes/,
    ],
    ["a plain function", { activation: (x: number) => x }, /activation/],
    [
      "weights whose products overflow",
      {
        W: [
          [
            [1e99, 1],
            [1, 1],
          ],
          [
            [1e99, 1],
            [1, 1],
          ],
          [
            [1e99, 1],
            [1, 1],
          ],
          [
            [1e99, 1],
            [1, 1],
          ],
        ],
        activation: "relu",
      },
      /overflows/,
    ],
  ] as const)("%s", (_, wrong, message) => {
    expect(() => surface.hessianFacts({ ...problem, ...wrong } as never)).toThrow(message);
  });

  it("a matrix that would be too large names what needs none", () => {
    const large = surface.randomRiskProblem({ inputs: 50, hidden: [50], samples: 2, seed: 1 });
    expect(() => surface.riskHessian(large)).toThrow(/2550 parameters.*hessianOperator/);
    expect(surface.hessianOperator(large).size).toBe(2550);
  });
});
