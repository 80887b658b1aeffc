import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { call, type Expression, fold, integer, symbol } from "../../../src/symbolic/expression.js";
import { arccosineKernel } from "../../../src/symbolic/kernels/arccosineKernel.js";
import { arccosineKernelDerivative } from "../../../src/symbolic/kernels/arccosineKernelDerivative.js";
import { erfCoefficient } from "../../../src/symbolic/kernels/erfCoefficient.js";
import { reluCoefficient } from "../../../src/symbolic/kernels/homogeneousCoefficient.js";
import { kernelIdentities } from "../../../src/symbolic/kernels/kernelIdentities.js";
import type { KernelIdentity } from "../../../src/symbolic/kernels/kernelIdentity.js";
import { verifyProposition } from "../../../src/symbolic/precise/verify.js";
import { compare, type Proposition } from "../../../src/symbolic/proposition.js";
import { type Rational, rational } from "../../../src/symbolic/rational.js";
import { exactTerm } from "./terms.js";
import { fractionOf } from "./value.js";

const reference = JSON.parse(readFileSync(new URL("../../reference/kernels.json", import.meta.url), "utf8")) as {
  kernel: readonly { alpha: string; c: string; value: string; first: string; second: string }[];
  coefficients: {
    relu: readonly { alpha: string; batch: number; k: number; value: string }[];
    erf: readonly { slope: string; batch: number; k: number; value: string }[];
  };
};

const DIGITS = 30;
const c = symbol("c");
const B = symbol("B");

/** A decimal string as an exact term. */
function decimalTerm(text: string): Expression {
  const [digits, exponent = "0"] = text.split("e");
  const [whole, part = ""] = digits!.split(".");
  const shift = Number(exponent) - part.length;
  const mantissa = BigInt(`${whole}${part}`);
  if (shift >= 0) return integer(mantissa * 10n ** BigInt(shift));
  return call("Divide", integer(mantissa), integer(10n ** BigInt(-shift)));
}

/** |term - value| < 10^-30 |value|, proved. */
function agrees(term: Expression, text: string, at: Readonly<Record<string, Rational>>): boolean {
  const value = decimalTerm(text);
  const limit = call("Divide", call("Abs", value), integer(10n ** BigInt(DIGITS)));
  const claim = compare("Less", call("Abs", call("Subtract", term, value)), limit);
  return verifyProposition(claim, [at], DIGITS).status === "verified";
}

const points: readonly Readonly<Record<string, Rational>>[] = [
  ["17/10", "3/7", "11/10", "4/5", "-1/3"],
  ["13/4", "-5/9", "2", "1/7", "6/5"],
  ["-1/5", "1/3", "1/2", "-2", "1/2"],
  ["21/8", "6/7", "5/2", "1", "3/4"],
  ["3/4", "1/9", "3/2", "3/2", "-1"],
].map(([alpha, correlation, theta, a, b]) => ({
  alpha: fractionOf(alpha!),
  c: fractionOf(correlation!),
  theta: fractionOf(theta!),
  a: fractionOf(a!),
  b: fractionOf(b!),
}));

const uses = (proposition: Proposition, ...heads: readonly string[]): boolean => {
  const inside = (term: Expression) =>
    fold<boolean>(term, (node, args) => heads.includes(node.head) || args.some(Boolean));
  return inside(proposition.left) || ("right" in proposition && inside(proposition.right));
};

const admissible = ({ conditions }: KernelIdentity) =>
  points.filter((point) => conditions.every((own) => verifyProposition(own, [point], DIGITS).status === "verified"));

describe("the kernels in 30 digits", () => {
  it.each(reference.kernel)("J_$alpha($c) and two derivatives agree with the angular integral", (row) => {
    const alpha = exactTerm(row.alpha);
    const at = { c: fractionOf(row.c) };
    expect(agrees(arccosineKernel(alpha, c), row.value, at)).toBe(true);
    expect(agrees(arccosineKernelDerivative(alpha, c), row.first, at)).toBe(true);
    expect(agrees(arccosineKernelDerivative(alpha, c, 2), row.second, at)).toBe(true);
  });

  const exactly = kernelIdentities.filter(({ claim }) => !uses(claim, "Integral", "GaussianMean"));

  it.each(exactly.map((identity) => [identity.id, identity] as const))("%s holds", (_, identity) => {
    const at = admissible(identity);
    expect(at.length).toBeGreaterThan(0);
    expect(verifyProposition(identity.claim, at, DIGITS)).toMatchObject({ status: "verified", rigorous: true });
  });

  it("refutes what is misprinted, with proof, at every admissible point", () => {
    const wrong = kernelIdentities.filter(({ printed }) => printed !== undefined);
    expect(wrong).toHaveLength(2);
    for (const identity of wrong) {
      for (const point of admissible(identity)) {
        expect(verifyProposition(identity.printed!, [point], DIGITS)).toMatchObject({
          status: "refuted",
          rigorous: true,
        });
      }
    }
  });
});

describe("the coefficients in 30 digits", () => {
  it("of relu^alpha agree with the integral (26)", () => {
    for (const { alpha, batch, k, value } of reference.coefficients.relu) {
      const term = reluCoefficient(exactTerm(alpha), k, B);
      if (value === "0.0") expect(term).toEqual(integer(0));
      else expect(agrees(term, value, { B: rational(batch) }), `${alpha}, ${batch}, ${k}`).toBe(true);
    }
  });

  it("of erf agree with the integral (26), where their sum needs hundreds of terms too", () => {
    for (const { slope, batch, k, value } of reference.coefficients.erf.filter((row) => row.k % 2 === 1)) {
      expect(
        agrees(erfCoefficient(exactTerm(slope), k, B), value, { B: rational(batch) }),
        `${slope}, ${batch}, ${k}`,
      ).toBe(true);
    }
  });
});
