/**
 * The sphere moments that every quantity of BSB1 is a function of. For z1, z2 two samples of a batch, with unit variance and
 * correlation -1/(B-1):
 *
 *   s_a = E phi(z1)^2 z1^a,   m_ab = E phi(z1) phi(z2) z1^a z2^b,   t_a = E phi(z1) z1^a,   and s'_a, m'_ab, t'_a the same of phi'.
 */
import { rationalFunctions as field, type RationalFunction } from "../../../symbolic/algebra/rationalFunction.js";
import { type Expression, fold } from "../../../symbolic/expression.js";
import type { Side } from "./angularIntegral.js";
import type { LinearForm } from "./linearForm.js";
import type { PairPolynomial } from "./pairPolynomial.js";

/** Of phi, or of its slope phi'. */
export type Family = "phi" | "slope";

export interface Moment {
  readonly kind: "square" | "pair" | "mean";
  readonly family: Family;
  /** Powers of z1 and of z2; b = 0 but for a pair. */
  readonly a: number;
  readonly b: number;
}

/** Which angular integral, of `angularIntegral.ts`. */
export interface AngularLemma {
  /** (b1+b2)/2 */
  readonly degree: Expression;
  /** b1 = b2 + 2 */
  readonly mixed: boolean;
  readonly side: Side;
}

/** What a class of activations knows of a moment. */
export interface MomentValue {
  /** The moment as an integral, or as a mean over the sphere. */
  readonly definition: Expression;
  /** The angular integrals in the definition. */
  readonly lemmas: readonly AngularLemma[];
  readonly value: Expression;
}

const letters = { square: "s", pair: "m", mean: "t" } as const;

/** m_ab = m_ba, since the two samples are exchangeable. */
export function momentName({ kind, family, a, b }: Moment): string {
  const powers = kind === "pair" ? `${Math.max(a, b)}${Math.min(a, b)}` : `${a}`;
  return `${letters[kind]}${family === "slope" ? "'" : ""}_${powers}`;
}

/** The moment that a name stands for; null for every other symbol. */
export function readMoment(name: string): Moment | null {
  const match = /^([smt])('?)_(\d)(\d?)$/.exec(name);
  if (match === null) return null;
  const [, letter, slope, a, b] = match;
  const kind = letter === "s" ? "square" : letter === "m" ? "pair" : "mean";
  return { kind, family: slope === "'" ? "slope" : "phi", a: Number(a), b: Number(b) };
}

/** The moments in a term, in the order in which they are met. */
export function momentsIn(expression: Expression): readonly Moment[] {
  const found = new Map<string, Moment>();
  fold<null>(expression, (node) => {
    const moment = node.head === "Symbol" ? readMoment(node.name) : null;
    if (moment !== null) found.set(momentName(moment), moment);
    return null;
  });
  return [...found.values()];
}

/** E[f(y_k) f(y_l) p(y_k, y_l)]; k = l if `same`. */
export function momentsOf(family: Family, p: PairPolynomial, same: boolean): LinearForm {
  const kind = same ? "square" : "pair";
  const form = new Map<string, RationalFunction>();
  for (const { a, b, coefficient } of p) {
    const name = momentName({ kind, family, a, b });
    form.set(name, field.add(form.get(name) ?? field.zero, coefficient));
  }
  return form;
}
