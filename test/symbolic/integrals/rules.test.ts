import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, isCall } from "../../../src/symbolic/expression.js";
import { textOf } from "../../../src/symbolic/format/text.js";
import { heads } from "../../../src/symbolic/heads.js";
import { freeSymbols } from "../../../src/symbolic/integrals/freeSymbols.js";
import type { Rule } from "../../../src/symbolic/integrals/rule.js";
import { rules } from "../../../src/symbolic/integrals/rules.js";
import type { Comparison, Proposition } from "../../../src/symbolic/proposition.js";
import { numerically, type Values } from "./numerically.js";
import { parameters } from "./parameters.js";

const holds = (condition: Proposition, values: Values): boolean => {
  const left = evaluate(condition.left, values);
  if (condition.relation === "Element") return condition.set !== "Integers" || Number.isInteger(left);
  return heads[condition.relation].evaluate(left, evaluate(condition.right, values)) === 1;
};

/** What both sides are compared against: the value or, where that is 0 or a sum, the integral or sum of absolute values. */
function sizeOf({ left, right }: Comparison, values: Values, value: number): number {
  const side = right.head === "Sum" ? right : left;
  if (!isCall(side) || !["Integral", "GaussianMean", "Sum"].includes(side.head)) return Math.max(1, Math.abs(value));
  if (value !== 0 && side !== right) return Math.abs(value);
  const [body, ...rest] = side.args;
  return numerically(call(side.head, call("Abs", body), ...rest), values);
}

const isMean = ({ claim }: Rule) => claim.left.head === "GaussianMean";

/** Relative; measured 4e-13 on a line (a chi moment 0.06 from divergence) and 5e-12 in the plane, by a fixed rule. */
const tolerance = (rule: Rule): number => (isMean(rule) ? 2e-11 : 1e-12);

describe.each(rules.map((rule) => [rule.name, rule] as const))("the rule %s", (name, rule) => {
  it("agrees with quadrature at random admissible parameters", () => {
    fc.assert(
      fc.property(parameters[name], (values) => {
        for (const condition of rule.conditions) expect(holds(condition, values), textOf(condition)).toBe(true);
        const [left, right] = [numerically(rule.claim.left, values), numerically(rule.claim.right, values)];
        const size = sizeOf(rule.claim, values, right);
        expect(Math.abs(left - right)).toBeLessThanOrEqual(tolerance(rule) * size);
      }),
      { numRuns: isMean(rule) ? 12 : 50 },
    );
  });

  it("is frozen data whose parameters are its free symbols", () => {
    expect(Object.isFrozen(rule) && Object.isFrozen(rule.parameters) && Object.isFrozen(rule.conditions)).toBe(true);
    expect(new Set(rule.parameters)).toEqual(
      new Set([...freeSymbols(rule.claim.left), ...freeSymbols(rule.claim.right)]),
    );
    for (const condition of rule.conditions) {
      for (const symbol of freeSymbols(condition.left)) expect(rule.parameters).toContain(symbol);
    }
    expect(rule.source.length).toBeGreaterThan(5);
  });
});

describe("the table", () => {
  it("has no two rules of one name, and a sampler for each", () => {
    expect(Object.keys(parameters).sort()).toEqual(rules.map((rule) => rule.name).sort());
  });
});
