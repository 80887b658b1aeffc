/** Kinds of the area grouping beyond their reference cases: other sizes and values, and what their errors name. */
import { describe, expect, it } from "vitest";
import { asJson, errorOf, resultOf } from "../support.js";

const s = (x: number) => 1 / (1 + Math.exp(-x));

describe("mlpcge", () => {
  it("has a column for every unit, and takes {-1,1}", () => {
    const inputs = { W: [[1, -0.5]], support: [[0.4], [2]], mu: [0.25, 0.75], D: [-1, 1] };
    const { nu_h1_given_t, max_gap } = resultOf("mlpcge", inputs) as { nu_h1_given_t: number[][]; max_gap: number };
    expect(nu_h1_given_t.map((row) => row.map((p) => p.toFixed(12)))).toEqual(
      [0.4, 2].map((t) => [s(2 * t), s(-t)].map((p) => p.toFixed(12))),
    );
    expect(max_gap).toBeGreaterThan(0.01);
  });

  it("names what is wrong as the inputs do", () => {
    const inputs = { W: [[1]], support: [[1], [2]], mu: [0.5, 0.5] };
    expect(errorOf({ kind: "mlpcge", inputs: { ...inputs, D: [0, 2] } }).parameter).toBe("D[1]");
    expect(errorOf({ kind: "mlpcge", inputs: { ...inputs, mu: [0.5, 0.6] } }).message).toMatch(
      /^mu = a list with sum 1\.1/,
    );
    expect(
      errorOf({
        kind: "mlpcge",
        inputs: {
          ...inputs,
          support: [
            [1, 2],
            [2, 3],
          ],
        },
      }).parameter,
    ).toBe("support[0].length");
  });
});

describe("activation", () => {
  it("takes more units than could be enumerated, and the smaller value at a tie", () => {
    const preactivation = Array.from({ length: 500 }, (_, i) => (i - 250) / 10);
    const result = resultOf("activation", { preactivation }) as Record<string, number[]>;
    expect([result.relu![0], result.heaviside![250], result.sign![250], result.abs![0]]).toEqual([0, 0, -1, 25]);
  });
});

describe("dual", () => {
  const inputs = { psi: "exp(theta)", eta: [2], theta: 0, theta_prime: 1 };

  it("knows other potentials: Poisson, with KL of Poisson laws", () => {
    const result = resultOf("dual", inputs) as Record<string, number>;
    expect(result.D_psi_printed_order).toBeCloseTo(Math.E - 2, 13);
    expect(result.inverse_map).toEqual([Math.log(2)]);
  });

  it("names psi, eta and both points", () => {
    const parameterOf = (change: object) => errorOf({ kind: "dual", inputs: { ...inputs, ...change } }).parameter;
    expect(parameterOf({ psi: "exp(theta" })).toBe("psi");
    expect(parameterOf({ psi: "theta^3", theta: -1 })).toBe("psi");
    expect(parameterOf({ psi: "exp(x)" })).toBe("psi");
    expect(parameterOf({ eta: [2, 0] })).toBe("eta");
    expect(parameterOf({ psi: "-log(theta)", theta: 1, theta_prime: -1 })).toBe("theta_prime");
    expect(parameterOf({ psi: "-log(theta)", theta: -1, theta_prime: 1 })).toBe("theta");
  });
});

describe("family and compfamily", () => {
  it("take counting measure where no weights are given", () => {
    const coin = { support: [[0], [1]], theta: [0], theta_prime: [1] };
    expect((resultOf("family", coin) as { psi: number[] }).psi[0]).toBeCloseTo(Math.log(2), 15);
    const pairs = { f_of_h: [[0], [0], [0]], support: [[1], [2]] };
    expect((resultOf("compfamily", pairs) as { psi_joint: number }).psi_joint).toBeCloseTo(Math.log(6), 14);
  });

  it("name a singular family, and a law at infinity", () => {
    const inputs = { theta: [0, 0], theta_prime: [1, 0] };
    const singular = errorOf({
      kind: "family",
      inputs: {
        ...inputs,
        support: [
          [0, 1],
          [1, 0],
          [0, 1],
        ],
      },
    });
    expect([singular.parameter, singular.domain]).toEqual(["support", "a family that is not singular"]);
    const far = { support: [[0], [1]], theta: [0], theta_prime: [900] };
    expect(errorOf({ kind: "family", inputs: far }).parameter).toBe("theta_prime");
  });
});

describe("mono", () => {
  it("writes infinite divergences as texts", () => {
    const result = resultOf("mono", { p: [1, 0], q: [0, 1], kernel: [[1], [1]] });
    expect(asJson(result as object)).toMatchObject({
      before: { kl: "Infinity", tv: 1, chi2: "Infinity" },
      after: { kl: 0 },
      averaged_conditional_kl: "Infinity",
    });
  });
});
