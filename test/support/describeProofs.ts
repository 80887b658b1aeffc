import { describe, expect, it } from "vitest";
import type { Erratum, Proof } from "../../proofs/proof.js";
import { readExpansion } from "../../src/symbolic/derivation/expansion.js";
import { refute } from "../../src/symbolic/derivation/refute.js";
import { toNumber } from "../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../src/symbolic/precise/evaluateBall.js";
import { verifyProposition } from "../../src/symbolic/precise/verify.js";
import { type Comparison, mapTerms } from "../../src/symbolic/proposition.js";
import { type Rational, rational } from "../../src/symbolic/rational.js";
import { derivationOf, pointFor, unfolded } from "./proofs.js";

interface Area {
  readonly name: string;
  readonly proofs: readonly Proof[];
  readonly errata: readonly Erratum[];
  /** Values of symbols that do not take any positive number. */
  readonly places?: Readonly<Record<string, readonly Rational[]>>;
  /** What an exact count alone establishes: nothing is defined that could be evaluated. */
  readonly counted?: readonly string[];
}

/** What every list of proofs must satisfy: form, chains of steps, both sides as numbers, errata refuted. */
export function describeProofs({ name, proofs, errata, places = {}, counted = [] }: Area): void {
  const everything = [
    ...proofs.map((proof) => ({ ...proof, frozen: Object.isFrozen(proof) })),
    ...errata.map((each) => ({ ...each, claim: each.corrected, frozen: Object.isFrozen(each) })),
  ];
  const listed = everything.map((each) => [each.id, each] as const);

  describe(`proofs of ${name}`, () => {
    it("have their own ids, of the form area/slug, and are frozen", () => {
      expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
      for (const { id, frozen, source, title } of everything) {
        expect(id).toMatch(new RegExp(`^${name}/[a-z0-9-]+$`));
        expect(frozen).toBe(true);
        expect(source.length * title.length).toBeGreaterThan(0);
      }
    });

    it.each(listed)("%s: steps chain to the claim, each of them proved and used", (_, each) => {
      const { steps } = derivationOf(each);
      steps.forEach(({ from, rule, status }, place) => {
        expect(from.every((index) => index >= 0 && index < place)).toBe(true);
        expect(rule).not.toBe("");
        expect(status).toBe("proved");
      });
      const used = new Set(steps.flatMap(({ from }) => from));
      expect(steps.slice(0, -1).filter((__, place) => !used.has(place))).toEqual([]);
      expect(steps.at(-1)!.claim).toEqual(each.claim);
    });

    const evaluable = listed.filter(([id, { claim }]) => {
      return !counted.includes(id.slice(name.length + 1)) && readExpansion(claim) === null;
    });
    it.each(evaluable)("%s: both sides are the same number once the definitions are put in", (_, each) => {
      const claim = mapTerms(each.claim, (term) => unfolded(term, derivationOf(each))) as Comparison;
      for (const k of [0, 1, 2]) {
        const own = Object.entries(places).map(([symbol, values]) => [symbol, values[k]!] as const);
        const point = pointFor(claim, k);
        const used = Object.fromEntries(own.filter(([symbol]) => symbol in point));
        expect(verifyProposition(claim, [{ ...point, ...used }], 20).status, `point ${k}`).toBe("verified");
      }
    });

    it("name a proof that comes before where they cite one, with its claim", () => {
      for (const [at, { id }] of proofs.entries()) {
        for (const { claim, rule } of derivationOf(proofs[at]!).steps) {
          const [cited] = new RegExp(`: (${name}/[a-z0-9-]+)$`).exec(rule)?.slice(1) ?? [];
          if (cited === undefined) continue;
          const place = proofs.findIndex((proof) => proof.id === cited);
          expect(place, `${id} cites ${cited}`).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThan(at);
          expect(proofs[place]!.claim).toEqual(claim);
        }
      }
    });
  });

  describe(`errata of ${name}`, () => {
    it.each(errata.map((each) => [each.id, each] as const))("%s: the printed statement is false", (_, each) => {
      const { left, right } = refute(each.printed, each.counterexample, 30);
      expect(left.rigorous && right.rigorous).toBe(true);
      expect(each.printed).not.toEqual(each.corrected);
    });
  });
}

/** What a claim's right side is worth, with the definitions put in. */
export function worth(proof: Proof, values: Readonly<Record<string, number>>): number {
  const { right } = proof.claim as Comparison;
  const exact = Object.entries(values).map(([name, x]) => [name, rational(Math.round(x * 1e12), 1_000_000_000_000)]);
  return toNumber(evaluateBall(unfolded(right, derivationOf(proof)), Object.fromEntries(exact), 25));
}
