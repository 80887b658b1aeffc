import fc from "fast-check";
import {
  boundSymbols,
  call,
  type Expression,
  type HeadName,
  headNames,
  integer,
  number,
  symbol,
} from "../../../src/symbolic/expression.js";
import { heads } from "../../../src/symbolic/heads.js";

const names = ["x", "B", "lambda", "z1", "sigma_max", "x'", "in", "gain", "a_i_2"] as const;

const double = fc.oneof(
  fc.constantFrom(0, -0, 0.5, -2, 1.5e-7, 1e21, Math.PI, Math.E, Infinity, -Infinity, Number.NaN, 5e-324),
  fc.double(),
);

export const leaves: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(...names).map(symbol),
  double.map(number),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(integer),
  fc.integer({ min: -3, max: 9 }).map(integer),
);

function callOf(head: HeadName, part: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const { arity } = heads[head];
  const parts = fc.array(part, { minLength: arity, maxLength: arity });
  const bound = Object.hasOwn(boundSymbols, head) ? boundSymbols[head as "Sum"] : 0;
  if (bound === 0) return parts.map((args) => call(head, ...args));
  return fc
    .tuple(parts, fc.uniqueArray(fc.constantFrom(...names), { minLength: bound, maxLength: bound }))
    .map(([args, own]) => call(head, args[0]!, ...own.map(symbol), ...args.slice(1 + bound)));
}

/** Trees of the given heads over the given leaves. */
export function treesOf(allowed: readonly HeadName[], leaf: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4, depthSize: "small" }, leaf, ...allowed.map((head) => callOf(head, tie("tree")))),
  })).tree;
}

/** Trees of every head. */
export const anyExpression = treesOf(headNames, leaves);
