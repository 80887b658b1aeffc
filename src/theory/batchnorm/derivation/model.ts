import { minus, power, times } from "../../../symbolic/build.js";
import type { DerivationBuilder } from "../../../symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../../symbolic/expression.js";
import { text } from "../../../symbolic/format/text.js";
import { type Comparison, equation } from "../../../symbolic/proposition.js";
import { angularEquation, provesDegreeZero, provesMixed, provesNextDegree } from "./angularIntegral.js";
import type { ActivationForm } from "./form.js";
import { type HomogeneousForm, homogeneousMoment, satisfiesEuler } from "./homogeneous.js";
import { type AngularLemma, type Moment, momentName } from "./moments.js";
import { confirmsByParts, type PolynomialForm, polynomialMoment } from "./polynomial.js";
import { tidy } from "./writing.js";

/** Adds the steps that give a moment in closed form, and returns those whose equations together give its value. */
export type MomentSteps = (builder: DerivationBuilder, moment: Moment) => readonly number[];

function polynomialSteps(form: PolynomialForm): MomentSteps {
  return (builder, moment) => {
    const name = symbol(momentName(moment));
    const { definition, value } = polynomialMoment(form, moment);
    const defined = builder.define(name, definition, "definition: a mean over the sphere of radius sqrt(B-1)");
    const rule = "Isserlis' theorem over the moments of the radius; integration by parts on the sphere gives the same";
    return [builder.confirm(equation(name, value), rule, [defined], confirmsByParts(form, moment))];
  };
}

const pairDefinition = "definition, in polar coordinates of the plane of the two samples, v = z2/z1 (Theorem 4)";
const ownDefinition = "definition, in spherical coordinates, u = z^2/(B-1)";
const zeroRule = "the antiderivative is an arctangent, and J_0 an angle";
const nextRule = "differentiation under the integral sign in the correlation";
const kernelRule = "the arc-cosine kernel";
const mixedRule = "from the kernels of equal degrees, by v -> 1/v";

/** The moment that z phi'(z) = alpha phi(z) leads to, for one with enough powers of z next to phi'. */
function eulerTarget({ kind, family, a, b }: Moment): Moment | null {
  if (family === "phi" || kind === "mean") return null;
  if (kind === "square") return a >= 2 ? { kind, family: "phi", a: a - 2, b: 0 } : null;
  return a >= 1 && b >= 1 ? { kind, family: "phi", a: a - 1, b: b - 1 } : null;
}

/** degree^2 times the moment. */
const scaled = (degree: Expression, moment: Expression): Expression =>
  degree.head === "Integer" && degree.value === 1n ? moment : times(power(degree, 2), moment);

/** Each moment is derived once, and those of phi' from those of phi where Euler's relation allows. */
function withEuler(form: HomogeneousForm, own: MomentSteps): MomentSteps {
  const known = new Map<string, readonly number[]>();
  const once = (name: string, make: () => readonly number[]) => {
    const steps = known.get(name) ?? make();
    known.set(name, steps);
    return steps;
  };
  const steps: MomentSteps = (builder, moment) =>
    once(momentName(moment), () => {
      const target = eulerTarget(moment);
      if (target === null) return own(builder, moment);
      const from = steps(builder, target);
      const claim = equation(symbol(momentName(moment)), scaled(form.degree, symbol(momentName(target))));
      return [builder.confirm(claim, "Euler's relation z phi'(z) = alpha phi(z)", [], satisfiesEuler(form)), ...from];
    });
  return steps;
}

/** Adds an angular integral's value once. */
function angularSteps(): (builder: DerivationBuilder, lemma: AngularLemma) => number {
  const known = new Map<string, number>();
  const step = (builder: DerivationBuilder, lemma: AngularLemma): number => {
    const { degree, mixed, side } = lemma;
    const key = `${text(degree)} ${mixed} ${side}`;
    const place = known.get(key) ?? add(builder, lemma, angularEquation(degree, mixed, side));
    known.set(key, place);
    return place;
  };
  const add = (builder: DerivationBuilder, { degree, mixed, side }: AngularLemma, claim: Comparison): number => {
    if (mixed) {
      const degrees = [tidy(minus(degree, 1)), degree];
      const from = degrees.map((each) => step(builder, { degree: each, mixed: false, side }));
      return builder.confirm(claim, mixedRule, from, provesMixed(degree));
    }
    if (degree.head !== "Integer") return builder.verify(claim, kernelRule, []);
    if (degree.value === 0n) return builder.confirm(claim, zeroRule, [], provesDegreeZero());
    const before = step(builder, { degree: tidy(minus(degree, 1)), mixed: false, side });
    return builder.confirm(claim, nextRule, [before], provesNextDegree(degree.value));
  };
  return step;
}

function homogeneousSteps(form: HomogeneousForm): MomentSteps {
  const angular = angularSteps();
  return withEuler(form, (builder, moment) => {
    const name = symbol(momentName(moment));
    const { definition, lemmas, value } = homogeneousMoment(form, moment);
    const isPair = moment.kind === "pair";
    const defined = builder.define(name, definition, isPair ? pairDefinition : ownDefinition);
    const steps = lemmas.map((lemma) => angular(builder, lemma));
    return [builder.deduce(equation(name, value), "Beta integral (DLMF 5.12.1)", [defined, ...steps])];
  });
}

export const momentSteps = (form: ActivationForm): MomentSteps =>
  form.kind === "polynomial" ? polynomialSteps(form.coefficients) : homogeneousSteps(form.form);
