/** The 2 x 2 blocks of Lemma B.37 as printed, with [12|13] the average of its two classes; as numbers and as terms. */
import { minus, plus, term, times } from "../../../symbolic/build.js";
import { type Expression, symbol } from "../../../symbolic/expression.js";
import type { Coefficients } from "../ways/orbitTensor.js";

export interface Block<T> {
  readonly p: T;
  readonly q: T;
  readonly r: T;
  readonly s: T;
}

/** T{BSB1(a, b)} = BSB1(p a + q b, r a + s b). */
export const trivialBlock = (t: Coefficients, B: number): Block<number> => ({
  p: t[0]! + t[2]! * (B - 1),
  q: 2 * (B - 1) * t[1]! + (B - 2) * (B - 1) * t[3]!,
  r: 2 * t[4]! + (B - 2) * t[7]!,
  s: 2 * t[5]! + 4 * (B - 2) * t[6]! + (B - 2) * (B - 3) * t[8]!,
});

/** T{L(a, b)} = L(p a + q b, r a + s b). */
export const standardBlock = (t: Coefficients, B: number): Block<number> => ({
  p: t[0]! - t[2]!,
  q: 2 * (B - 2) * (t[3]! - t[1]!),
  r: t[7]! - t[4]!,
  s: 2 * t[5]! + 2 * (B - 4) * t[6]! - 2 * (B - 3) * t[8]!,
});

/** lambda_M. */
export const cycleEigenvalue = (t: Coefficients): number => 2 * t[5]! - 4 * t[6]! + 2 * t[8]!;

export const applyBlock = ({ p, q, r, s }: Block<number>, a: number, b: number): readonly [number, number] => [
  p * a + q * b,
  r * a + s * b,
];

const less = (k: number): Expression => minus("B", k);
const at = (name: string): Expression => symbol(`T_${name}`);

/** The entries of the first block in the symbols T_1111, ... */
export const trivialTerms: Block<Expression> = {
  p: plus(at("1111"), times(less(1), at("1122"))),
  q: plus(times(2, less(1), at("1112")), times(less(1), less(2), at("1123"))),
  r: plus(times(2, at("1211")), times(less(2), at("1233"))),
  s: plus(times(2, at("1212")), times(4, less(2), at("1213")), times(less(2), less(3), at("1234"))),
};

export const standardTerms: Block<Expression> = {
  p: minus(at("1111"), at("1122")),
  q: times(2, less(2), minus(at("1123"), at("1112"))),
  r: minus(at("1233"), at("1211")),
  s: minus(plus(times(2, at("1212")), times(2, less(4), at("1213"))), times(2, less(3), at("1234"))),
};

export const cycleTerm: Expression = plus(
  minus(times(2, at("1212")), times(4, at("1213"))),
  times(term(2), at("1234")),
);

/** What the symbols are. */
export const coefficientNotation = {
  T_1111:
    "[11|11], the first entry of t; T_1112, T_1122, T_1123, T_1211, T_1212, T_1213, T_1233, T_1234 are the next ones",
  T_1212: "the average of [12|12] and [12|21]",
  T_1213: "the average of [12|13] and [12|31]",
} as const;
