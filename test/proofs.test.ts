import { describe, expect, it } from "vitest";
import { errata } from "../proofs/batchnorm/errata/index.js";
import { proofs } from "../proofs/batchnorm/index.js";
import type { Proof } from "../proofs/proof.js";
import { DerivationBuilder } from "../src/symbolic/derivation/builder.js";
import type { Derivation } from "../src/symbolic/derivation/derivation.js";
import { rewriteTerm } from "../src/symbolic/derivation/rewrite.js";
import { call, type Expression, equal, fold, integer, isCall } from "../src/symbolic/expression.js";
import { freeSymbols } from "../src/symbolic/integrals/freeSymbols.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import { type Point, verifyProposition } from "../src/symbolic/precise/verify.js";
import { type Comparison, equation, mapTerms, type Proposition } from "../src/symbolic/proposition.js";
import { type Rational, rational } from "../src/symbolic/rational.js";
import { type BatchNorm, batchNorm } from "../src/theory/batchnorm/batchNorm.js";

const known = new Map<string, Derivation>();
/** Each proof runs once. */
function derivationOf({ id, prove }: Pick<Proof, "id" | "prove">): Derivation {
  const derivation = known.get(id) ?? prove();
  known.set(id, derivation);
  return derivation;
}

const named = (slug: string): Proof => proofs.find(({ id }) => id === `batchnorm/${slug}`)!;
const slugOf = ({ id }: { readonly id: string }) => id.slice("batchnorm/".length);

/** Those about operators, the fixed point and the spectra: the first half of the list. */
const own = proofs.slice(0, proofs.indexOf(named("rate-x-plus-cube")) + 1);

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
    expect(derivationOf(named(slug)).steps.map(({ status }) => status)).not.toContain("verified");
  });

  const own = proofs.slice(
    0,
    proofs.findIndex(({ id }) => id === "batchnorm/lemma-b10"),
  );

  it("the others rest on integrals that are arc-cosine kernels to 50 digits, and on nothing else", () => {
    const others = own.filter((proof) => !exact.includes(slugOf(proof)));
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
    for (const proof of own) expect(derivationOf(proof).steps.at(-1)!.status).toBe("proved");
  });
});

/** The definitions and results before the claim put in, the last one where there are several for a symbol. */
function unfolded(term: Expression, { steps }: Derivation): Expression {
  const equations = steps.slice(0, -1).flatMap(({ claim }) => (claim.relation === "Equal" ? [claim] : []));
  return rewriteTerm(term, equations.reverse());
}

const places: Readonly<Record<string, readonly Rational[]>> = {
  B: [rational(5), rational(7), rational(12)],
  alpha: [rational(4, 5), rational(5, 4), rational(9, 4)],
  p: [rational(6, 5), rational(1, 2), rational(3, 2)],
  m: [rational(2, 5), rational(0), rational(7, 4)],
  c: [rational(1, 3), rational(-1, 4), rational(2, 5)],
};

/** Positive, below 2, and different for each name. */
function place(name: string, k: number): Rational {
  const own = places[name]?.[k];
  const sum = [...name].reduce((total, letter, i) => total + BigInt(letter.codePointAt(0)!) * BigInt(i + 3), 0n);
  return own ?? rational(((sum * 37n + BigInt(k) * 11n) % 89n) + 8n, 50n);
}

const pointFor = (claim: Comparison, k: number): Point =>
  Object.fromEntries([...freeSymbols(claim.left), ...freeSymbols(claim.right)].map((name) => [name, place(name, k)]));

describe("both sides of a claim are the same number", () => {
  // what nothing but the claim defines: tested with operators of numbers (proofs.operators.test.ts)
  const roots = ["theorem-1-bsb1", "theorem-1-l", "theorem-1-m", "lemma-b38-m", "theorem-b62-w", "theorem-b63-m"];
  const evaluable = own.filter((proof) => !roots.includes(slugOf(proof)));

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
  const proof = named(slug);
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
    const derivation = derivationOf(named(slug));
    const claim = named(slug).claim as Comparison;
    const numbers = count(claim.right);
    expect(deduceAgain(derivation, claim)).toBe(derivation.steps.length - 1);
    const step = Math.max(1, Math.floor(numbers / 6));
    const others = Array.from({ length: Math.ceil(numbers / step) }, (_, k) => changed(claim, k * step));
    const different = others.filter(({ right }) => differs(claim.right, right, derivation));
    expect(different.length).toBeGreaterThanOrEqual(Math.min(4, numbers));
    for (const other of different) expect(() => deduceAgain(derivation, other)).toThrow();
  });
});
