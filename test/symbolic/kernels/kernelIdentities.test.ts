import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Expression, fold, isCall } from "../../../src/symbolic/expression.js";
import { kernelIdentities } from "../../../src/symbolic/kernels/kernelIdentities.js";
import type { KernelIdentity } from "../../../src/symbolic/kernels/kernelIdentity.js";
import type { Comparison, Proposition } from "../../../src/symbolic/proposition.js";
import { isFrozenTerm } from "./terms.js";
import { residual, type Values, valueAt } from "./value.js";

/**
 * Where symbols are drawn from before the conditions are asked; degrees reach down to where integrals of |z|^(2 alpha)
 * lose digits.
 */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  alpha: [-0.3, 4],
  c: [-0.85, 0.85],
  theta: [0.15, 3],
  q: [0.3, 2],
  r: [0.3, 3],
  sigma11: [0.4, 2],
  sigma22: [0.4, 2],
  sigma12: [-1, 1],
  a: [-2, 2],
  b: [-2, 2],
  d1: [-2, 2],
  d2: [-2, 2],
};

const bound = ["z", "z1", "z2", "phi", "s", "t"];

function symbolsOf(term: Expression): ReadonlySet<string> {
  return fold<ReadonlySet<string>>(term, (node, args) =>
    isCall(node) ? new Set(args.flatMap((own) => [...own])) : new Set(node.head === "Symbol" ? [node.name] : []),
  );
}

const sides = (proposition: Proposition): readonly Expression[] => {
  if (proposition.relation === "Element") throw new Error("a comparison was expected");
  return [proposition.left, proposition.right];
};

const tests: Readonly<Record<Comparison["relation"], (a: number, b: number) => boolean>> = {
  Equal: (a, b) => a === b,
  NotEqual: (a, b) => Math.abs(a - b) > 0.05,
  Less: (a, b) => a < b - 0.02,
  LessEqual: (a, b) => a <= b,
  Greater: (a, b) => a > b + 0.02,
  GreaterEqual: (a, b) => a >= b,
};

/** True with some room, so that a point is not at an edge where doubles fail. */
function holds(proposition: Proposition, values: Values): boolean {
  if (proposition.relation === "Element") throw new Error("a comparison was expected");
  return tests[proposition.relation](valueAt(proposition.left, values), valueAt(proposition.right, values));
}

function pointsOf({ claim, conditions }: KernelIdentity): fc.Arbitrary<Values> {
  const names = [...new Set([claim, ...conditions].flatMap((p) => sides(p).flatMap((side) => [...symbolsOf(side)])))];
  const free = names.filter((name) => !bound.includes(name));
  const drawn = free.map((name) => {
    const [min, max] = ranges[name]!;
    return fc.double({ min, max, noNaN: true }).map((x) => [name, x] as const);
  });
  return fc
    .tuple(...drawn)
    .map((entries): Values => Object.fromEntries(entries))
    .filter((values) => conditions.every((condition) => holds(condition, values)));
}

const isMean = (identity: KernelIdentity) =>
  sides(identity.claim).some((side) =>
    fold<boolean>(side, (node, args) => node.head === "GaussianMean" || args.some(Boolean)),
  );

describe("kernelIdentities", () => {
  it.each(kernelIdentities.map((identity) => [identity.id, identity] as const))(
    "%s holds at random admissible points",
    (_, identity) => {
      // integrals over the plane cost 30000 values of the body
      const numRuns = isMean(identity) ? 4 : 40;
      fc.assert(
        fc.property(pointsOf(identity), (values) => {
          if (identity.claim.relation !== "Equal") {
            expect(holds(identity.claim, values) || tests.GreaterEqual(...pair(identity.claim, values))).toBe(true);
            return;
          }
          const { difference, size } = residual(identity.claim, values);
          expect(difference / size).toBeLessThan(isMean(identity) ? 1e-8 : 1e-10);
        }),
        { numRuns },
      );
    },
  );

  const wrong = kernelIdentities.filter((identity) => identity.printed !== undefined);

  it.each(wrong.map((identity) => [identity.id, identity] as const))(
    "the printed %s fails at every one of a few admissible points",
    (_, identity) => {
      for (const values of fc.sample(pointsOf(identity), { numRuns: 10, seed: 1 })) {
        const b = Math.abs(values.b ?? 1);
        if (b < 0.1 || Math.abs(values.c ?? 1) < 0.1) continue;
        expect(residual(identity.printed!, values).difference).toBeGreaterThan(1e-6);
      }
    },
  );

  it("I.8 fails for a negative entry of the diagonal, which the paper admits", () => {
    const identity = kernelIdentities.find(({ id }) => id === "I.8")!;
    // alpha = 2, so that (-1)^alpha is a number at all
    const { difference } = residual(identity.claim, { alpha: 2, a: 1, b: 0, c: 0.4, d1: -1, d2: 1 });
    expect(difference).toBeGreaterThan(0.1);
    expect(identity.status).toBe("narrowed");
  });

  it("H.8 has no value at alpha = 3/2, which the paper admits", () => {
    const identity = kernelIdentities.find(({ id }) => id === "H.8")!;
    const { difference } = residual(identity.claim, { alpha: 1.5, c: 0.3 });
    expect(Number.isFinite(difference)).toBe(false);
  });

  it("marks as misprinted what has a printed form, and as narrowed what has printed conditions", () => {
    for (const { status, printed, printedConditions } of kernelIdentities) {
      expect(printed !== undefined).toBe(status === "misprinted");
      expect(printedConditions !== undefined).toBe(status === "narrowed");
    }
    expect(wrong.map(({ id }) => id)).toEqual(["I.1", "I.7/degree-plus-1"]);
  });

  it("has one id for one statement, and frozen terms", () => {
    expect(new Set(kernelIdentities.map(({ id }) => id)).size).toBe(kernelIdentities.length);
    for (const identity of kernelIdentities) {
      expect(Object.isFrozen(identity)).toBe(true);
      expect(sides(identity.claim).every(isFrozenTerm)).toBe(true);
    }
  });
});

const pair = (proposition: Proposition, values: Values): [number, number] => {
  const [left, right] = sides(proposition);
  return [valueAt(left!, values), valueAt(right!, values)];
};
