/**
 * Theorem 1 (B.37). An ultrasymmetric operator T on symmetric B x B matrices, B >= 4, has
 *
 *   the eigenmatrices BSB1(lambda - alpha_22, alpha_21) for the two roots of lambda^2 = tr(alpha) lambda - det(alpha), once each,
 *   the eigenmatrices L(lambda - beta_22, beta_21) for the two roots of lambda^2 = tr(beta) lambda - det(beta), B-1 times each,
 *   the space M (no diagonal, rows that sum to zero) with lambda_M = 2 ([12|12] - 2 [12|13] + [12|34]), B(B-3)/2 times.
 *
 * Each of the three kinds of matrices is mapped to its own kind: that is read off the entries of the image, B and the nine
 * orbit coefficients being symbols. The multiplicities are those with which the blocks add up to the trace of T: its
 * coefficients are independent, so no other numbers would do. They sum to B(B+1)/2. Where a block has a double eigenvalue
 * without being diagonal, one eigenspace is missing, which the theorem does not mention.
 */
import { minus, negative, over, plus, power, type Term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import type { Proof } from "../proof.js";
import {
  at,
  type Block,
  bsb1,
  cycle,
  cycleEigenvalue,
  defineBlock,
  difference,
  generalOperator,
  image,
  type Matrix,
  operatorSetting,
  same,
  scaled,
  standardBlock,
  trivialBlock,
} from "./operators.js";

const source = "Theorem 1; Lemma B.37";
const lambda = symbol("lambda");

interface Kind {
  /** E(a, b), the matrix. */
  readonly name: "BSB1" | "L";
  readonly matrix: (a: Term, b: Term) => Matrix;
  readonly letter: "alpha" | "beta";
  /** T{E(a, b)} = E(a', b') with (a', b') = block (a, b). */
  readonly block: Block;
}

const trivial: Kind = { name: "BSB1", matrix: bsb1, letter: "alpha", block: trivialBlock };
const standard: Kind = { name: "L", matrix: difference, letter: "beta", block: standardBlock };

/** first a + second b. */
const onCoordinates = (first: Expression, second: Expression): Expression =>
  plus(times(first, "a"), times(second, "b"));

/** a' and b' from the entries of T{E(a, b)}. */
function imageSteps(builder: DerivationBuilder, { name, matrix, letter, block }: Kind) {
  const entries = defineBlock(builder, block);
  const [e11, e12, e21, e22] = entriesOf(block);
  const expected = matrix(onCoordinates(e11, e12), onCoordinates(e21, e22));
  const holds = same(image(generalOperator, matrix("a", "b")), expected);
  const rule = `every entry of T{${name}(a, b)} is that of ${name}(a', b'), counted by coincidences of the indices`;
  const row = (left: string, k: 1 | 2) =>
    equation(symbol(left), onCoordinates(symbol(`${letter}_${k}1`), symbol(`${letter}_${k}2`)));
  return {
    first: builder.confirm(row("a'", 1), rule, entries.slice(0, 2), holds),
    second: builder.confirm(row("b'", 2), rule, entries.slice(2), holds),
  };
}

type Entries = readonly [Expression, Expression, Expression, Expression];

const entriesOf = (block: Block) => Object.values(block) as unknown as Entries;
const namesOf = (block: Block) => Object.keys(block).map((name) => symbol(name)) as unknown as Entries;

/** T{E} = lambda E for E = E(lambda - d_22, d_21), where lambda^2 = tr(d) lambda - det(d). */
function rootProof(id: string, title: string, kind: Kind): Proof {
  const [d11, d12, d21, d22] = namesOf(kind.block);
  const claim = equation(
    plus(times("x", "a'"), times("y", "b'")),
    times(lambda, plus(times("x", "a"), times("y", "b"))),
  );
  return Object.freeze({
    id,
    title,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(operatorSetting);
      const { first, second } = imageSteps(builder, kind);
      const characteristic = minus(times(plus(d11, d22), lambda), minus(times(d11, d22), times(d12, d21)));
      const root = builder.define(power(lambda, 2), characteristic, "definition: lambda is an eigenvalue of the block");
      const a = builder.define(symbol("a"), minus(lambda, d22), "definition of the eigenmatrix");
      const b = builder.define(symbol("b"), d21, "definition of the eigenmatrix");
      const scaledFirst = equation(symbol("a'"), minus(power(lambda, 2), times(d22, lambda)));
      const onFirst = builder.deduce(scaledFirst, "substitution", [first, root, a, b]);
      builder.deduce(claim, "both coordinates at once: an identity in x and y", [onFirst, second, a, b]);
      return builder.finish();
    },
  });
}

const onCycles = equation(symbol("lambda_M"), cycleEigenvalue);

/** For E in M: its rows sum to zero and it has no diagonal. */
const cycles: Proof = Object.freeze({
  id: "batchnorm/theorem-1-m",
  title: "The eigenvalue of an ultrasymmetric operator on M",
  source,
  claim: onCycles,
  prove() {
    const builder = new DerivationBuilder(operatorSetting);
    const entry = symbol("E_12");
    const crossed = builder.define(
      symbol("r"),
      times(-2, entry),
      "the sum of E_1i + E_i2 over i >= 3: rows 1 and 2 sum to zero without their diagonal",
    );
    const rest = builder.define(
      symbol("t"),
      minus(negative(times(2, entry)), times(2, "r")),
      "the sum of E_ij over i, j >= 3: all entries sum to zero",
      [crossed],
    );
    const value = plus(times(2, at("12|12"), entry), times(2, at("12|13"), "r"), times(at("12|34"), "t"));
    const mapped = builder.define(
      symbol("E'_12"),
      value,
      "the sum of [12|ij] E_ij by coincidences of the indices; diagonal entries of E vanish",
      [crossed, rest],
    );
    const multiple = builder.deduce(equation(symbol("E'_12"), times(cycleEigenvalue, entry)), "row sums", [
      mapped,
      crossed,
      rest,
    ]);
    const holds = same(image(generalOperator, cycle), scaled(cycleEigenvalue, cycle));
    builder.confirm(onCycles, "every entry of T{E} is lambda_M times that of E, the cycle 1-2-3-4", [multiple], holds);
    return builder.finish();
  },
});

const trace = plus(times("B", at("11|11")), times("B", minus("B", 1), at("12|12")));
const blocks = plus(
  plus("alpha_11", "alpha_22"),
  times(minus("B", 1), plus("beta_11", "beta_22")),
  times(over(times("B", minus("B", 3)), 2), "lambda_M"),
);
const dimensions = equation(trace, blocks);

const multiplicities: Proof = Object.freeze({
  id: "batchnorm/theorem-1-dimensions",
  title: "The multiplicities 1, B-1 and B(B-3)/2",
  source,
  claim: dimensions,
  prove() {
    const builder = new DerivationBuilder(operatorSetting);
    const diagonal = ({ letter, block }: Kind) =>
      [11, 22].map((place) =>
        builder.define(
          symbol(`${letter}_${place}`),
          block[`${letter}_${place}`]!,
          "definition: on the diagonal of the block",
        ),
      );
    const used = [...diagonal(trivial), ...diagonal(standard)];
    const onM = builder.define(symbol("lambda_M"), cycleEigenvalue, "definition");
    builder.deduce(dimensions, "the trace, the sum of [kl|kl], as an identity in all coefficients", [...used, onM]);
    return builder.finish();
  },
});

export const theorem1: readonly Proof[] = Object.freeze([
  rootProof("batchnorm/theorem-1-bsb1", "The two eigenmatrices of the form BSB1", trivial),
  rootProof("batchnorm/theorem-1-l", "The two eigenspaces of the form L", standard),
  cycles,
  multiplicities,
]);
