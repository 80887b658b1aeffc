import fc from "fast-check";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { activation } from "../../src/symbolic/activation/create.js";
import type { ActivationClass, Domain } from "../../src/theorems/domain.js";
import { arbitraryOf } from "../../src/verification/arbitraries/arbitraryOf.js";
import { valuesOf } from "../../src/verification/arbitraries/valuesOf.js";
import { controlOf } from "../../src/verification/domains/control.js";
import { parseValue } from "../../src/verification/domains/parse.js";
import { validate, validatePoint } from "../../src/verification/domains/validate.js";
import type { ParameterValue, Point } from "../../src/verification/point.js";
import { printValue } from "../../src/verification/print.js";

const doc = "a value";
const classes: readonly ActivationClass[] = ["any", "smooth", "polynomial", "homogeneous", "kinked"];
const known = { B: 6 };

const domains: Readonly<Record<string, Domain>> = {
  batch: { set: "integer", min: 4, max: 1e6, doc },
  "negative integers": { set: "integer", min: -30, max: -3, doc },
  "one integer": { set: "integer", min: 7, max: 7, doc },
  interval: { set: "real", min: 0, max: 1, doc },
  "open interval": { set: "real", min: -1, max: 1, open: "both", doc },
  "half line": { set: "real", min: 0, max: Number.POSITIVE_INFINITY, open: "min", doc },
  "far interval": { set: "real", min: 1 / 3, max: 0.4, open: "max", doc },
  choice: { set: "choice", of: ["G", "L", "M"], doc },
  ...Object.fromEntries(classes.map((name) => [name, { set: "activation", class: name, doc } as const])),
  vector: { set: "vector", length: "B", min: -1, max: 2, doc },
  matrix: { set: "matrix", rows: 3, columns: "B", min: -2, max: 5, doc },
  "matrix of positive numbers": { set: "matrix", rows: "B", columns: 1, min: 0.5, max: 0.75, doc },
  stochastic: { set: "stochastic", rows: 4, columns: 3, doc },
  "one row": { set: "stochastic", rows: 1, columns: "B", doc },
  "one column": { set: "stochastic", rows: "B", columns: 1, doc },
  symmetric: { set: "symmetric", size: 3, doc },
  psd: { set: "covariance", size: "B", class: "psd", doc },
  definite: { set: "covariance", size: "B", class: "definite", doc },
  bsb1: { set: "covariance", size: "B", class: "bsb1", doc },
};

const cases = Object.entries(domains);
const sample = (domain: Domain, count = 300) => fc.sample(arbitraryOf(domain, known), { numRuns: count, seed: 11 });

describe.each(cases)("%s", (_, domain) => {
  it("draws members only", () => {
    fc.assert(
      fc.property(arbitraryOf(domain, known), (value) => {
        validate("x", domain, value, known);
      }),
    );
  });

  it("is read back from its text", () => {
    for (const value of sample(domain, 20)) {
      const printed = printValue(value);
      const rows = Array.isArray(printed) ? printed.map((row) => String(row)) : [String(printed)];
      const text = rows.join(domain.set === "vector" ? "," : ";");
      expect(printValue(parseValue("x", domain, text))).toEqual(printed);
    }
  });

  it("has a control that is plain data", () => {
    const control = controlOf(domain);
    expect(JSON.parse(JSON.stringify(control))).toEqual(control);
    if (control.kind === "slider") {
      validate("x", domain, control.min);
      validate("x", domain, control.max);
      expect(control.min).toBeLessThanOrEqual(control.max!);
    }
  });

  it("shrinks what fails to something simple, and inside", () => {
    const { failed, counterexample } = fc.check(
      fc.property(arbitraryOf(domain, known), () => false),
      { seed: 3 },
    );
    expect(failed).toBe(true);
    const value = counterexample![0] as ParameterValue;
    validate("x", domain, value, known);
    // numbers of few characters, names that everybody knows
    expect(JSON.stringify(printValue(value)).length).toBeLessThan(250);
    if (typeof value === "number") expect(String(value).length).toBeLessThanOrEqual(5);
  });
});

describe("what is drawn", () => {
  it("has both ends, sizes where algorithms change, and many magnitudes", () => {
    const batches = sample(domains.batch!, 600) as number[];
    expect(batches).toEqual(expect.arrayContaining([4, 5, 6, 8, 64, 1e4, 1e6]));
    expect(batches.some((n) => n > 100 && n < 1000)).toBe(true);
    const closed = sample(domains.interval!) as number[];
    expect(closed).toEqual(expect.arrayContaining([0, 1]));
    expect(closed.some((x) => x > 0 && x < 1e-4)).toBe(true);
    const open = sample(domains["open interval"]!) as number[];
    expect(Math.max(...open)).toBeLessThan(1);
    expect(Math.max(...open)).toBeGreaterThan(0.99999);
    expect(Math.min(...open)).toBeLessThan(-0.99999);
  });

  it("has covariances of any rank from 2 up, and condition numbers up to 1e6", () => {
    const eigenvalues = (sample(domains.psd!, 400) as number[][][]).map((matrix) => {
      const values = new EigenvalueDecomposition(new Matrix(matrix), { assumeSymmetric: true }).realEigenvalues;
      const largest = Math.max(...values);
      return values.map((value) => value / largest).sort((x, y) => y - x);
    });
    const ranks = eigenvalues.map((values) => values.filter((value) => value > 1e-9).length);
    expect([...new Set(ranks)].sort()).toEqual([2, 3, 4, 5, 6]);
    const conditions = eigenvalues.map((values, i) => 1 / values[ranks[i]! - 1]!);
    expect(Math.max(...conditions)).toBeGreaterThan(5e5);
    expect(Math.max(...conditions)).toBeLessThan(1.01e6);
  });

  it("has saturating, exploding, nearly constant, odd, even and kinked activations", () => {
    const drawn = sample(domains.any!, 1500) as { facts: ReturnType<typeof activation>["facts"]; text: string }[];
    for (const seen of [
      drawn.some(({ facts }) => facts.parity.value === "odd"),
      drawn.some(({ facts }) => facts.parity.value === "even"),
      drawn.some(({ facts }) => facts.growth.value.kind === "exponential"),
      drawn.some(({ facts }) => facts.growth.value.kind === "bounded"),
      drawn.some(({ facts }) => facts.breakpoints.length > 0),
      drawn.some(({ text }) => /0\.05\*|^5 \+/.test(text)),
    ]) {
      expect(seen).toBe(true);
    }
  });

  it("gives matrices the size that another parameter has", () => {
    const parameters = {
      S: { set: "covariance", size: "B", class: "psd", doc },
      B: { set: "integer", min: 2, max: 9, doc },
      v: { set: "vector", length: "B", min: 0, max: 1, doc },
    } as const;
    fc.assert(
      fc.property(valuesOf(parameters), (values) => {
        expect(Object.keys(values)).toEqual(["S", "B", "v"]);
        expect([values.S.length, values.S[0]!.length, values.v.length]).toEqual([values.B, values.B, values.B]);
        validatePoint(parameters, values as Point);
      }),
    );
  });
});

describe("what is not a member", () => {
  const refused: readonly (readonly [string, unknown])[] = [
    ["batch", 3],
    ["batch", 4.5],
    ["batch", "8"],
    ["interval", Number.NaN],
    ["open interval", 1],
    ["half line", 0],
    ["choice", "N"],
    ["smooth", activation("relu")],
    ["homogeneous", activation("tanh")],
    ["polynomial", activation("exp(x/2)")],
    ["any", activation("step")],
    ["any", activation("3")],
    ["any", "relu"],
    ["vector", [0, 0, 0]],
    ["vector", [0, 0, 0, 0, 0, 3]],
    [
      "symmetric",
      [
        [1, 2, 3],
        [0, 1, 1],
        [3, 1, 1],
      ],
    ],
    ["matrix", [[0, 0, 0, 0, 0, 0]]],
    ["matrix", Array.from({ length: 3 }, () => [0, 0, 0, 0, 0])],
    ["matrix", Array.from({ length: 3 }, () => [0, 0, 0, 0, 0, 5.1])],
    ["matrix", Array.from({ length: 3 }, () => [0, 0, 0, 0, 0, Number.NaN])],
    ["stochastic", Array.from({ length: 4 }, () => [0.5, 0.5, 1e-8])],
    ["stochastic", Array.from({ length: 4 }, () => [1.5, -0.5, 0])],
    ["stochastic", Array.from({ length: 3 }, () => [1, 0, 0])],
    [
      "stochastic",
      [
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [1, 0],
      ],
    ],
    ["stochastic", 1],
    ["psd", Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => (i === j ? -1 : 0)))],
    ["definite", Array.from({ length: 6 }, () => new Array<number>(6).fill(1))],
    ["bsb1", Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => (i === j ? i + 1 : 0)))],
  ];

  it.each(refused)("of %s: %o", (name, value) => {
    const attempt = () => validate("x", domains[name]!, value, known);
    expect(attempt).toThrow(expect.objectContaining({ name: "TheoryError", code: "domain" }));
    expect(attempt).toThrow(/^x = .* is outside its domain: .*\. Choose /);
  });

  it("parameters that are missing or unknown", () => {
    const parameters = { B: domains.batch! };
    expect(() => validatePoint(parameters, {})).toThrow("B = undefined is outside its domain: an integer from 4");
    expect(() => validatePoint(parameters, { B: 8, C: 1 })).toThrow("one of the parameters B");
  });

  it("texts that are no numbers", () => {
    for (const text of ["", "eight", "0x8", "1,2", "NaN"]) {
      expect(() => parseValue("B", domains.batch!, text)).toThrow("Write numbers as 8 or 1e-3");
    }
  });
});
