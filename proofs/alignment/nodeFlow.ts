/**
 * Theorem 7 and Eqn. 63 to 69: dw_k/dt = |w_k| r_k in any dimension, in terms of inner products alone. w = w_k, n = |w|, h = (w/n).r; coordinate 1 stands
 * for any coordinate. Eqn. 68 and 69 have r_k = r = w* - sum_q a_q w_q for all k, with dr/dt = -S r, S = sum_q a_q |w_q|.
 */
import { minus, negative, over, plus, power, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { call, symbol } from "../../src/symbolic/expression.js";
import { type Comparison, equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const source = "Theorem 7";
const flow = "dw/dt = |w| r";

const growth = equation(symbol("L"), symbol("h"));

export const normGrowth = proofBy(
  {
    id: "alignment/norm-growth",
    title: "The logarithm of a node's norm grows by the projection of its residue",
    source: `${source}, Eqn. 64`,
    claim: growth,
  },
  (builder) => {
    const inner = builder.define(symbol("w_dw"), times("n", "n", "h"), `w.(dw/dt), ${flow}, w.r = n h`);
    const slope = builder.define(symbol("dn"), over("w_dw", "n"), "Eqn. 63: the derivative of the root of w.w", [
      inner,
    ]);
    const logarithm = times(differentiate(call("Log", symbol("n")), "n"), "dn");
    const rate = builder.define(symbol("L"), logarithm, "d ln n/dt by the chain rule", [slope]);
    builder.deduce(growth, "exact arithmetic", [rate, slope, inner]);
  },
);

const ratio = equation(symbol("L_kk"), minus("h_k", "h_q"));

export const normRatio = proofBy(
  {
    id: "alignment/theorem-7",
    title: "The ratio of two norms grows by the difference of the projections",
    source: `${source}, Eqn. 65`,
    claim: ratio,
  },
  (builder) => {
    const [k, q] = ["k", "q"].map((name) => {
      const slope = builder.define(symbol(`dn_${name}`), times(`n_${name}`, `h_${name}`), "Eqn. 63");
      const log = call("Log", symbol(`n_${name}`));
      const rate = times(differentiate(log, `n_${name}`), `dn_${name}`);
      return [slope, builder.define(symbol(`L_${name}`), rate, "the chain rule", [slope])] as const;
    }) as [readonly [number, number], readonly [number, number]];
    const difference = builder.define(symbol("L_kk"), minus("L_k", "L_q"), "d ln(n_k/n_q)/dt", [k[1], q[1]]);
    builder.deduce(ratio, "exact arithmetic", [difference, ...k, ...q]);
  },
);

const direction = equation(symbol("db_1"), minus("r_1", times(over("w_1", "n"), "h")));

export const directionFlow = proofBy(
  {
    id: "alignment/direction-flow",
    title: "A node's direction moves by the residue's part orthogonal to it",
    source: `${source}, Eqn. 66`,
    claim: direction,
  },
  (builder) => {
    const slope = builder.define(symbol("dn"), times("n", "h"), "Eqn. 63");
    const own = builder.define(symbol("dw_1"), times("n", "r_1"), flow);
    const quotient = over("w_1", "n");
    const chain = plus(times(differentiate(quotient, "w_1"), "dw_1"), times(differentiate(quotient, "n"), "dn"));
    const rate = builder.define(symbol("db_1"), chain, "a coordinate of d(w/n)/dt by the chain rule", [slope, own]);
    builder.deduce(direction, "exact arithmetic", [rate, slope, own]);
  },
);

/** dh/dt = r.d(w/n)/dt + (w/n).dr/dt; the index of its step. */
const correlationSteps = (builder: DerivationBuilder, name: string): number => {
  const h = symbol(`h${name}`);
  const claim = correlation(name);
  const turning = minus("rr", times(h, h));
  const first = builder.define(symbol(`R${name}`), turning, "r.d(w/n)/dt by Eqn. 66, (w/n).r = h");
  const second = builder.define(
    symbol(`Q${name}`),
    negative(times("S", h)),
    "(w/n).dr/dt, dr/dt = -sum a_q |w_q| r = -S r",
  );
  const rate = builder.define(claim.left, plus(`R${name}`, `Q${name}`), "dh/dt, the product rule", [first, second]);
  return builder.deduce(claim, "exact arithmetic", [rate, first, second]);
};

const correlation = (name: string): Comparison => {
  const h = symbol(`h${name}`);
  return equation(symbol(`dh${name}`), minus(minus("rr", power(h, 2)), times("S", h)));
};

export const correlationFlow = proofBy(
  {
    id: "alignment/correlation-flow",
    title: "The projection of a common residue on a node obeys a Riccati equation",
    source: `${source}, Eqn. 68`,
    claim: correlation(""),
  },
  (builder) => {
    correlationSteps(builder, "");
  },
);

const feedback = equation(symbol("dh_kq"), times(minus("h_q", "h_k"), plus("h_q", "h_k", "S")));

export const negativeFeedback = proofBy(
  {
    id: "alignment/negative-feedback",
    title: "The projections of a common residue on two nodes approach each other",
    source: `${source}, Eqn. 69; h_k + h_q + S > 0`,
    claim: feedback,
  },
  (builder) => {
    const [k, q] = [correlationSteps(builder, "_k"), correlationSteps(builder, "_q")];
    const gap = builder.define(symbol("dh_kq"), minus("dh_k", "dh_q"), "d(h_k - h_q)/dt", [k, q]);
    builder.deduce(feedback, "exact arithmetic", [gap, k, q]);
  },
);

export const nodeFlow = Object.freeze([normGrowth, normRatio, directionFlow, correlationFlow, negativeFeedback]);
