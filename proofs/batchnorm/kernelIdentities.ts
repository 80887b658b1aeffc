/**
 * Appendices H and I: what is known of J_alpha and of J_phi, phi(x) = a x_+^alpha - b x_-^alpha, and the identities that the closed forms rest
 * on. Each is decided by exact arithmetic where that reaches, and holds to 50 digits at random admissible points elsewhere: where
 * J_alpha' is the derivative of its power series, in angles, for inequalities, and for integrals that the rule table has not.
 */
import { over, root, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import {
  type CallExpression,
  contains,
  type Expression,
  fold,
  integer,
  isCall,
} from "../../src/symbolic/expression.js";
import { text } from "../../src/symbolic/format/text.js";
import { arccosineKernel } from "../../src/symbolic/kernels/arccosineKernel.js";
import { kernelIdentities as identities } from "../../src/symbolic/kernels/kernelIdentities.js";
import type { KernelIdentity } from "../../src/symbolic/kernels/kernelIdentity.js";
import type { Domains } from "../../src/symbolic/precise/samplePoints.js";
import { compare, equation, type Proposition } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import type { Proof } from "../proof.js";

/** Where the conditions of all identities hold, but for those below. */
const domains: Domains = {
  alpha: { min: rational(3, 5), max: 3 },
  c: { min: rational(-9, 10), max: rational(9, 10) },
  theta: { min: rational(1, 5), max: 3 },
  q: { min: rational(1, 2), max: 2 },
  r: { min: 3, max: 4 },
  sigma11: { min: 1, max: 2 },
  sigma22: { min: 1, max: 2 },
  sigma12: { min: rational(-9, 10), max: rational(9, 10) },
  a: { min: rational(1, 2), max: 2 },
  b: { min: rational(-2), max: rational(-1, 2) },
  d1: { min: rational(1, 2), max: 2 },
  d2: { min: rational(1, 2), max: 2 },
};

const degrees = (min: number, max: number) => ({ alpha: { min: rational(min, 10), max: rational(max, 10) } });
const right = { c: { min: 0, max: rational(9, 10) } };

const narrower: Readonly<Record<string, Domains>> = {
  // for small angles the integrand peaks at 0 and costs more
  "H.4": { theta: { min: 1, max: 3 } },
  "H.6/increasing": right,
  "H.6/convex": right,
  "H.7/unstable": degrees(6, 9),
  "H.7/stable": degrees(6, 9),
  "H.8": degrees(16, 30),
  "H.8/angle": degrees(16, 30),
  "H.9/degree-minus-2": degrees(16, 30),
  "H.9/degree-minus-3": degrees(26, 40),
  "kernel/reflection": degrees(6, 14),
};

/** sigma12^2 < sigma11 sigma22, as the rule table asks for it. */
const correlation = over("sigma12", root(times("sigma11", "sigma22")));
const correlated = [compare("GreaterEqual", correlation, integer(-1)), compare("LessEqual", correlation, integer(1))];

function settingOf({ id, claim, conditions }: KernelIdentity): Setting {
  const isCovariance = contains(claim.left, "sigma12");
  return {
    assumptions: isCovariance ? [...conditions, ...correlated] : conditions,
    domains: { ...domains, ...narrower[id] },
  };
}

/** Those that compare J_alpha with its power series or with derivatives of it: the kernels are written as series first. */
const bySeries: ReadonlySet<string> = new Set([
  "H.9",
  "H.9/degree-minus-1",
  "H.9/degree-minus-2",
  "H.9/degree-minus-3",
  "I.4",
]);

function kernelsIn(claim: Proposition): readonly CallExpression[] {
  const found = new Map<string, CallExpression>();
  const sides = claim.relation === "Element" ? [claim.left] : [claim.left, claim.right];
  for (const side of sides) {
    fold<null>(side, (node) => {
      if (isCall(node) && node.head === "ArccosineKernel") found.set(text(node), node);
      return null;
    });
  }
  return [...found.values()];
}

/** J = its power series about 0, for every kernel of the claim. */
const seriesSteps = (builder: DerivationBuilder, claim: Proposition): readonly number[] =>
  kernelsIn(claim).map((kernel) => {
    const [degree, at] = kernel.args as [Expression, Expression];
    return builder.verify(equation(kernel, arccosineKernel(degree, at)), "power series of the kernel about 0", []);
  });

function proofOf(identity: KernelIdentity): Proof {
  const { id, title, source, claim } = identity;
  return Object.freeze({
    id: `batchnorm/kernel-${id.toLowerCase().replace("kernel/", "").replaceAll(/[./]/g, "-")}`,
    title,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(settingOf(identity));
      const series = bySeries.has(id) ? seriesSteps(builder, claim) : [];
      builder.settle(claim, "the relations of the kernels", series);
      return builder.finish();
    },
  });
}

export const kernelIdentities: readonly Proof[] = Object.freeze(identities.map(proofOf));
