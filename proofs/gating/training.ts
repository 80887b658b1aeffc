/**
 * Training. The slope of a soft gate g = 1/(1 + E), E = exp(-beta eta), is beta g (1 - g); a weight of the gates moves its own gate and, through eta, those above. Two
 * hidden layers of one neuron have both terms: f = u_3 g_2 u_2 g_1 u_1 x, eta_1 = w_1 x, eta_2 = w_2 eta_1.
 *
 * With fixed gates an output is a polynomial of degree one in the entries of each layer of U: it moves by its slopes times the change, however large that is. One input,
 * two neurons and two neurons, one output.
 */
import { minus, negative, over, plus, power, times } from "../../src/symbolic/build.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const soft = (eta: Expression) => over(1, plus(1, call("Exp", negative(times("beta", eta)))));
const chain = times("u_3", soft(times("w_2", "w_1", "x")), "u_2", soft(times("w_1", "x")), "u_1", "x");
const slope = (l: 1 | 2) => times("beta", `g_${l}`, minus(1, `g_${l}`));
const byEta2 = times("u_3", "v_2", slope(2));
const byGate = equation(
  symbol("D"),
  times(plus(times("u_3", "g_2", "u_2", "v_1", slope(1)), times("w_2", byEta2)), "x"),
);

export const softChain = proofBy(
  {
    id: "gating/soft-chain",
    title:
      "A weight of the lowest gates moves the output by r v beta g (1 - g) x and by what reaches eta from the gates above",
    source: "section 4; ours",
    claim: byGate,
  },
  (builder) => {
    const parts = [
      builder.define(symbol("g_1"), soft(times("w_1", "x")), "the gate of the first layer"),
      builder.define(symbol("g_2"), soft(times("w_2", "w_1", "x")), "that of the second"),
      builder.define(symbol("v_1"), times("u_1", "x"), "what the first gate lets through"),
    ];
    parts.push(builder.define(symbol("v_2"), times("u_2", "g_1", "v_1"), "what the second one does", parts));
    const total = builder.define(symbol("D"), differentiate(chain, "w_1"), "the slope of the output in w_1");
    builder.deduce(byGate, "exact arithmetic", [total, ...parts]);
  },
);

const two = [1, 2] as const;
const sum = (of: (k: 1 | 2) => Expression): Expression => plus(...two.map(of));
/** The output with the weights u of the middle layer, and the gates of the two layers. */
const layered = (
  u: (i: number, j: number) => Expression,
  lower: (j: number) => Expression,
  upper: (i: number) => Expression,
): Expression =>
  sum((i) =>
    times(
      `t${i}`,
      upper(i),
      sum((j) => times(u(i, j), lower(j), `s${j}`, "x")),
    ),
  );
const own = (i: number, j: number) => symbol(`u${i}${j}`);
const e = (j: number) => symbol(`e${j}`);
const f = (i: number) => symbol(`f${i}`);
const changed = (i: number, j: number) => plus(own(i, j), `v${i}${j}`);
const affine = equation(
  minus("F", "F_0"),
  sum((i) => sum((j) => times(`t${i}`, `f${i}`, `v${i}${j}`, `e${j}`, `s${j}`, "x"))),
);

export const affineLayer = proofBy(
  {
    id: "gating/affine-layer",
    title: "With fixed gates e and f an output moves by its slopes in the middle layer times the layer's change",
    source: "section 4; ours",
    claim: affine,
  },
  (builder) => {
    const [before, after] = [
      builder.define(symbol("F_0"), layered(own, e, f), "the output"),
      builder.define(symbol("F"), layered(changed, e, f), "the output with the middle layer moved by v"),
    ];
    builder.deduce(affine, "exact arithmetic", [before, after]);
  },
);

/** Outputs at two samples from two features each: a linear model. */
const weight = (i: number) => symbol(`u${i}`);
const output = (k: 1 | 2, of: (i: number) => Expression) => sum((i) => times(of(i), `h${i}_${k}`));
const residual = (k: 1 | 2) => minus(output(k, weight), `y_${k}`);
const loss = over(
  sum((k) => power(residual(k), 2)),
  2,
);
const stepped = (i: number) => minus(weight(i), times("r", differentiate(loss, `u${i}`)));
const kernel = (k: 1 | 2) => sum((i) => times(`h${i}_1`, `h${i}_${k}`));
const byKernel = equation(
  minus("F", "F_0"),
  negative(
    times(
      "r",
      sum((k) => times(kernel(k), residual(k))),
    ),
  ),
);

export const kernelStep = proofBy(
  {
    id: "gating/kernel-step",
    title:
      "A step of gradient descent on the last layer moves the outputs by the kernel of the features times the residuals",
    source: "section 3.2; ours",
    claim: byKernel,
  },
  (builder) => {
    const before = builder.define(symbol("F_0"), output(1, weight), "the output at the first sample");
    const after = builder.define(
      symbol("F"),
      output(1, stepped),
      "that after a step of rate r on the mean of two squares",
    );
    builder.deduce(byKernel, "exact arithmetic", [before, after]);
  },
);

const half = () => over(1, 2);
const open = () => integer(1);
const halved = equation(symbol("F_0"), over(layered(own, open, open), 4));

export const halvedLayers = proofBy(
  {
    id: "gating/halved-layers",
    title: "Gates of one half in both hidden layers give a quarter of the deep linear network",
    source: "section 2; ours",
    claim: halved,
  },
  (builder) => {
    const value = builder.define(
      symbol("F_0"),
      layered(own, half, half),
      "the output with all gates at 1/(1 + exp(0)) = 1/2",
    );
    builder.deduce(halved, "exact arithmetic", [value]);
  },
);

const tail = equation(minus(1, "g"), over(1, plus(1, call("Exp", times("beta", "eta")))));

export const steepTail = proofBy(
  {
    id: "gating/steep-tail",
    title: "A soft gate is 1/(1 + exp(beta eta)) short of an open one",
    source: "section 2; ours",
    claim: tail,
  },
  (builder) => {
    const gate = builder.define(symbol("g"), soft(symbol("eta")), "the gate");
    builder.deduce(tail, "exact arithmetic", [gate]);
  },
);

export const training = Object.freeze([softChain, affineLayer, kernelStep, halvedLayers, steepTail]);
