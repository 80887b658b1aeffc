/**
 * Lemma 1. If g_l = D_l (A_l f*_l - B_l f_l) with A_l = V_l^T V*_l and B_l = V_l^T V_l, the same holds one layer below for g_(l-1) = D_(l-1) W_l g_l, with
 * V_(l-1) = V_l D_l W_l^T and V*_(l-1) = V*_l D*_l W*_l^T: V f is the output, and the same at every layer. With V_L = V*_L = I at the top, where
 * g_L = f*_L - f_L, the rule holds at every layer. Two nodes a layer for student and teacher and two outputs, all entries and gates symbols; wider layers
 * have more terms of the same sums. The gate D_(l-1), which multiplies both sides, is left out.
 *
 * g is the negative gradient, g_L = -dJ/df_L: the printed sign is that of descent, not of the derivative.
 */
import { minus, negative, over, plus, power, type Term, term, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

type Matrix = readonly (readonly Expression[])[];

const two = [0, 1] as const;
const sum = (of: (k: 0 | 1) => Expression): Expression => plus(...two.map(of));
const matrix = (at: (i: 0 | 1, j: 0 | 1) => Term): Matrix => two.map((i) => two.map((j) => term(at(i, j))));
const named = (name: string): Matrix => matrix((i, j) => symbol(`${name}_${i + 1}${j + 1}`));
const vector = (name: string): readonly Expression[] => two.map((i) => symbol(`${name}_${i + 1}`));

interface Network {
  readonly weights: Matrix;
  readonly gates: readonly Expression[];
  readonly mixing: Matrix;
  /** Activations one layer below. */
  readonly input: readonly Expression[];
}
const student: Network = { weights: named("W"), gates: vector("D"), mixing: named("V"), input: vector("f") };
const teacher: Network = { weights: named("U"), gates: vector("E"), mixing: named("Y"), input: vector("h") };

/** f_l = D_l W_l^T f_(l-1). */
const activation = ({ weights, gates, input }: Network, node: 0 | 1): Expression =>
  times(
    gates[node]!,
    sum((k) => times(weights[k]![node]!, input[k]!)),
  );
/** V_l f_l. */
const output = (network: Network, c: 0 | 1): Expression =>
  sum((node) => times(network.mixing[c]![node]!, activation(network, node)));
/** V_(l-1) = V_l D_l W_l^T, by output and node below. */
const below = ({ weights, gates, mixing }: Network, c: 0 | 1, k: 0 | 1): Expression =>
  sum((node) => times(mixing[c]![node]!, gates[node]!, weights[k]![node]!));

/** (D_l (A_l f*_l - B_l f_l))_node. */
const gradient = (node: 0 | 1): Expression =>
  times(
    student.gates[node]!,
    sum((c) => times(student.mixing[c]![node]!, minus(output(teacher, c), output(student, c)))),
  );
/** (A_(l-1) f*_(l-1) - B_(l-1) f_(l-1))_k from the matrices one layer below. */
const mixed = (k: 0 | 1): Expression => {
  const own = (network: Network, c: 0 | 1) => sum((j) => times(below(network, c, j), network.input[j]!));
  return sum((c) => times(below(student, c, k), minus(own(teacher, c), own(student, c))));
};
const claim = equation(plus(times("x", "b_1"), times("y", "b_2")), plus(times("x", "m_1"), times("y", "m_2")));

export const lemma1Step = proofBy(
  {
    id: "alignment/lemma-1-step",
    title: "The gradient is a mixture of teacher and student activations one layer below, if it is one",
    source: "Lemma 1, Eqn. 3 and 4",
    claim,
  },
  (builder) => {
    const own = two.map((node) => builder.define(symbol(`g_${node + 1}`), gradient(node), "Eqn. 3 at layer l"));
    const back = two.map((k) => {
      const value = sum((node) => times(student.weights[k]![node]!, symbol(`g_${node + 1}`)));
      return builder.define(symbol(`b_${k + 1}`), value, "backpropagation: W_l g_l", own);
    });
    const rule = "A f* - B f at layer l-1, by Eqn. 4";
    const mixture = two.map((k) => builder.define(symbol(`m_${k + 1}`), mixed(k), rule));
    builder.deduce(claim, "exact arithmetic, both nodes at once", [...back, ...own, ...mixture]);
  },
);

const loss = over(plus(power(minus("h_1", "f_1"), 2), power(minus("h_2", "f_2"), 2)), 2);
const corrected = equation(symbol("g_1"), minus("h_1", "f_1"));

export const gradientSignErratum = erratumBy(
  {
    id: "alignment/erratum-gradient-sign",
    title: "f* - f at the output is the negative gradient",
    source: "Section 3, after Eqn. 2: g_L = dJ/df_L = f*_L - f_L",
    printed: equation(differentiate(loss, "f_1"), minus("h_1", "f_1")),
    counterexample: { f_1: rational(0), f_2: rational(0), h_1: rational(1), h_2: rational(0) },
    corrected,
  },
  (builder) => {
    const rule = "definition: -dJ/df_1, J = |f* - f|^2/2, h = f*";
    const own = builder.define(symbol("g_1"), negative(differentiate(loss, "f_1")), rule);
    builder.deduce(corrected, "exact arithmetic", [own]);
  },
);
