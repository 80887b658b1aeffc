import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../../src/errors.js";
import type { Expression } from "../../../../src/symbolic/expression.js";
import { subtract } from "../../../../src/symbolic/precise/ball.js";
import { fromDecimalString, toNumber } from "../../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../../src/symbolic/precise/evaluateBall.js";
import { rational } from "../../../../src/symbolic/rational.js";
import { type BatchNorm, batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { derive } from "../../../../src/theory/batchnorm/derivation/derive.js";
import { type DerivedQuantity, derivedQuantities } from "../../../../src/theory/batchnorm/derivation/structure.js";
import reference from "../../../reference/batchnorm.json" with { type: "json" };

const numeric: Record<DerivedQuantity, (network: BatchNorm) => number> = {
  q: ({ fixedPoint }) => fixedPoint.q.value,
  c: ({ fixedPoint }) => fixedPoint.c.value,
  mu: ({ fixedPoint }) => fixedPoint.mu.value,
  rate: ({ rate }) => rate.value,
  "forward-G": ({ forward }) => forward.G.value,
  "forward-L": ({ forward }) => forward.L!.value,
  "forward-M": ({ forward }) => forward.M!.value,
  "backward-G": ({ backward }) => backward.G.value,
  "backward-L": ({ backward }) => backward.L!.value,
  "backward-M": ({ backward }) => backward.M!.value,
  "cross-c": ({ crossBatch }) => crossBatch.c.value,
  "cross-eigenvalue": ({ crossBatch }) => crossBatch.eigenvalue.value,
};

const activations = [
  "relu",
  "x",
  "x^2",
  "x + x^3",
  "abs(x)",
  "x > 0 ? x : 0.1*x",
  "relu(x)^2",
  "relu(x)^1.5",
  "x^5 - 2*x^2 + 1",
];

/** Gamma functions of a large batch overflow in doubles, balls do not. */
const valueAt = (formula: Expression, batch: number) => toNumber(evaluateBall(formula, { B: rational(batch) }, 20));

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe.each(activations)("derive for %s", (activation) => {
  it.each(derivedQuantities)("gives a %s that the numeric routes compute too", (quantity) => {
    const { formula, steps } = derive(quantity, activation);
    for (const batch of [4, 5, 8, 64, 1000]) {
      const expected = numeric[quantity](batchNorm({ activation, batch }));
      expect(Math.abs(valueAt(formula, batch) - expected)).toBeLessThan(1e-11 * Math.max(1, Math.abs(expected)));
    }
    steps.forEach(({ from }, place) => {
      for (const earlier of from) expect(earlier).toBeLessThan(place);
    });
    expect(steps.at(-1)!.claim).toMatchObject({ relation: "Equal", right: formula });
  });
});

interface Case {
  readonly quantity: string;
  readonly activation: string;
  readonly B: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: string;
  readonly digits: number;
}

const quantityOf: Readonly<Record<string, DerivedQuantity>> = {
  explosion_rate: "rate",
  q: "q",
  c: "c",
  mu: "mu",
  fwd_L: "forward-L",
  fwd_M: "forward-M",
  bwd_L: "backward-L",
  bwd_M: "backward-M",
  cross_c: "cross-c",
  cross_fwd_eig: "cross-eigenvalue",
};

const cases = (reference.values as readonly Case[]).filter(
  ({ quantity, activation, params }) =>
    Object.hasOwn(quantityOf, quantity) && ["max(x,0)", "x"].includes(activation) && Object.keys(params).length === 0,
);

const trusted = ({ digits, value }: Case) => 10 ** (1 - digits) * Math.abs(Number(value));

describe("derived formulas, to every digit of the references", () => {
  it("are compared at all", () => {
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)("$quantity of $activation at B = $B", (given) => {
    const { formula } = derive(quantityOf[given.quantity]!, given.activation);
    const value = evaluateBall(formula, { B: rational(given.B) }, 40);
    const gap = subtract(value, fromDecimalString(given.value, 200), 200);
    expect(Math.abs(toNumber(gap))).toBeLessThan(trusted(given));
    expect(value.rigorous).toBe(true);
  });
});

describe("derive refuses", () => {
  it.each([
    ["tanh", "rate", "not-applicable"],
    ["step", "rate", "not-applicable"],
    ["sqrt(abs(x))", "backward-L", "not-applicable"],
    ["3", "q", "not-applicable"],
    ["relu", "speed", "domain"],
    ["relu(", "rate", "syntax"],
  ] as const)("%s, %s", (activation, quantity, code) => {
    const error = thrownBy(() => derive(quantity as DerivedQuantity, activation));
    expect(isTheoryError(error) && error.code).toBe(code);
  });

  it("nothing that has a closed form of the fixed point alone", () => {
    expect(valueAt(derive("c", "step").formula, 8)).toBeCloseTo(
      batchNorm({ activation: "step", batch: 8 }).fixedPoint.c.value,
      13,
    );
  });
});
