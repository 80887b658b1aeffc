import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activation } from "../../src/symbolic/activation/create.js";
import { precompose } from "../../src/symbolic/activation/precompose.js";

const names = [
  "relu",
  "tanh",
  "gelu",
  "elu(2)",
  "x > 1 ? x^2 : 2 - x",
  "x + x^3",
  "leaky_relu(0.2)",
  "exp",
  "hardtanh",
  "3",
];
const anyScale = fc.double({ min: 0.2, max: 4, noNaN: true }).chain((s) => fc.constantFrom(s, -s));
const anyShift = fc.oneof(fc.constant(0), fc.double({ min: -3, max: 3, noNaN: true }));

describe("precompose", () => {
  it("gives phi itself for scale 1 and shift 0, and a constant for scale 0", () => {
    const phi = activation("tanh");
    expect(precompose(phi, 1, 0)).toBe(phi);
    const flat = precompose(phi, 0, 0.5);
    expect(flat.value(7)).toBe(Math.tanh(0.5));
    expect(flat.facts.constant).toEqual({ value: true, evidence: "proved" });
    expect(flat.derivative(7)).toBe(0);
  });

  it("has the values and derivatives of phi(scale x + shift), and facts that the analysis of the text gives too", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        anyScale,
        anyShift,
        fc.double({ min: -3, max: 3, noNaN: true }),
        (name, scale, shift, x) => {
          const phi = activation(name);
          const psi = precompose(phi, scale, shift);
          expect(psi.value(x)).toBe(phi.value(scale * x + shift));
          expect(psi.derivative(x)).toBe(scale * phi.derivative(scale * x + shift));
          const inner = `(${scale.toFixed(20)}*x + ${shift.toFixed(20)})`;
          const direct = activation(name.includes("x") ? name.replaceAll(/\bx\b/g, inner) : callOf(name, inner));
          const within = direct.facts.breakpoints.filter(({ at }) => Math.abs(at) <= psi.facts.window);
          expect(psi.facts.breakpoints).toHaveLength(within.length);
          for (const [i, moved] of psi.facts.breakpoints.entries()) {
            expect(moved.at).toBeCloseTo(within[i]!.at, 9);
            expect(moved.valueJump).toBeCloseTo(within[i]!.valueJump, 9);
            expect(moved.slopeJump).toBeCloseTo(within[i]!.slopeJump, 9);
            expect(moved.exponent).toBe(within[i]!.exponent);
          }
          expect(psi.facts.growth.value.kind).toBe(direct.facts.growth.value.kind);
          const polynomial = psi.facts.polynomial.value;
          if (polynomial) {
            const value = polynomial.reduceRight((sum, c) => sum * x + c, 0);
            const size = polynomial.reduceRight((sum, c) => sum * Math.abs(x) + Math.abs(c), 0);
            expect(Math.abs(value - psi.value(x))).toBeLessThanOrEqual(1e-14 * size);
          }
          const hom = psi.facts.homogeneity.value;
          if (hom && x !== 0) {
            const expected = (x > 0 ? hom.right : hom.left) * Math.abs(x) ** hom.degree;
            expect(psi.value(x)).toBeCloseTo(expected, 12);
          }
          if (psi.facts.parity.value === "odd") expect(psi.value(-x)).toBeCloseTo(-psi.value(x), 12);
          if (psi.facts.parity.value === "even") expect(psi.value(-x)).toBeCloseTo(psi.value(x), 12);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("keeps or drops what a shift keeps or drops", () => {
    expect(precompose(activation("tanh"), 2, 0).facts.parity.value).toBe("odd");
    expect(precompose(activation("tanh"), 2, 1).facts.parity.value).toBe("none");
    expect(precompose(activation("relu"), -2, 0).facts.homogeneity.value).toEqual({ degree: 1, left: 2, right: 0 });
    expect(precompose(activation("relu"), 2, 1).facts.homogeneity.value).toBeNull();
    expect(precompose(activation("exp"), -3, 1).facts.growth.value).toEqual({ kind: "exponential", rate: 3 });
    expect(precompose(activation("step"), -1, 2).facts.breakpoints[0]).toMatchObject({ at: 2, valueJump: -1 });
  });

  it("scales the Gaussian growth and refuses what becomes too fast", () => {
    const phi = activation("exp(0.1*x^2)");
    expect(precompose(phi, 1.5, 0).facts.growth.value).toEqual({
      kind: "gaussian",
      coefficient: expect.closeTo(0.225, 12),
    });
    expect(() => precompose(phi, 1.6, 0)).toThrow(expect.objectContaining({ name: "TheoryError", code: "divergent" }));
    expect(() => precompose(phi, Number.NaN, 0)).toThrow(expect.objectContaining({ code: "domain" }));
  });

  it("analyses the text anew when the window would become too small", () => {
    const psi = precompose(activation("abs(sin(x))"), 8, 0);
    expect(psi.facts.window).toBe(64);
    expect(psi.facts.breakpoints.length).toBe(325);
    const shifted = precompose(activation("relu"), 1, -60);
    expect(shifted.facts.breakpoints[0]!.at).toBe(60);
  });

  it("works for plain functions", () => {
    const psi = precompose(
      activation((x: number) => Math.max(x, 0.5 * x), { name: "leaky" }),
      2,
      1,
    );
    expect(psi.facts.breakpoints[0]!.at).toBe(-0.5);
    expect(psi.derivative(1)).toBeCloseTo(2, 10);
    expect(psi.secondDerivative).toBeNull();
  });
});

function callOf(name: string, inner: string): string {
  if (name === "3") return "3";
  return name.includes("(") ? name.replace("(", `(${inner}, `) : `${name}(${inner})`;
}
