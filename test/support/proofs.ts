import { proofs } from "../../proofs/batchnorm/index.js";
import type { Proof } from "../../proofs/proof.js";
import type { Derivation } from "../../src/symbolic/derivation/derivation.js";
import { rewriteTerm } from "../../src/symbolic/derivation/rewrite.js";
import type { Expression } from "../../src/symbolic/expression.js";
import { freeSymbols } from "../../src/symbolic/integrals/freeSymbols.js";
import type { Point } from "../../src/symbolic/precise/verify.js";
import type { Comparison } from "../../src/symbolic/proposition.js";
import { type Rational, rational } from "../../src/symbolic/rational.js";

const known = new Map<string, Derivation>();
/** Each proof runs once in a test file. */
export function derivationOf({ id, prove }: Pick<Proof, "id" | "prove">): Derivation {
  const derivation = known.get(id) ?? prove();
  known.set(id, derivation);
  return derivation;
}

export function proofNamed(slug: string): Proof {
  const found = proofs.find(({ id }) => id === `batchnorm/${slug}`);
  if (found === undefined) throw new RangeError(`no proof is called ${slug}`);
  return found;
}

export const slugOf = ({ id }: { readonly id: string }): string => id.slice("batchnorm/".length);

/** The proofs about operators, the fixed point and the spectra: the first half of the list. */
export const spectralProofs: readonly Proof[] = proofs.slice(0, proofs.indexOf(proofNamed("rate-x-plus-cube")) + 1);

/** The definitions and results before the claim put in, the last one where there are several for a symbol. */
export function unfolded(term: Expression, { steps }: Derivation): Expression {
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

/** The k-th of three points with a value for every symbol of a claim. */
export const pointFor = (claim: Comparison, k: number): Point =>
  Object.fromEntries([...freeSymbols(claim.left), ...freeSymbols(claim.right)].map((name) => [name, place(name, k)]));
