import { describe, expect, it } from "vitest";
import { collapse } from "../proofs/batchnorm/collapse.js";
import { crossBatch } from "../proofs/batchnorm/crossBatch.js";
import { identity } from "../proofs/batchnorm/identity.js";
import { kernelIdentities } from "../proofs/batchnorm/kernelIdentities.js";
import { largeBatch } from "../proofs/batchnorm/largeBatch.js";
import { theorem9 } from "../proofs/batchnorm/theorem9.js";
import { weightGradients } from "../proofs/batchnorm/weightGradients.js";
import type { Proof } from "../proofs/proof.js";
import { type BatchNorm, batchNorm } from "../src/index.js";
import type { Estimate } from "../src/numeric/estimate.js";
import { readExpansion } from "../src/symbolic/derivation/expansion.js";
import { type Expression, number, substitute } from "../src/symbolic/expression.js";
import { kernelIdentities as identities } from "../src/symbolic/kernels/kernelIdentities.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import type { Comparison } from "../src/symbolic/proposition.js";

const all = [...identity, ...theorem9, ...crossBatch, ...kernelIdentities, ...weightGradients, ...largeBatch, collapse];
const named = (id: string): Proof => all.find((proof) => proof.id === `batchnorm/${id}`)!;

const put = (term: Expression, values: Readonly<Record<string, number>>) =>
  Object.entries(values).reduce((own, [name, value]) => substitute(own, name, number(value)), term);
const valueAt = (term: Expression, values: Readonly<Record<string, number>>) =>
  toNumber(evaluateBall(put(term, values), {}, 20));
/** What the claim's right side is worth. */
const right = (id: string, values: Readonly<Record<string, number>>) =>
  valueAt((named(id).claim as Comparison).right, values);

const close = (found: number, { value }: Estimate) =>
  expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));

describe("the proofs of the appendices", () => {
  it("are frozen, and none has the id of another", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every((proof) => Object.isFrozen(proof) && /^batchnorm\/[a-z0-9-]+$/.test(proof.id))).toBe(true);
  });

  // integrals that the rule table has not, to 50 digits: seconds, and verified by their nature
  const slow = ["h-4", "h-9-angle", "i-2-variance", "i-6-diagonal", "i-6-off-diagonal", "i-6-mixed"];
  const short = ({ id }: Proof) => id.slice("batchnorm/kernel-".length);

  it("of H and I: what exact arithmetic decides", () => {
    const quick = kernelIdentities.filter((proof) => !slow.includes(short(proof)));
    const exactly = quick.filter((proof) => {
      const { steps } = proof.prove();
      expect(steps[steps.length - 1]!.claim).toBe(proof.claim);
      return steps[steps.length - 1]!.status === "proved";
    });
    expect(quick).toHaveLength(identities.length - slow.length);
    expect(exactly.map(short)).toEqual([
      "h-3",
      "h-5-j0",
      "h-5-j1",
      "h-5-j2",
      "h-6-one",
      "h-6-zero",
      "h-6-minus-one",
      "h-8",
      "h-8-angle",
      "h-9",
      "h-9-degree-minus-1",
      "h-9-degree-minus-2",
      "h-9-degree-minus-3",
      "h-10-degree-plus-1",
      "h-10-constant-1",
      "h-10-degree-plus-2",
      "h-10-constant-2",
      "h-10-degree-plus-3",
      "h-10-constant-3",
      "h-11",
      "i-4",
      "i-5-one",
      "i-5-zero",
      "i-5-identity",
      "i-7-degree-minus-1",
      "i-7-degree-plus-1",
      "i-7-zero",
      "equation",
      "power-series",
      "wronskian",
      "degree-1-2",
      "degree-3-2",
      "degree-5-2",
    ]);
  });
});

describe("against the numeric routes", () => {
  const batches = [4, 7, 20];
  const linear: readonly (readonly [string, (network: BatchNorm) => Estimate])[] = [
    ["identity-correlation", ({ fixedPoint }) => fixedPoint.c],
    ["identity-forward-l", ({ forward }) => forward.L!],
    ["identity-forward-m", ({ forward }) => forward.M!],
    ["identity-rate", ({ rate }) => rate],
    ["identity-cross-eigenvalue", ({ crossBatch: cross }) => cross.eigenvalue],
  ];

  it.each(linear)("%s", (id, quantity) => {
    for (const batch of batches) close(right(id, { B: batch }), quantity(batchNorm({ activation: "x", batch })));
  });

  it("the two rates of the identity at B = 8: 7/9 forward, log 0.1823 backward", () => {
    expect(right("identity-forward-l", { B: 8 })).toBeCloseTo(7 / 9, 15);
    expect(Math.log(right("identity-rate", { B: 8 }))).toBeCloseTo(0.1823, 4);
  });

  it("B.10: the map on diagonals contracts by A/(A+2) near I/A", () => {
    // E lambda_i u_i^2/sum_j lambda_j u_j^2 in the plane: sqrt(l1)/(sqrt(l1) + sqrt(l2)), so A = 2 has slope 1/2
    const step = (l: number) => Math.sqrt(l) / (Math.sqrt(l) + Math.sqrt(1 - l));
    const slope = (step(0.5 + 1e-4) - step(0.5 - 1e-4)) / 2e-4;
    expect(right("lemma-b10", { A: 2 })).toBeCloseTo(slope, 7);
  });

  it.each([
    ["theorem-9-cubic", "x + x^3"],
    ["theorem-9-quartic", "1 + x - x^2 + x^4"],
  ])("%s", (id, activation) => {
    for (const batch of batches) close(right(id, { B: batch }), batchNorm({ activation, batch }).rate);
  });

  const forms = [
    { activation: "relu", alpha: 1, p: 1, m: 0 },
    { activation: "1.5*relu(x)^1.25 - 0.5*relu(-x)^1.25", alpha: 1.25, p: 1.5, m: 0.5 },
    { activation: "sign(x)*abs(x)^0.75", alpha: 0.75, p: 1, m: 1 },
  ];

  it.each(forms)("the cross-batch formulas: $activation", ({ activation, ...form }) => {
    for (const batch of batches) {
      const { crossBatch: cross, fixedPoint } = batchNorm({ activation, batch });
      const values = { ...form, B: batch, mu: fixedPoint.mu.value };
      close(right("theorem-d6", values), cross.c);
      close(right("theorem-e1", values), cross.eigenvalue);
      close(right("theorem-f2", values), cross.eigenvalue);
    }
  });

  it("the cross-batch eigenvalue of the ReLU at B = 8 is 0.70968", () => {
    expect(right("theorem-e1", { B: 8, alpha: 1, p: 1, m: 0 })).toBeCloseTo(0.70968, 5);
  });

  it("the limits at large batches", () => {
    const principal = (id: string) => readExpansion(named(id).claim)!.principal;
    close(valueAt(principal("large-batch-relu"), {}), batchNorm({ activation: "relu", batch: Infinity }).rate);
    // E phi'^2 = 34, E phi^2 = 22, E phi = 0
    const cubic = valueAt(principal("large-batch-cubic"), { slope: 34, square: 22, mean: 0 });
    close(cubic, batchNorm({ activation: "x + x^3", batch: Infinity }).rate);
  });

  it("collapse: batches become alike just above the threshold and not just below", () => {
    // psi(x) = tanh(2 x + 0.3), psi'(0) = 2 (1 - tanh(0.3)^2)
    const slope = 2 * (1 - Math.tanh(0.3) ** 2);
    const threshold = 0.7 * slope ** 2;
    expect(right("collapse", { v: 0.7, "psi'_0": slope, eps: threshold })).toBeCloseTo(1, 14);
    const verdict = (epsilon: number) =>
      batchNorm({ activation: "tanh", batch: 8, gamma: 2, beta: 0.3, weightVariance: 0.7, epsilon }).stability.verdict;
    expect(verdict(1.02 * threshold)).toBe("collapsed");
    expect(verdict(0.98 * threshold)).not.toBe("collapsed");
  });
});
