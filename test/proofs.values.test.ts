/** The claims of the proofs about spectra as numbers. */
import { describe, expect, it } from "vitest";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import { verifyProposition } from "../src/symbolic/precise/verify.js";
import { type Comparison, mapTerms } from "../src/symbolic/proposition.js";
import { rational } from "../src/symbolic/rational.js";
import { type BatchNorm, batchNorm } from "../src/theory/batchnorm/batchNorm.js";
import { derivationOf, pointFor, proofNamed, slugOf, spectralProofs, unfolded } from "./support/proofs.js";

describe("both sides of a claim are the same number", () => {
  // what nothing but the claim defines: tested with operators of numbers (proofs.operators.test.ts)
  const roots = ["theorem-1-bsb1", "theorem-1-l", "theorem-1-m", "lemma-b38-m", "theorem-b62-w", "theorem-b63-m"];
  const evaluable = spectralProofs.filter((proof) => !roots.includes(slugOf(proof)));

  it.each(evaluable.map((proof) => [slugOf(proof), proof] as const))("%s", (_, proof) => {
    const derivation = derivationOf(proof);
    const claim = mapTerms(proof.claim, (term) => unfolded(term, derivation)) as Comparison;
    for (const k of [0, 1, 2]) {
      expect(verifyProposition(claim, [pointFor(claim, k)], 20).status, `point ${k}`).toBe("verified");
    }
  });
});

/** What a claim says the quantity is. */
function value(slug: string, values: Readonly<Record<string, number>>): number {
  const proof = proofNamed(slug);
  const { right } = proof.claim as Comparison;
  const from = Object.fromEntries(
    Object.entries(values).map(([name, x]) => [name, rational(Math.round(x * 1e6), 1_000_000)]),
  );
  return toNumber(evaluateBall(unfolded(right, derivationOf(proof)), from, 20));
}

describe("against the numeric routes", () => {
  const quantities: Readonly<Record<string, (network: BatchNorm) => number>> = {
    q: ({ fixedPoint }) => fixedPoint.q.value,
    c: ({ fixedPoint }) => fixedPoint.c.value,
    mu: ({ fixedPoint }) => fixedPoint.mu.value,
    kappaL: ({ forward }) => forward.L!.value,
    kappaM: ({ forward }) => forward.M!.value,
    lambdaG: ({ rate }) => rate.value,
    lambdaL: ({ backward }) => backward.L!.value,
    lambdaM: ({ backward }) => backward.M!.value,
  };
  const claims: readonly (readonly [slug: string, quantity: string])[] = [
    ["theorem-5-q", "q"],
    ["theorem-5-c", "c"],
    ["theorem-5-mu", "mu"],
    ["theorem-b68-l", "kappaL"],
    ["theorem-b68-m", "kappaM"],
    ["forward-l", "kappaL"],
    ["forward-m", "kappaM"],
    ["theorem-8", "lambdaG"],
    ["rate-cancelled", "lambdaG"],
    ["theorem-c11-g", "lambdaG"],
    ["theorem-c11-l", "lambdaL"],
    ["theorem-c11-m", "lambdaM"],
    ["backward-l", "lambdaL"],
    ["backward-m", "lambdaM"],
  ];
  const close = (found: number, expected: number) =>
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected)));
  const forms = [
    { alpha: 0.75, p: 1, m: 0.5 },
    { alpha: 1, p: 1, m: 0.1 },
    { alpha: 2.5, p: 0.7, m: 0.4 },
  ];

  // quadrature, not the closed forms
  const networks = forms.flatMap((form) => {
    const activation = `${form.p}*relu(x)^${form.alpha} - ${form.m}*relu(-x)^${form.alpha}`;
    return [4, 9, 32].map((B) => ({
      at: { ...form, B },
      network: batchNorm({ activation, batch: B }, { method: "quadrature" }),
    }));
  });

  it.each(claims)("%s", (slug, quantity) => {
    for (const { at, network } of networks) close(value(slug, at), quantities[quantity]!(network));
  });

  it.each([
    ["theorem-5-relu-q", "q", "relu"],
    ["theorem-5-relu-c", "c", "relu"],
    ["theorem-6-l", "kappaL", "relu"],
    ["theorem-6-m", "kappaM", "relu"],
    ["rate-square", "lambdaG", "x^2"],
    ["rate-cube", "lambdaG", "x^3"],
    ["rate-x-plus-cube", "lambdaG", "x + x^3"],
  ])("%s", (slug, quantity, activation) => {
    for (const B of [4, 9, 32]) {
      close(value(slug, { B }), quantities[quantity]!(batchNorm({ activation, batch: B }, { method: "quadrature" })));
    }
  });
});
