import type { Expression } from "../expression.js";

/** How large: displayed, inside a fraction, in an index or an exponent (where fractions are written with a slash). */
export type Style = 0 | 1 | 2;

/** How tightly a part holds together: what stands below the level asked for is bracketed. */
export const levels = Object.freeze({
  cases: 0,
  or: 0.5,
  and: 1,
  relation: 2,
  sum: 3,
  slash: 3.5,
  product: 4,
  application: 5,
  power: 6,
  atom: 10,
});

/** A piece of a formula and what its surroundings must know about it. */
export interface Part {
  /** Without the minus sign of a negative part. */
  readonly tex: string;
  readonly level: number;
  readonly negative?: boolean;
  /** Taller than a line: brackets around it grow. */
  readonly tall?: boolean;
  /** A number, a lone symbol, or an operator name with its argument: products and operators treat them differently. */
  readonly kind?: "number" | "symbol" | "operator";
  /** Where something follows that the part could swallow: \sin(x), not \sin x. */
  readonly closed?: string;
  /** \sin^{2} x. */
  readonly raised?: (exponent: string) => Part;
  /** A statement where a number is expected: \mathbf{1}_{x > 0}. */
  readonly indicator?: () => string;
}

export type PartOf = (expression: Expression, style: Style) => Part;

export const bracket = (tex: string, tall = false): string => (tall ? `\\left(${tex}\\right)` : `(${tex})`);

/** As it stands, at the place of a number. */
export function whole(part: Part): string {
  if (part.indicator) return part.indicator();
  return part.negative ? `-${part.tex}` : part.tex;
}

/** As something that holds together at least at the level; brackets otherwise, and around a minus sign. */
export function operand(part: Part, least: number): string {
  if (part.indicator) return part.indicator();
  return part.negative || part.level < least ? bracket(whole(part), part.tall) : part.tex;
}

/** The same where something follows. */
export const closedOperand = (part: Part, least: number): string =>
  part.closed !== undefined && !part.negative ? part.closed : operand(part, least);
