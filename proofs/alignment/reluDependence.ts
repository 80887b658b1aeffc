/**
 * Lemmas 2 and 3 and Theorem 2. They call weights co-linear where one is a positive multiple of the other, and say that ReLU nodes without co-linear pairs
 * are independent. Anti-parallel weights have the same hyperplane and are dependent:
 *
 *   sigma(u) - sigma(-u) = u,
 *
 * so that six nodes +-u, +-v, +-(u + v) have a vanishing sum (against Lemma 2), two nodes a sum that is affine (against Lemma 3), and on |x| < 1 a
 * teacher sigma(x) is matched by students none of which has a weight gamma (1, 0), gamma > 0 (against Theorem 2).
 *
 * What holds is about hyperplanes. Around a point x_0 of the hyperplane of node j alone, h = sum_k c_k f_k is c_j sigma(w_j.x) and an affine function l:
 * the second difference h(x_0 + q w_j) + h(x_0 - q w_j) - 2 h(x_0) is c_j q, |w_j| = 1 (Eqn. 44), and h = 0 gives c_j = 0.
 */
import { minus, negative, plus, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder, Setting } from "../../src/symbolic/derivation/builder.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";
import { relu } from "../relu.js";

const odd = (u: Term): Expression => minus(relu(u), relu(negative(u)));

export const reluAntiparallel = proofBy(
  {
    id: "alignment/relu-antiparallel",
    title: "Two anti-parallel ReLU nodes make a linear function",
    source: "Lemma 3",
    claim: equation(odd("u"), symbol("u")),
  },
  (builder) => {
    builder.deduce(equation(odd("u"), symbol("u")), "|-u| = |u|", []);
  },
);

const six = minus(plus(odd("u"), odd("v")), odd(plus("u", "v")));

export const reluSixNodes = proofBy(
  {
    id: "alignment/relu-six-nodes",
    title: "Six ReLU nodes without positive multiples have a vanishing sum",
    source: "Lemma 2",
    claim: equation(six, integer(0)),
  },
  (builder) => {
    builder.deduce(equation(six, integer(0)), "|-u| = |u|", []);
  },
);

const positive: Setting = {
  assumptions: [compare("Greater", symbol("q"), integer(0))],
  domains: { q: { min: 0, max: 2 } },
};
const kink = equation(symbol("D"), times("c_j", "q"));

/** h at x_0 + k q w_j: node j and the affine rest. */
const valueAt = (k: number): Expression => plus(times("c_j", relu(times(k, "q"))), plus("l_0", times(k, "q", "l_1")));

function kinkSteps(builder: DerivationBuilder): void {
  const second = minus(plus(valueAt(1), valueAt(-1)), times(2, valueAt(0)));
  const rule = "h(x_0 + q w_j) + h(x_0 - q w_j) - 2 h(x_0): the other nodes are affine there, l_0 + l_1 t along w_j";
  const difference = builder.define(symbol("D"), second, rule);
  builder.deduce(kink, "sigma(q) = q, sigma(-q) = sigma(0) = 0", [difference]);
}

export const secondDifference = proofBy(
  {
    id: "alignment/second-difference",
    title: "A second difference across one hyperplane sees that node alone",
    source: "Lemma 3; Eqn. 44",
    claim: kink,
  },
  kinkSteps,
  positive,
);

export const lemma2Erratum = erratumBy(
  {
    id: "alignment/erratum-lemma-2",
    title:
      "ReLU nodes are independent where their hyperplanes differ, not where no weight is a positive multiple of another",
    source: "Lemma 2",
    printed: compare("NotEqual", six, integer(0)),
    counterexample: { u: rational(1), v: rational(-3) },
    corrected: kink,
  },
  kinkSteps,
  positive,
);

export const lemma3Erratum = erratumBy(
  {
    id: "alignment/erratum-lemma-3",
    title: "Two anti-parallel ReLU nodes and an affine function are dependent",
    source: "Lemma 3, with gamma > 0",
    printed: compare("NotEqual", minus(odd("u"), "u"), integer(0)),
    counterexample: { u: rational(-2) },
    corrected: kink,
  },
  kinkSteps,
  positive,
);

const inside: Setting = {
  assumptions: [compare("Greater", symbol("x"), integer(-1)), compare("Less", symbol("x"), integer(1))],
  domains: { x: { min: -1, max: 1 } },
};
/** Students with weights (-1, 0), (1, 2) and (1, 4), bias last. */
const students = minus(plus(relu(negative("x")), times(2, relu(plus("x", 2)))), relu(plus("x", 4)));

export const theorem2Counterexample = proofBy(
  {
    id: "alignment/theorem-2-counterexample",
    title: "A teacher is matched exactly by students none of which is a positive multiple of it",
    source: "Theorem 2, with co-linear as gamma > 0",
    claim: equation(relu("x"), students),
  },
  (builder) => {
    builder.deduce(
      equation(relu("x"), students),
      "sigma(x) = sigma(-x) + x, and the other two are active on |x| < 1",
      [],
    );
  },
  inside,
);

export const reluDependence = Object.freeze([reluAntiparallel, reluSixNodes, secondDifference, theorem2Counterexample]);
