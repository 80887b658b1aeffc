/**
 * Theorems 1 and 2 with Lemmas 4 and 3. Two inputs, layers of two neurons and one output, gates and weights symbols; wider and deeper networks have more
 * terms of the same sums. Gates are symbols: that those of a ReLU network depend on its own weights and those of a DLGN on others plays no part.
 *
 * Lemmas: if h_(l,j) is the sum over the paths that end in neuron j, then h_(l+1,i) = f_(l+1,i) sum_j u_(l+1,i,j) h_(l,j) is the sum over those that end in
 * i: each path of layer l goes on once to every neuron, with one more gate and one more weight. Theorems: the same once more without a gate.
 */
import { plus, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const two = [1, 2] as const;
const sum = (of: (k: 1 | 2) => Expression): Expression => plus(...two.map(of));
const weight = (name: string, l: number, i: number, j: number) => symbol(`${name}${l}_${i}${j}`);
const gate = (l: number, i: number) => symbol(`f${l}_${i}`);
const hidden = (l: number, i: number) => symbol(`h${l}_${i}`);
const input = (k: number) => symbol(`x_${k}`);

/** h_(1,i) = f_(1,i) sum_k u_(1,i,k) x_k. */
const firstLayer = (builder: DerivationBuilder, name: string): number[] =>
  two.map((i) => {
    const value = times(
      gate(1, i),
      sum((k) => times(weight(name, 1, i, k), input(k))),
    );
    return builder.define(hidden(1, i), value, "layer 1: gate times weights times input");
  });

/** Neuron 1 of layer 2 as a sum over i_0 and i_1. */
const pathsOfLayer2 = (name: string): Expression =>
  sum((i0) =>
    times(
      input(i0),
      sum((i1) => times(gate(1, i1), gate(2, 1), weight(name, 1, i1, i0), weight(name, 2, 1, i1))),
    ),
  );

const step = (name: "u" | "w", id: string, title: string, source: string) => {
  const claim = equation(hidden(2, 1), pathsOfLayer2(name));
  return proofBy({ id, title, source, claim }, (builder) => {
    const below = firstLayer(builder, name);
    const value = times(
      gate(2, 1),
      sum((j) => times(weight(name, 2, 1, j), hidden(1, j))),
    );
    const above = builder.define(hidden(2, 1), value, "the recursion of the layers", below);
    builder.deduce(claim, "the sums are multiplied out", [above, ...below]);
  });
};

export const lemma3Step = step(
  "u",
  "gating/lemma-3-step",
  "One more layer is one more gate and weight on every path of a DLGN",
  "Lemma 3, Eqn. 8",
);
export const lemma4Step = step(
  "w",
  "gating/lemma-4-step",
  "One more layer is one more gate and weight on every path of a ReLU network",
  "Lemma 4, Eqn. 11",
);

/** sum over (i_1, i_2) of f_pi g_pi, with f_pi and g_pi as Eqns. 2 to 5 have them. */
const mixture = (name: string): Expression =>
  sum((i1) =>
    sum((i2) => {
      const f = times(gate(1, i1), gate(2, i2));
      const linear = sum((k) => times(weight(name, 1, i1, k), input(k)));
      return times(f, times(weight(name, 2, i2, i1), weight(name, 3, 1, i2), linear));
    }),
  );

const whole = (name: "u" | "w", id: string, title: string, source: string) => {
  const claim = equation(symbol("y"), mixture(name));
  return proofBy({ id, title, source, claim }, (builder) => {
    const below = firstLayer(builder, name);
    const second = two.map((i) => {
      const value = times(
        gate(2, i),
        sum((j) => times(weight(name, 2, i, j), hidden(1, j))),
      );
      return builder.define(hidden(2, i), value, "layer 2: gate times weights times layer 1", below);
    });
    const value = sum((i) => times(weight(name, 3, 1, i), hidden(2, i)));
    const output = builder.define(symbol("y"), value, "the output", second);
    builder.deduce(claim, "the sums are multiplied out", [output, ...second, ...below]);
  });
};

export const theorem1Mixture = whole(
  "w",
  "gating/theorem-1-mixture",
  "A ReLU network with two hidden layers of two neurons is the sum of its four paths",
  "Theorem 1",
);
export const theorem2Mixture = whole(
  "u",
  "gating/theorem-2-mixture",
  "A DLGN with two hidden layers of two neurons is the sum of its four paths",
  "Theorem 2",
);

export const paths = Object.freeze([lemma3Step, lemma4Step, theorem1Mixture, theorem2Mixture]);
