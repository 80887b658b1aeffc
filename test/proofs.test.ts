import { describe, expect, it } from "vitest";
import { errata } from "../proofs/batchnorm/errata/index.js";
import { proofs } from "../proofs/batchnorm/index.js";
import { DerivationBuilder } from "../src/symbolic/derivation/builder.js";
import type { Derivation } from "../src/symbolic/derivation/derivation.js";
import { call, type Expression, equal, fold, integer, isCall } from "../src/symbolic/expression.js";
import { freeSymbols } from "../src/symbolic/integrals/freeSymbols.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import { type Comparison, equation, type Proposition } from "../src/symbolic/proposition.js";
import { derivationOf, pointFor, proofNamed, slugOf, spectralProofs, unfolded } from "./support/proofs.js";

/** Two ways to one claim, of which the last step uses one. */
const secondWays = /^theorem-9-(gap-\d|cubic|quartic)$/;

const sameClaim = (a: Proposition, b: Proposition): boolean =>
  a.relation === "Element" || b.relation === "Element"
    ? JSON.stringify(a) === JSON.stringify(b)
    : a.relation === b.relation && equal(a.left, b.left) && equal(a.right, b.right);

describe("every proof and every erratum", () => {
  const everything = [
    ...proofs.map((proof) => ({
      id: proof.id,
      prove: proof.prove,
      claim: proof.claim,
      frozen: Object.isFrozen(proof),
    })),
    ...errata.map((each) => ({ id: each.id, prove: each.prove, claim: each.corrected, frozen: Object.isFrozen(each) })),
  ];

  it("has its own id, of the form area/slug, and is frozen", () => {
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
    for (const { id, frozen } of everything) {
      expect(id).toMatch(/^batchnorm\/[a-z0-9-]+$/);
      expect(frozen).toBe(true);
    }
  });

  it.each(everything.map((each) => [each.id, each] as const))("%s: steps chain to the claim", (id, each) => {
    const { steps } = derivationOf(each);
    expect(steps.length).toBeGreaterThan(0);
    steps.forEach(({ from, rule, status }, place) => {
      expect(from.every((index) => index >= 0 && index < place)).toBe(true);
      expect(rule).not.toBe("");
      expect(["proved", "verified"]).toContain(status);
    });
    const used = new Set(steps.flatMap(({ from }) => from));
    const unused = steps.slice(0, -1).filter((_, place) => !used.has(place));
    if (!secondWays.test(id.slice("batchnorm/".length))) expect(unused).toEqual([]);
    expect(sameClaim(steps[steps.length - 1]!.claim, each.claim)).toBe(true);
  });
});

describe("citations", () => {
  const cited = proofs.flatMap((proof, at) =>
    derivationOf(proof).steps.flatMap(({ claim, rule }) => {
      const [id] = /batchnorm\/[a-z0-9-]+$/.exec(rule) ?? [];
      return id === undefined ? [] : [{ by: proof, at, claim, id }];
    }),
  );

  it("name a proof that comes before, have its claim, and assume what it assumes of the claim's symbols", () => {
    expect(cited.length).toBeGreaterThan(20);
    for (const { by, at, claim, id } of cited) {
      const place = proofs.findIndex((proof) => proof.id === id);
      expect(place, id).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(at);
      expect(sameClaim(proofs[place]!.claim, claim)).toBe(true);
      const own = derivationOf(by).assumptions;
      const symbols = (each: Proposition) => [...freeSymbols(each.left)];
      const used = claim.relation === "Element" ? [] : [...freeSymbols(claim.left), ...freeSymbols(claim.right)];
      for (const assumption of derivationOf(proofs[place]!).assumptions) {
        if (!symbols(assumption).some((name) => used.includes(name))) continue;
        expect(
          own.some((each) => sameClaim(each, assumption)),
          id,
        ).toBe(true);
      }
    }
  });
});

describe("statuses", () => {
  /** No step rests on digits. */
  const exact = [
    ...["bsb1", "l", "m", "dimensions"].map((name) => `theorem-1-${name}`),
    ...["g", "l", "m"].flatMap((space) =>
      ["lemma-b38", "theorem-b63", "theorem-b65", "theorem-b66", "theorem-c5", "theorem-c8", "theorem-c10"].map(
        (name) => `${name}-${space}`,
      ),
    ),
    ...["lemma-b56", "lemma-b59", "theorem-b62-u", "theorem-b62-w", "theorem-b62-dimensions", "theorem-b62-double"],
    ...["theorem-b67", "theorem-2-q", "theorem-4-law", "theorem-4-q", "theorem-4-c", "theorem-5-q"],
    ...[
      "theorem-5-relu-q",
      "theorem-5-relu-c",
      "theorem-5-identity-q",
      "theorem-6-l",
      "theorem-6-m",
      "rate-any-phi",
      "forward-g",
      "theorem-7",
    ],
    ...["rate-square", "rate-cube", "rate-x-plus-cube"],
  ];

  it.each(exact)("%s is exact in every step", (slug) => {
    expect(derivationOf(proofNamed(slug)).steps.map(({ status }) => status)).not.toContain("verified");
  });

  it("the others rest on integrals that are arc-cosine kernels to 50 digits, and on nothing else", () => {
    const others = spectralProofs.filter((proof) => !exact.includes(slugOf(proof)));
    expect(others.map(slugOf)).toEqual([
      ...["theorem-2-c", "theorem-5-c", "theorem-5-mu"],
      ...["theorem-b68-l", "theorem-b68-m", "forward-l", "forward-m", "theorem-8", "rate-cancelled", "lemma-c9"],
      ...["theorem-c11-g", "theorem-c11-l", "theorem-c11-m", "backward-l", "backward-m"],
    ]);
    for (const proof of others) {
      const evidence = derivationOf(proof).steps.filter(({ status }) => status === "verified");
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.every(({ claim }) => claim.left.head === "Integral")).toBe(true);
    }
  });

  it("every claim about spectra is proved from the steps before it", () => {
    for (const proof of spectralProofs) expect(derivationOf(proof).steps.at(-1)!.status).toBe("proved");
  });
});

describe("a claim with one coefficient changed is not accepted", () => {
  /** The claim with its k-th whole number larger by 1. */
  function changed({ left, right }: Comparison, at: number): Comparison {
    let seen = -1;
    const change = (node: Expression): Expression => {
      if (node.head === "Integer") {
        seen += 1;
        return seen === at ? integer(node.value + 1n) : node;
      }
      return isCall(node) ? call(node.head, ...node.args.map(change)) : node;
    };
    return equation(left, change(right));
  }

  const count = (term: Expression): number =>
    fold<number>(term, (node, args) => (node.head === "Integer" ? 1 : args.reduce((a, b) => a + b, 0)));

  /** Not where 2 p m J(-1) = 0 has become 3 p m J(-1); a side without value differs, and an integral is left alone. */
  function differs(right: Expression, other: Expression, derivation: Derivation): boolean {
    const sides = [right, other].map((side) => unfolded(side, derivation)) as [Expression, Expression];
    if (sides.some((side) => heads(side).has("Integral"))) return true;
    const point = pointFor(equation(...sides), 0);
    const [a, b] = sides.map((side) => {
      try {
        return toNumber(evaluateBall(side, point, 12));
      } catch (error) {
        if (error instanceof RangeError) return Number.NaN;
        throw error;
      }
    });
    return !(Math.abs(a! - b!) <= 1e-9 * Math.abs(a!));
  }

  const heads = (term: Expression) =>
    fold<ReadonlySet<string>>(term, (node, args) => new Set([node.head, ...args.flatMap((arg) => [...arg])]));

  /** The last step again, with its claim or another one. */
  function deduceAgain({ steps, assumptions }: Derivation, claim: Proposition) {
    const builder = new DerivationBuilder({ assumptions, domains: {} });
    for (const step of steps.slice(0, -1)) builder.calculate(step.claim, step.rule, step.from);
    const { rule, from } = steps[steps.length - 1]!;
    return builder.deduce(claim, rule, from);
  }

  const sample = [
    ...["theorem-1-dimensions", "lemma-b38-g", "theorem-b63-l", "theorem-b66-l", "theorem-4-law", "theorem-5-mu"],
    ...["theorem-b68-l", "forward-m", "theorem-7", "rate-cancelled", "theorem-c8-l", "backward-m", "rate-cube"],
  ];

  it.each(sample)("%s", (slug) => {
    const derivation = derivationOf(proofNamed(slug));
    const claim = proofNamed(slug).claim as Comparison;
    const numbers = count(claim.right);
    expect(deduceAgain(derivation, claim)).toBe(derivation.steps.length - 1);
    const step = Math.max(1, Math.floor(numbers / 6));
    const others = Array.from({ length: Math.ceil(numbers / step) }, (_, k) => changed(claim, k * step));
    const different = others.filter(({ right }) => differs(claim.right, right, derivation));
    expect(different.length).toBeGreaterThanOrEqual(Math.min(4, numbers));
    for (const other of different) expect(() => deduceAgain(derivation, other)).toThrow();
  });
});
