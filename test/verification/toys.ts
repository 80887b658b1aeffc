/** Small theorems with a known verdict. */
import { TheoryError } from "../../src/errors.js";
import type { Experiment } from "../../src/simulation/experiment.js";
import { parseStatement } from "../../src/symbolic/formula/parse.js";
import type { Parameters } from "../../src/theorems/domain.js";
import { type RoutesCheck, type SimulationCheck, type Theorem, theorem } from "../../src/theorems/theorem.js";

export const rounding = { unit: "rel", limit: 1e-14, why: "rounding of a few operations" } as const;

/** A theorem about the parameters with these checks; what it claims does not matter to the verifier. */
export function toy<const P extends Parameters>(
  parameters: P,
  checks: Theorem<P>["checks"],
  rest: Partial<Pick<Theorem<P>, "assumptions" | "printed" | "id">> = {},
): Theorem<P> {
  return theorem<P>({
    id: "batchnorm/toy",
    kind: "formula",
    title: "A toy.",
    parameters,
    assumptions: [],
    claim: parseStatement("1 = 1"),
    source: [{ key: "toys", at: "page 1" }],
    uses: [],
    proof: { kind: "open", reason: "a toy" },
    checks,
    ...rest,
  });
}

export const square = { x: { set: "real", min: -100, max: 100, doc: "a number" } } as const;

export type Square = typeof square;

/** (x - 1)(x + 1) against x^2 - 1, or against what is given. */
export const product = (
  right: (x: number) => number,
  rest: Partial<RoutesCheck<Square>> = {},
): RoutesCheck<Square> => ({
  kind: "routes",
  left: { name: "(x - 1)(x + 1)", evaluate: ({ x }) => (x - 1) * (x + 1) },
  right: { name: "another way", evaluate: ({ x }) => right(x) },
  tolerance: { unit: "rel", limit: 1e-12, why: "cancellation near x = 1, by less than 1e3" },
  ...rest,
});

export const notApplicable = (): never => {
  throw new TheoryError("no.", {
    code: "not-applicable",
    parameter: "x",
    value: 0,
    domain: "nothing",
    remedy: "none",
  });
};

const experiment: Experiment = {
  network: () => {
    throw new Error("the toy simulator needs no network");
  },
  observe: () => 0,
  average: "mean",
};

/** Predicts the mean of something that the toy simulator observes. */
export const simulated = (value: number, rest: Partial<SimulationCheck<Square>> = {}): SimulationCheck<Square> => ({
  kind: "simulation",
  name: "a toy network",
  at: [{ x: 1 }, { x: 2 }],
  experiment: () => experiment,
  predict: () => ({ value, error: 1e-12, method: "toy", evals: 0, converged: true }),
  width: { quick: 50, full: 100 },
  order: 1,
  resolution: 0.01,
  budget: { quick: 2000, full: 20_000 },
  ...rest,
});

/** A number in (0, 1) that depends on all bits of three whole numbers. */
function uniform(seed: number, index: number, draw: number): number {
  let state = (seed ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(draw + 1, 0x85ebca6b)) >>> 0;
  for (let round = 0; round < 3; round++) {
    state = Math.imul(state ^ (state >>> 16), 0x7feb352d) >>> 0;
    state = Math.imul(state ^ (state >>> 15), 0x846ca68b) >>> 0;
  }
  return (((state ^ (state >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}

export interface ToyNetworks {
  readonly limit: number;
  /** The mean at width N is limit + bias/N. */
  readonly bias: number;
  readonly deviation: number;
}

/** Networks whose mean and spread are known. */
export const toySimulator =
  ({ limit, bias, deviation }: ToyNetworks) =>
  async (_: Experiment, { width, first, count, seed }: { width: number; first: number; count: number; seed: number }) =>
    Array.from({ length: count }, (__, i) => {
      const [u, v] = [uniform(seed, first + i, 0), uniform(seed, first + i, 1)];
      return limit + bias / width + deviation * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    });
