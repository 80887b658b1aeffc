/**
 * Lemma B.38. Composed with G2 = (Sigma -> G Sigma G), an ultrasymmetric operator T has one eigenvalue on each of span(G), L and M. With
 * the blocks alpha and beta of Theorem 1,
 *
 *   lambda_G = ((B-1)(alpha_11 - alpha_21) - (alpha_12 - alpha_22))/B,
 *   lambda_L = ((B-2) beta_11 + beta_12 + 2 (B-2) beta_21 + 2 beta_22)/B,
 *   lambda_M = 2 ([12|12] - 2 [12|13] + [12|34]).
 *
 * T maps BSB1(a, b) to BSB1(a', b') and L(a, b) to L(a', b'); G2 then leaves (a'-b') G of the first (B.15) and (a'+2b')/B L(B-2, 1) of
 * the second (B.36). What it makes of B G = BSB1(B-1, -1) and of L(B-2, 1) gives the eigenvalues. G2 does not change T{E} for E in M.
 */
import { minus, negative, over, plus, type Term, term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { centring } from "../../src/symbolic/operators/constructors.js";
import { equation } from "../../src/symbolic/proposition.js";
import type { Proof } from "../proof.js";
import {
  algebra,
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

const source = "Lemma B.38";
const project = centring(algebra);

interface Kind {
  readonly space: "G" | "L";
  readonly name: string;
  readonly matrix: (a: Term, b: Term) => Matrix;
  readonly block: Block;
  /** The eigenmatrix is E(a, b). */
  readonly at: readonly [Expression, Expression];
  /** G2{E(a', b')} over the eigenmatrix. */
  readonly projected: Expression;
  readonly lemma: string;
  readonly eigenvalue: Expression;
}

const onG: Kind = {
  space: "G",
  name: "BSB1",
  matrix: bsb1,
  block: trivialBlock,
  at: [minus("B", 1), integer(-1)],
  projected: over(minus("a'", "b'"), "B"),
  lemma: "G2{BSB1(a', b')} = (a'-b') G (Lemma B.15) and BSB1(B-1, -1) = B G, in every entry",
  eigenvalue: over(
    minus(times(minus("B", 1), minus("alpha_11", "alpha_21")), minus("alpha_12", "alpha_22")),
    "B",
  ),
};

const onL: Kind = {
  space: "L",
  name: "L",
  matrix: difference,
  block: standardBlock,
  at: [minus("B", 2), integer(1)],
  projected: over(plus("a'", times(2, "b'")), "B"),
  lemma: "G2{L(a', b')} = (a'+2b')/B L(B-2, 1) (Lemma B.36), in every entry",
  eigenvalue: over(
    plus(times(minus("B", 2), "beta_11"), "beta_12", times(2, minus("B", 2), "beta_21"), times(2, "beta_22")),
    "B",
  ),
};

function blockProof(kind: Kind): Proof {
  const { space, name, matrix, block, at, projected, lemma, eigenvalue } = kind;
  const lambda = symbol(`lambda_${space}`);
  const claim = equation(lambda, eigenvalue);
  return Object.freeze({
    id: `batchnorm/lemma-b38-${space.toLowerCase()}`,
    title: `The eigenvalue of a centred ultrasymmetric operator on ${space === "G" ? "span(G)" : space}`,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(operatorSetting);
      const entries = defineBlock(builder, block);
      const [d11, d12, d21, d22] = Object.keys(block) as [string, string, string, string];
      const [e11, e12, e21, e22] = Object.values(block) as [Expression, Expression, Expression, Expression];
      const [a, b] = at;
      const along = (x: Term, y: Term) => plus(times(x, a), times(y, b));
      const mapped = same(image(generalOperator, matrix(a, b)), matrix(along(e11, e12), along(e21, e22)));
      const rule = `T maps ${name}(a, b) to ${name}(a', b') (Theorem 1), here the eigenmatrix`;
      const first = builder.confirm(equation(symbol("a'"), along(d11, d12)), rule, entries.slice(0, 2), mapped);
      const second = builder.confirm(equation(symbol("b'"), along(d21, d22)), rule, entries.slice(2), mapped);
      const left = same(image(project, matrix("a'", "b'")), scaled(projected, matrix(a, b)));
      const value = builder.confirm(equation(lambda, projected), lemma, [], left);
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
