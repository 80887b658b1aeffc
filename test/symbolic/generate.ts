import fc from "fast-check";
import { call, type Expression, type HeadName, number, symbol } from "../../src/symbolic/expression.js";

const x = symbol("x");
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Expression>(x) },
  { weight: 1, arbitrary: fc.integer({ min: -8, max: 8 }).map((n) => number(n / 4)) },
);

const safeUnary: readonly HeadName[] = [
  "Negate", "Sin", "Cos", "Tanh", "Atan", "Erf", "Erfc", "Sigmoid", "Softplus", "Sech", "Asinh", "Abs", "Sign", "Step",
]; // biome-ignore format: a table
const binary: readonly HeadName[] = ["Add", "Subtract", "Multiply", "Min", "Max"];
const comparisons: readonly HeadName[] = ["Less", "LessEqual", "Greater", "GreaterEqual"];
const smoothUnary: readonly HeadName[] = [
  "Negate",
  "Sin",
  "Cos",
  "Tanh",
  "Atan",
  "Erf",
  "Sigmoid",
  "Softplus",
  "Sech",
  "Asinh",
];

/** What conditions compare: zeros of deep trees are sampled, and a sample may miss a pair of them. */
const shallow: fc.Arbitrary<Expression> = fc.oneof(
  leaf,
  fc.tuple(fc.constantFrom(...safeUnary), leaf).map(([head, a]) => call(head, a)),
  fc
    .tuple(fc.constantFrom<HeadName>("Add", "Subtract", "Multiply"), leaf, leaf)
    .map(([head, a, b]) => call(head, a, b)),
  fc.tuple(leaf, fc.integer({ min: 1, max: 3 })).map(([a, n]) => call("Power", a, number(n))),
);

function trees(
  unary: readonly HeadName[],
  joined: readonly HeadName[],
  conditionals: boolean,
): fc.Arbitrary<Expression> {
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      leaf,
      fc.tuple(fc.constantFrom(...unary), tie("tree")).map(([head, a]) => call(head, a)),
      fc.tuple(fc.constantFrom(...joined), tie("tree"), tie("tree")).map(([head, a, b]) => call(head, a, b)),
      fc.tuple(tie("tree"), fc.integer({ min: 1, max: 3 })).map(([a, n]) => call("Power", a, number(n))),
      ...(conditionals
        ? [
            fc
              .tuple(fc.constantFrom(...comparisons), shallow, shallow, tie("tree"), tie("tree"))
              .map(([head, a, b, c, d]) => call("Conditional", call(head, a, b), c, d)),
          ]
        : []),
    ),
  })).tree;
}

/** Trees with kinks, jumps and branches; every value is real. */
export const anyTree = trees(safeUnary, binary, true);

/** Trees that are analytic on the whole line. */
export const smoothTree = trees(smoothUnary, ["Add", "Subtract", "Multiply"], false);

/** Points of a range, 0 included, but none so small that its square underflows and sign(x^2) reads 0. */
export const ordinary = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-6);
