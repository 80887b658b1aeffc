/**
 * Lemma B.38. Composed with G2 = (Sigma -> G Sigma G), an ultrasymmetric operator T has one eigenvalue on each of span(G), L
 * and M. With the blocks alpha and beta of Theorem 1,
 *
 *   lambda_G = ((B-1)(alpha_11 - alpha_21) - (alpha_12 - alpha_22))/B,
 *   lambda_L = ((B-2) beta_11 + beta_12 + 2 (B-2) beta_21 + 2 beta_22)/B,
 *   lambda_M = 2 ([12|12] - 2 [12|13] + [12|34]).
 *
 * T maps BSB1(a, b) to BSB1(a', b') and L(a, b) to L(a', b'); G2 then leaves (a'-b') G of the first (B.15) and (a'+2b')/B
 * L(B-2, 1) of the second (B.36). What it makes of B G = BSB1(B-1, -1) and of L(B-2, 1) gives the eigenvalues. G2 does not
 * change T{E} for E in M.
 */
import { minus, over, plus, type Term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import type { Proof } from "../proof.js";
import {
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
  project,
  projectionStep,
  same,
  scaled,
  standardBlock,
  trivialBlock,
} from "./operators.js";
import { spaceName } from "./spaces.js";

const source = "Lemma B.38";
const less = (k: number) => minus("B", k);

interface Kind {
  readonly space: "G" | "L";
  readonly block: Block;
  /** The eigenmatrix, in words, and its image with coordinates a', b'. */
  readonly eigenmatrix: string;
  readonly mapped: Matrix;
  readonly expected: (a: Expression, b: Expression) => Matrix;
  /** A row of the block times the coordinates of the eigenmatrix. */
  readonly along: (first: Term, second: Term) => Expression;
  readonly eigenvalue: Expression;
}

const onG: Kind = {
  space: "G",
  block: trivialBlock,
  eigenmatrix: "BSB1(B-1, -1)",
  mapped: image(generalOperator, bsb1(less(1), -1)),
  expected: bsb1,
  along: (first, second) => minus(times(less(1), first), second),
  eigenvalue: over(minus(times(less(1), minus("alpha_11", "alpha_21")), minus("alpha_12", "alpha_22")), "B"),
};

const onL: Kind = {
  space: "L",
  block: standardBlock,
  eigenmatrix: "L(B-2, 1)",
  mapped: image(generalOperator, difference(less(2), 1)),
  expected: difference,
  along: (first, second) => plus(times(less(2), first), second),
  eigenvalue: over(plus(times(less(2), "beta_11"), "beta_12", times(2, less(2), "beta_21"), times(2, "beta_22")), "B"),
};

function blockProof({ space, block, eigenmatrix, mapped, expected, along, eigenvalue }: Kind): Proof {
  const claim = equation(symbol(`lambda_${space}`), eigenvalue);
  return Object.freeze({
    id: `batchnorm/lemma-b38-${space.toLowerCase()}`,
    title: `The eigenvalue of a centred ultrasymmetric operator on ${spaceName(space)}`,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(operatorSetting);
      const entries = defineBlock(builder, block);
      const [d11, d12, d21, d22] = Object.keys(block) as [string, string, string, string];
      const [e11, e12, e21, e22] = Object.values(block) as [Expression, Expression, Expression, Expression];
      const holds = same(mapped, expected(along(e11, e12), along(e21, e22)));
      const rule = `the block of Theorem 1 on ${eigenmatrix}, whose image has the coordinates a', b'`;
      const first = builder.confirm(equation(symbol("a'"), along(d11, d12)), rule, entries.slice(0, 2), holds);
      const second = builder.confirm(equation(symbol("b'"), along(d21, d22)), rule, entries.slice(2), holds);
      const value = projectionStep(builder, space);
      builder.deduce(claim, "substitution", [value, first, second]);
      return builder.finish();
    },
  });
}

const onM = equation(symbol("lambda_M"), cycleEigenvalue);

const cycles: Proof = Object.freeze({
  id: "batchnorm/lemma-b38-m",
  title: "The eigenvalue of a centred ultrasymmetric operator on M",
  source,
  claim: onM,
  prove() {
    const builder = new DerivationBuilder(operatorSetting);
    const mapped = image(generalOperator, cycle);
    const holds = same(mapped, scaled(cycleEigenvalue, cycle)) && same(image(project, mapped), mapped);
    builder.confirm(onM, "every entry of T{E} and of G T{E} G, E the cycle 1-2-3-4", [], holds);
    return builder.finish();
  },
});

export const centredEigenvalues: readonly Proof[] = Object.freeze([blockProof(onG), blockProof(onL), cycles]);
