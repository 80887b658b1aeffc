import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../src/errors.js";
import type { Activation, Breakpoint, Growth } from "../../src/symbolic/activation/activation.js";
import { activation, fromExpression } from "../../src/symbolic/activation/create.js";
import { presetNames } from "../../src/symbolic/activation/presets.js";
import { evaluate } from "../../src/symbolic/evaluate.js";
import { text as print } from "../../src/symbolic/format/text.js";
import { anyTree, ordinary } from "./generate.js";

const shape = ({ facts }: Activation) => facts.breakpoints.map(({ at, exponent }) => [at, exponent]);
const growth = (kind: string, value?: number): Growth =>
  (kind === "bounded"
    ? { kind }
    : kind === "polynomial"
      ? { kind, degree: value }
      : kind === "exponential"
        ? { kind, rate: value }
        : { kind, coefficient: value }) as Growth;

/** text; [place, exponent] of each breakpoint; parity; [degree, left, right]; growth. */
const table: readonly (readonly [string, number[][], string, number[] | null, Growth])[] = [
  ["identity", [], "odd", [1, -1, 1], growth("polynomial", 1)],
  ["relu", [[0, 1]], "none", [1, 0, 1], growth("polynomial", 1)],
  ["leaky_relu", [[0, 1]], "none", [1, -0.01, 1], growth("polynomial", 1)],
  ["leaky_relu(0.2)", [[0, 1]], "none", [1, -0.2, 1], growth("polynomial", 1)],
  ["abs", [[0, 1]], "even", [1, 1, 1], growth("polynomial", 1)],
  ["relu_power(1.5)", [[0, 1.5]], "none", [1.5, 0, 1], growth("polynomial", 1.5)],
  ["relu_power(0)", [[0, 0]], "none", [0, 0, 1], growth("bounded")],
  ["relu_power(0.5)", [[0, 0.5]], "none", [0.5, 0, 1], growth("polynomial", 0.5)],
  ["hardtanh", [[-1, 1], [1, 1]], "odd", null, growth("bounded")],
  ["relu6", [[0, 1], [6, 1]], "none", null, growth("bounded")],
  ["sign", [[0, 0]], "odd", [0, -1, 1], growth("bounded")],
  ["step", [[0, 0]], "none", [0, 0, 1], growth("bounded")],
  ["tanh", [], "odd", null, growth("bounded")],
  ["erf", [], "odd", null, growth("bounded")],
  ["sigmoid", [], "none", null, growth("bounded")],
  ["gelu", [], "none", null, growth("polynomial", 1)],
  ["gelu_tanh", [], "none", null, growth("polynomial", 1)],
  ["silu", [], "none", null, growth("polynomial", 1)],
  ["swish", [], "none", null, growth("polynomial", 1)],
  ["mish", [], "none", null, growth("polynomial", 1)],
  ["softplus", [], "none", null, growth("polynomial", 1)],
  ["elu", [[0, 2]], "none", null, growth("polynomial", 1)],
  ["elu(2)", [[0, 1]], "none", null, growth("polynomial", 1)],
  ["selu", [[0, 1]], "none", null, growth("polynomial", 1)],
  ["softsign", [[0, 2]], "odd", null, growth("bounded")],
  ["sin", [], "odd", null, growth("bounded")],
  ["cos", [], "even", null, growth("bounded")],
  ["exp", [], "none", null, growth("exponential", 1)],
  ["gaussian", [], "even", null, growth("bounded")],
  ["relu(x)^3", [[0, 3]], "none", [3, 0, 1], growth("polynomial", 3)],
  ["relu(x)^1.5", [[0, 1.5]], "none", [1.5, 0, 1], growth("polynomial", 1.5)],
  ["x*abs(x)", [[0, 2]], "odd", [2, -1, 1], growth("polynomial", 2)],
  ["x^3*abs(x^3)", [[0, 6]], "odd", [6, -1, 1], growth("polynomial", 6)],
  ["x > 0 ? x : 0.1*x", [[0, 1]], "none", [1, -0.1, 1], growth("polynomial", 1)],
  ["x > 1 ? x^2 : 2*x - 1", [[1, 2]], "none", null, growth("polynomial", 2)],
  ["0 < x < 1 ? x : 0", [[0, 1], [1, 0]], "none", null, growth("bounded")],
  ["max(x, 0.1*x)", [[0, 1]], "none", [1, -0.1, 1], growth("polynomial", 1)],
  ["sqrt(x^2)", [[0, 1]], "even", [1, 1, 1], growth("polynomial", 1)],
  ["sqrt(abs(x))", [[0, 0.5]], "even", [0.5, 1, 1], growth("polynomial", 0.5)],
  ["relu(x - 1)^0.7", [[1, 0.7]], "none", null, growth("polynomial", 0.7)],
  ["cbrt(x)", [[0, 1 / 3]], "odd", [1 / 3, -1, 1], growth("polynomial", 1 / 3)],
  ["abs(x)^(-0.3)", [[0, -0.3]], "even", [-0.3, 1, 1], growth("bounded")],
  ["abs(abs(x) - 1)", [[-1, 1], [0, 1], [1, 1]], "even", null, growth("polynomial", 1)],
  ["max(x, x)", [], "odd", [1, -1, 1], growth("polynomial", 1)],
  ["abs(x)*abs(x)", [], "even", [2, 1, 1], growth("polynomial", 2)],
  ["cos(abs(x))", [], "even", null, growth("bounded")],
  ["sin(x)/x", [], "even", null, growth("bounded")],
  ["x/tanh(x)", [], "even", null, growth("polynomial", 1)],
  ["(exp(x) - 1)/x", [], "none", null, growth("exponential", 1)],
  ["x/abs(x)", [[0, 0]], "odd", [0, -1, 1], growth("bounded")],
  ["x/(1 + exp(-x))", [], "none", null, growth("polynomial", 1)],
  ["log(1 + x^2)", [], "even", null, growth("polynomial", 0.5)],
  ["tanh(x^3)", [], "odd", null, growth("bounded")],
  ["exp(0.1*x^2)", [], "even", null, growth("gaussian", 0.1)],
  ["exp(-exp(x))", [], "none", null, growth("bounded")],
  ["cosh(2*x)", [], "even", null, growth("exponential", 2)],
  ["x^200", [], "even", [200, 1, 1], growth("polynomial", 200)],
  ["x + sin(x)", [], "odd", null, growth("polynomial", 1)],
  ["exp(-1/x^2)", [[0, Infinity]], "even", null, growth("bounded")],
]; // biome-ignore format: a table

describe("facts", () => {
  it.each(table)("%s", (text, breakpoints, parity, homogeneity, expected) => {
    const phi = activation(text);
    const { facts } = phi;
    expect(shape(phi).length).toBe(breakpoints.length);
    for (const [i, [at, exponent]] of shape(phi).entries()) {
      expect(at).toBeCloseTo(breakpoints[i]![0]!, 12);
      if (Number.isFinite(exponent)) expect(exponent).toBeCloseTo(breakpoints[i]![1]!, 12);
      else expect(exponent).toBe(breakpoints[i]![1]);
    }
    expect(facts.breakpoints.every(({ evidence }) => evidence === "proved")).toBe(true);
    expect(facts.parity).toEqual({ value: parity, evidence: "proved" });
    const found = facts.homogeneity.value;
    expect(found && [found.degree, found.left, found.right]).toEqual(homogeneity);
    if (found) expect(facts.homogeneity.evidence).toBe("proved");
    expect(facts.growth).toEqual({ value: expected, evidence: "proved" });
    expect(facts.constant).toEqual({ value: false, evidence: "proved" });
  });

  it("covers every preset in the table", () => {
    const named = new Set(table.map(([text]) => text.replace(/\(.*/, "")));
    expect(presetNames.filter((name) => !named.has(name))).toEqual([]);
  });

  it.each([
    ["x + x^3", [0, 1, 0, 1]],
    ["(x + 1)^5", [1, 5, 10, 10, 5, 1]],
    ["x*(x - 2)/3", [0, -2 / 3, 1 / 3]],
    ["max(x, x)", [0, 1]],
    ["abs(x)*abs(x)", [0, 0, 1]],
    ["3", [3]],
    ["x - x", [0]],
    ["relu(x - 100)", null],
    ["tanh", null],
    ["x^65", null],
  ])("the polynomial %s has coefficients %j", (text, coefficients) => {
    const { value } = activation(text).facts.polynomial;
    if (coefficients === null) expect(value).toBeNull();
    else for (const [k, expected] of coefficients.entries()) expect(value![k]).toBeCloseTo(expected, 15);
  });

  it.each([
    ["3", true, "proved"],
    ["0*x", true, "proved"],
    ["sin(x)^2 + cos(x)^2", true, "sampled"],
    ["relu(x - 100)", false, "proved"],
    ["tanh", false, "proved"],
  ])("%s is constant: %s (%s)", (text, value, evidence) => {
    expect(activation(text).facts.constant).toEqual({ value, evidence });
  });

  it.each([
    ["relu", { valueJump: 0, slopeJump: 1, oneSidedAnalytic: true }],
    ["step", { valueJump: 1, slopeJump: 0, oneSidedAnalytic: true }],
    ["leaky_relu(0.25)", { valueJump: 0, slopeJump: 0.75, oneSidedAnalytic: true }],
    ["x > 0 ? 1 - x : 3*x", { valueJump: 1, slopeJump: -4, oneSidedAnalytic: true }],
    ["relu_power(0.5)", { valueJump: 0, slopeJump: Infinity, oneSidedAnalytic: false }],
    ["x*log(abs(x))", { valueJump: 0, slopeJump: 0, exponent: 1, oneSidedAnalytic: false }],
    ["abs(x)^2.5", { valueJump: 0, slopeJump: 0, exponent: 2.5, oneSidedAnalytic: false }],
    ["abs(x) + abs(x)^3.5", { valueJump: 0, slopeJump: 2, exponent: 1, oneSidedAnalytic: false }],
  ] as readonly (readonly [string, Partial<Breakpoint>])[])("the breakpoint of %s", (text, expected) => {
    expect(activation(text).facts.breakpoints).toEqual([expect.objectContaining({ at: 0, ...expected })]);
  });

  it("decides a comparison of a polynomial with itself, whatever rounding says", () => {
    const phi = activation("x^6 < (x^3)^2 ? x : tanh(x)");
    for (const x of [-1.7e-5, 0.3, 1.1, 2.7]) expect(phi.value(x)).toBe(Math.tanh(x));
    expect(phi.facts.breakpoints).toEqual([]);
  });

  it("finds kinks at irrational and periodic places, marked as sampled", () => {
    const { breakpoints } = activation("abs(sin(x))").facts;
    expect(breakpoints).toHaveLength(41);
    for (const [i, { at, slopeJump, evidence }] of breakpoints.entries()) {
      expect(at).toBeCloseTo((i - 20) * Math.PI, 12);
      expect(slopeJump).toBeCloseTo(2, 10);
      expect(evidence).toBe(at === 0 ? evidence : "sampled");
    }
    const root = activation("max(exp(x) - 3, 0)").facts.breakpoints[0]!;
    expect(root.at).toBeCloseTo(Math.log(3), 14);
  });
});

describe("values", () => {
  const at = (text: string, x: number) => activation(text).value(x);

  it("stay finite and accurate in the tails", () => {
    for (const [text, x, expected] of [
      ["softplus", 800, 800],
      ["softplus", -800, 0],
      ["softplus", -40, Math.exp(-40)],
      ["sigmoid", -800, 0],
      ["sigmoid", -40, Math.exp(-40)],
      ["mish", -800, 0],
      ["mish", 800, 800],
      ["silu", -800, 0],
      ["gelu", -800, 0],
      ["gelu_tanh", -800, 0],
      ["elu", -800, -1],
    ] as const) {
      expect(Math.abs(at(text, x) - expected), text).toBeLessThanOrEqual(4e-16 * Math.abs(expected));
    }
    // x Phi(x) at -10 from the first ten terms of the Mills ratio's asymptotic series, good to 1e-13 there.
    const mills = [1, -1, 3, -15, 105, -945, 10395, -135135, 2027025, -34459425].reduce(
      (sum, c, k) => sum + c / 100 ** k,
      0,
    );
    expect(at("gelu", -10) / ((-Math.exp(-50) / Math.sqrt(2 * Math.PI)) * mills)).toBeCloseTo(1, 10);
  });

  it("take the limit at removable singularities, and near them keep all digits", () => {
    expect([at("sin(x)/x", 0), at("(exp(x) - 1)/x", 0), at("x/tanh(x)", 0), at("x/abs(x)", 0)]).toEqual([1, 1, 1, 0]);
    expect(at("x*log(abs(x))", 0)).toBe(0);
    const cosine = activation("(1 - cos(x))/x^2");
    for (const x of [1e-9, 1e-5, 1e-3, 0.01]) {
      expect(Math.abs(cosine.value(x) - (1 / 2 - x ** 2 / 24 + x ** 4 / 720))).toBeLessThan(1e-15);
      expect(Math.abs(cosine.derivative(x) / (-x / 12 + x ** 3 / 180) - 1)).toBeLessThan(1e-9);
    }
  });

  it("are never NaN where phi is legal", () => {
    for (const [text] of table) {
      const { value, derivative, secondDerivative } = activation(text);
      for (const x of [0, -0, 1, -1, 0.5, -0.5, 1e-12, -1e-12, 3, -3, 40, -40]) {
        expect(
          [value, derivative, secondDerivative!].some((f) => Number.isNaN(f(x))),
          `${text} at ${x}`,
        ).toBe(false);
      }
    }
  });

  it("have derivatives that match differences away from breakpoints", () => {
    for (const [text] of table) {
      if (text === "x^200") continue;
      const { value, derivative, secondDerivative, facts } = activation(text);
      for (let k = 0; k < 60; k++) {
        const x = 6 * Math.sin(7 * k + 1);
        if (facts.breakpoints.some((b) => Math.abs(b.at - x) < 0.05)) continue;
        const h = 1e-5;
        // Second-order differences: h^2 truncation and eps/h rounding, each about 1e-10 of the size nearby.
        const scale = 1 + Math.abs(value(x)) + Math.abs(derivative(x)) + Math.abs(secondDerivative!(x));
        expect(
          Math.abs((value(x + h) - value(x - h)) / (2 * h) - derivative(x)) / scale,
          `${text} at ${x}`,
        ).toBeLessThan(1e-7);
        expect(
          Math.abs((derivative(x + h) - derivative(x - h)) / (2 * h) - secondDerivative!(x)) / scale,
          text,
        ).toBeLessThan(1e-6);
      }
    }
  });
});

describe("facts of random trees", () => {
  it("hold at random points", () => {
    fc.assert(
      fc.property(anyTree, fc.double({ min: 0.01, max: 5, noNaN: true }), (tree, x) => {
        let phi: Activation;
        try {
          phi = fromExpression(tree, { text: print(tree), places: new Map() });
        } catch (error) {
          return isTheoryError(error);
        }
        const { facts, value } = phi;
        if (facts.breakpoints.some(({ at }) => Math.abs(Math.abs(at) - x) < 1e-6)) return true;
        // Trees of a dozen heads lose a few digits to cancellation; their own size sets the scale.
        const [right, left] = [value(x), value(-x)];
        const tolerance = 1e-9 * (1 + Math.abs(right) + Math.abs(left));
        const near = (a: number, b: number) => Math.abs(a - b) <= tolerance || !Number.isFinite(a - b);
        if (facts.parity.value === "even" && !near(right, left)) return false;
        if (facts.parity.value === "odd" && !near(right, -left)) return false;
        const hom = facts.homogeneity.value;
        if (hom && !(near(right, hom.right * x ** hom.degree) && near(left, hom.left * x ** hom.degree))) return false;
        const polynomial = facts.polynomial.value?.reduceRight((sum, c) => sum * x + c, 0);
        return (polynomial === undefined || near(right, polynomial)) && near(right, evaluate(tree, { x }));
      }),
      { numRuns: 1500 },
    );
  });

  it("are smooth between breakpoints", () => {
    fc.assert(
      fc.property(
        anyTree,
        ordinary(-4, 4).filter((x) => x !== 0),
        (tree, x) => {
          let phi: Activation;
          try {
            phi = fromExpression(tree, { text: print(tree), places: new Map() });
          } catch (error) {
            return isTheoryError(error);
          }
          const h = 1e-4;
          if (phi.facts.breakpoints.some(({ at, exponent }) => exponent <= 1 && Math.abs(at - x) <= 3 * h)) return true;
          const { value, derivative, secondDerivative } = phi;
          // A missed kink or jump shows as a change of slope that the second derivative does not explain.
          const curvature = Math.max(...[-h, 0, h].map((t) => Math.abs(secondDerivative!(x + t))));
          const bend = Math.abs(value(x + h) - 2 * value(x) + value(x - h)) / h;
          const allowed = 0.02 * (1 + Math.abs(derivative(x))) + 40 * h * curvature;
          return bend <= allowed || !Number.isFinite(bend) || curvature > 1e3;
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe("plain functions", () => {
  const known = (f: (x: number) => number, name = "f") => activation(f, { name });

  it.each([
    ["relu", (x: number) => Math.max(x, 0), [[0, 1]], "none", [1, 0, 1]],
    ["tanh", Math.tanh, [], "odd", null],
    ["sin", Math.sin, [], "odd", null],
    ["softplus", (x: number) => Math.log1p(Math.exp(x)), [], "none", null],
    ["square", (x: number) => x * x, [], "even", [2, 1, 1]],
    ["step", (x: number) => (x > 0 ? 1 : 0), [[0, 0]], "none", [0, 0, 1]],
    [
      "hardtanh",
      (x: number) => Math.max(-1, Math.min(1, x)),
      [
        [-1, 1],
        [1, 1],
      ],
      "odd",
      null,
    ],
    ["elu", (x: number) => (x > 0 ? x : Math.expm1(x)), [[0, 2]], "none", null],
    ["root", (x: number) => Math.sqrt(Math.abs(x)), [[0, 0.5]], "even", [0.5, 1, 1]],
    ["power", (x: number) => Math.abs(x) ** 1.5, [[0, 1.5]], "even", [1.5, 1, 1]],
    ["shifted", (x: number) => Math.abs(x - 0.377777), [[0.377777, 1]], "none", null],
    ["bell", (x: number) => Math.exp(-x * x), [], "even", null],
  ] as const)("%s is seen as it is, and marked as sampled", (name, f, breakpoints, parity, homogeneity) => {
    const phi = known(f, name);
    expect(phi.facts.breakpoints).toHaveLength(breakpoints.length);
    for (const [i, { at, exponent, evidence }] of phi.facts.breakpoints.entries()) {
      // a jump of the curvature is felt by values only like the square of the distance: located to sqrt(rounding)
      const digits = exponent >= 2 ? 7 : 9;
      expect([at, exponent]).toEqual([expect.closeTo(breakpoints[i]![0], digits), breakpoints[i]![1]]);
      expect(evidence).toBe("sampled");
    }
    expect(phi.facts.parity).toEqual({ value: parity, evidence: "sampled" });
    const found = phi.facts.homogeneity.value;
    expect(found && [found.degree, found.left, found.right]).toEqual(homogeneity);
    expect([phi.text, phi.expression, phi.secondDerivative]).toEqual([name, null, null]);
  });

  it.each([
    ["tanh", Math.tanh, (x: number) => 1 / Math.cosh(x) ** 2],
    ["gelu", activation("gelu").value, activation("gelu").derivative],
    ["elu", activation("elu").value, activation("elu").derivative],
    ["cos20", (x: number) => Math.cos(20 * x), (x: number) => -20 * Math.sin(20 * x)],
    ["relu", activation("relu").value, (x: number) => (x < 0 ? 0 : 1)],
  ] as const)("the differenced derivative of %s is as accurate as it says", (name, f, slope) => {
    const phi = known(f, name);
    expect(phi.derivativeAccuracy).toBeLessThan(1e-9);
    const points = Array.from({ length: 200 }, (_, k) => 4 * Math.sin(k + 0.5)).concat([1e-3, -1e-3, 1e-6]);
    const size = Math.max(...points.map((x) => Math.abs(slope(x))));
    for (const x of points) {
      expect(Math.abs(phi.derivative(x) - slope(x)) / size, `at ${x}`).toBeLessThan(
        Math.max(2e-10, 10 * phi.derivativeAccuracy),
      );
    }
  });

  it.each([
    ["NaN", (x: number) => Math.log(x), "undefined-value"],
    ["a string", (() => "a") as unknown as (x: number) => number, "domain"],
    ["undefined", (() => undefined) as unknown as (x: number) => number, "domain"],
    ["a pole", (x: number) => 1 / x, "divergent"],
    ["exp(x^2)", (x: number) => Math.exp(x * x), "divergent"],
    [
      "an exception",
      () => {
        throw new Error("no");
      },
      "undefined-value",
    ],
  ] as const)("returning %s is refused", (_, f, code) => {
    expect(() => known(f)).toThrow(expect.objectContaining({ name: "TheoryError", code }));
  });

  it("takes a derivative that is given", () => {
    const phi = activation(Math.tanh, { derivative: (x) => 1 - Math.tanh(x) ** 2 });
    expect(phi.text).toBe("tanh");
    expect(phi.derivative(0)).toBe(1);
  });
});

it("activations are frozen, presets cached, names replaceable", () => {
  const phi = activation("gelu");
  expect(activation(" gelu ").value).toBe(phi.value);
  expect(Object.isFrozen(phi) && Object.isFrozen(phi.facts) && Object.isFrozen(phi.facts.breakpoints)).toBe(true);
  expect(activation("gelu", { name: "mine" }).text).toBe("mine");
  expect(() => activation(3 as unknown as string)).toThrow(/text or a function/);
});
