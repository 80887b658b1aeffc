import { describe, expect, it } from "vitest";
import { errata } from "../proofs/batchnorm/errata/index.js";
import type { Erratum } from "../proofs/proof.js";
import { batchNorm } from "../src/index.js";
import type { Estimate } from "../src/numeric/estimate.js";
import { rationalExpression } from "../src/symbolic/algebra/toExpression.js";
import { readExpansion } from "../src/symbolic/derivation/expansion.js";
import { type Refutation, refute } from "../src/symbolic/derivation/refute.js";
import { type Expression, substitute } from "../src/symbolic/expression.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import { type Comparison, relations } from "../src/symbolic/proposition.js";
import { type Rational, rational } from "../src/symbolic/rational.js";

const erratum = (name: string): Erratum => errata.find(({ id }) => id === `batchnorm/erratum-${name}`)!;
const refuted = ({ printed, counterexample }: Erratum): Refutation => refute(printed, counterexample, 30);
const comparison = (claim: Erratum["printed"]): Comparison => claim as Comparison;

/** The term with values put in. */
const at = (term: Expression, values: Readonly<Record<string, Rational>>): number => {
  const put = Object.entries(values).reduce(
    (own, [name, value]) => substitute(own, name, rationalExpression(value)),
    term,
  );
  return toNumber(evaluateBall(put, {}, 25));
};

const agrees = (found: number, { value, error }: Estimate) =>
  expect(Math.abs(found - value)).toBeLessThanOrEqual(error + 4e-16 * Math.abs(value));

const networks = {
  "0.7 x_+^1.3 - 0.4 x_-^1.3, B = 6": batchNorm({ activation: "0.7*relu(x)^1.3 - 0.4*relu(-x)^1.3", batch: 6 }),
  "|x|, B = 6": batchNorm({ activation: "abs(x)", batch: 6 }),
  "sgn(x)|x|^0.8, B = 8": batchNorm({ activation: "sign(x)*abs(x)^0.8", batch: 8 }),
  "relu, B = 8": batchNorm({ activation: "relu", batch: 8 }),
};

/** The digits of the independent check: of the left and right side of what is printed. */
const known: readonly (readonly [string, string, string])[] = [
  ["theorem-6-m", "0.53861074071884", "1.61467"],
  ["b69-l", "-5.37967699225", "-3.12967699225"],
  ["b69-m", "-2.30421637163", "-1.37373186001"],
  ["b70-order", "0.6734233079889", "0.8069864117359"],
  ["b70-sign", "-0.3133892566867", "0"],
  ["c11", "1.7881899766587", "1.9214753252306"],
  ["c12", "1.0831093719558", "1.0864672554433"],
];

describe("each erratum", () => {
  it.each(errata.map((each) => [each.id, each] as const))(
    "%s: the printed statement is refuted by enclosures",
    (_, each) => {
      const { left, right } = refuted(each);
      expect(left.rigorous && right.rigorous).toBe(true);
    },
  );

  it.each(errata.map((each) => [each.id, each] as const))("%s: the corrected statement is derived", (id, each) => {
    const { steps } = each.prove();
    const last = steps[steps.length - 1]!;
    expect(last.claim).toEqual(each.corrected);
    // an inequality, and a mean with a factor of unknown sign
    const verified = ["batchnorm/erratum-c12", "batchnorm/erratum-i8"];
    expect(last.status).toBe(verified.includes(id) ? "verified" : "proved");
  });

  it("has its own id, a statement that is a comparison, and frozen data", () => {
    expect(new Set(errata.map(({ id }) => id)).size).toBe(errata.length);
    for (const each of errata) {
      expect(Object.isFrozen(each) && Object.isFrozen(each.counterexample)).toBe(true);
      expect(relations).toContain(each.printed.relation);
      expect(each.printed).not.toEqual(each.corrected);
    }
  });

  it("whose glyphs are damaged says so", () => {
    const uncertain = errata.filter(({ source }) => source.includes("is not certain")).map(({ id }) => id.slice(18));
    expect(uncertain).toEqual(["theorem-6-l", "theorem-6-m", "c11", "i7"]);
  });

  it.each(known)("%s has the digits of the independent check: %s and %s", (name, left, right) => {
    const found = refuted(erratum(name));
    for (const [value, text] of [
      [found.left, left],
      [found.right, right],
    ] as const) {
      const places = (text.split(".")[1] ?? "").length;
      expect(Math.abs(toNumber(value) - Number(text))).toBeLessThanOrEqual(10 ** -places);
    }
  });
});

describe("against the numeric routes", () => {
  it("Theorem 6 and C.11: the true values are those of the ReLU at B = 8", () => {
    const { forward, rate } = networks["relu, B = 8"];
    agrees(toNumber(refuted(erratum("theorem-6-m")).left), forward.M!);
    agrees(toNumber(refuted(erratum("theorem-6-l")).left), forward.L!);
    agrees(toNumber(refuted(erratum("c11")).left), rate);
    const { right } = comparison(erratum("c11").corrected);
    agrees(at(right, erratum("c11").counterexample), rate);
  });

  it("Theorem 6: the corrected formulas with mu of the network", () => {
    const { forward, fixedPoint } = networks["relu, B = 8"];
    for (const space of ["L", "M"] as const) {
      const { right } = comparison(erratum(`theorem-6-${space.toLowerCase()}`).corrected);
      const found = at(substitute(right, "mu", { head: "Number", value: fixedPoint.mu.value }), { B: rational(8) });
      expect(found).toBeCloseTo(forward[space]!.value, 12);
    }
  });

  it("C.12: lambda_L < lambda_M < lambda_G", () => {
    const { backward } = networks["0.7 x_+^1.3 - 0.4 x_-^1.3, B = 6"];
    const { left, right } = refuted(erratum("c12"));
    agrees(toNumber(left), backward.L!);
    agrees(toNumber(right), backward.M!);
    expect(backward.L!.value).toBeLessThan(backward.M!.value);
    expect(backward.M!.value).toBeLessThan(backward.G.value);
  });

  it("B.70: kappa_M < 0 for |x|, kappa_L < kappa_M for sgn(x)|x|^0.8", () => {
    agrees(toNumber(refuted(erratum("b70-sign")).left), networks["|x|, B = 6"].forward.M!);
    const { L, M } = networks["sgn(x)|x|^0.8, B = 8"].forward;
    const { left, right } = refuted(erratum("b70-order"));
    agrees(toNumber(left), L!);
    agrees(toNumber(right), M!);
  });

  it.each(["L", "M"] as const)(
    "B.69, %s: the rest is of order 1/B^2 with the corrected term, of order 1/B with the printed one",
    (space) => {
      const { printed, corrected, counterexample } = erratum(`b69-${space.toLowerCase()}`);
      const rest = (claim: Comparison, batch: number) => {
        const { principal } = readExpansion(claim)!;
        const exact = batchNorm({ activation: "relu(x)^1.5", batch }).forward[space]!.value;
        return exact - at(principal, { ...counterexample, B: rational(batch) });
      };
      const ratio = (claim: Erratum["printed"]) => rest(comparison(claim), 500) / rest(comparison(claim), 1000);
      expect(ratio(corrected)).toBeGreaterThan(3.9);
      expect(ratio(corrected)).toBeLessThan(4.1);
      expect(ratio(printed)).toBeGreaterThan(1.9);
      expect(ratio(printed)).toBeLessThan(2.1);
    },
  );
});

describe("by hand", () => {
  it("B.42: AB = 0 and BA = A for the counterexample", () => {
    const { counterexample } = erratum("b42");
    const entry = (name: string) => Number(counterexample[name]!.numerator);
    const matrix = (name: string) => [1, 2].map((i) => [1, 2].map((j) => entry(`${name}_${i}${j}`)));
    const product = (a: number[][], b: number[][]) =>
      [0, 1].map((i) => [0, 1].map((j) => a[i]![0]! * b[0]![j]! + a[i]![1]! * b[1]![j]!));
    const [a, b] = [matrix("A"), matrix("B")] as const;
    expect(product(a, b).flat()).toEqual([0, 0, 0, 0]);
    expect(product(b, a)).toEqual(a);
    const ranks = refuted(erratum("b42"));
    expect([toNumber(ranks.left), toNumber(ranks.right)]).toEqual([0, 1]);
  });

  it("I.8: the true mean has the sign of the correlation turned, E relu(-z1)^2 relu(z2)^2 = 3/2 J_2(-0.4)", () => {
    const c = -0.4;
    const angle = Math.PI - Math.acos(c);
    const kernel = (3 * c * Math.sqrt(1 - c * c) + angle * (1 + 2 * c * c)) / (3 * Math.PI);
    expect(toNumber(refuted(erratum("i8")).left)).toBeCloseTo(1.5 * kernel, 14);
  });

  it("(26): the printed factor makes the square of phi = 1 the power 3 of B-1 at B = 6", () => {
    const { left, right } = refuted(erratum("theorem-9-normalisation"));
    expect([toNumber(left), toNumber(right)]).toEqual([125, 1]);
  });
});
