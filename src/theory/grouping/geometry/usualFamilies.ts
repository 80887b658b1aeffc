import { assertInteger, domainError } from "../../../numeric/domain.js";
import { assertShapes, optionsOf } from "../../../numeric/shape.js";
import { minus, over, plus, times } from "../../../symbolic/build.js";
import { differentiate } from "../../../symbolic/differentiate.js";
import { call, type Expression, integer, substitute, symbol } from "../../../symbolic/expression.js";
import { parseTerm } from "../../../symbolic/formula/parse.js";
import { stableForm } from "./stableForm.js";

/** An exponential family in symbols. Natural parameters are theta, or theta_1, theta_2, ..; dual ones eta, or eta_1, eta_2, .. */
export interface SymbolicFamily {
  readonly name: string;
  /** Of x: the sufficient statistic, the base measure and where theta may lie, in words. */
  readonly statistic: string;
  readonly measure: string;
  readonly domain: string;
  /** Symbols that are neither theta nor eta, with their meaning. */
  readonly constants: Readonly<Record<string, string>>;
  readonly parameters: readonly string[];
  readonly psi: Expression;
  /** grad psi, in theta. */
  readonly eta: readonly Expression[];
  /** The Hessian of psi, in theta. */
  readonly fisherMetric: readonly (readonly Expression[])[];
  /** theta in terms of eta; null where there is no closed form. */
  readonly inverse: readonly Expression[] | null;
  /** psi*(eta) = <theta(eta), eta> - psi(theta(eta)); null likewise. */
  readonly psiStar: Expression | null;
}

interface Recipe {
  readonly statistic: string;
  readonly measure: string;
  readonly domain: string;
  readonly constants?: Readonly<Record<string, string>>;
  readonly psi: string;
  /** null: none in closed form. */
  readonly inverse: readonly string[] | null;
}

const recipes = {
  bernoulli: {
    statistic: "x",
    measure: "counting, x = 0, 1",
    domain: "every theta",
    psi: "log(1+exp(theta))",
    inverse: ["log(eta/(1-eta))"],
  },
  rademacher: {
    statistic: "x",
    measure: "counting, x = -1, 1",
    domain: "every theta",
    psi: "log(exp(theta)+exp(-theta))",
    inverse: ["log((1+eta)/(1-eta))/2"],
  },
  binomial: {
    statistic: "x",
    measure: "n choose x, x = 0, .., n",
    domain: "every theta",
    constants: { n: "number of trials" },
    psi: "n*log(1+exp(theta))",
    inverse: ["log(eta/(n-eta))"],
  },
  poisson: {
    statistic: "x",
    measure: "1/x!, x = 0, 1, ..",
    domain: "every theta",
    psi: "exp(theta)",
    inverse: ["log(eta)"],
  },
  geometric: {
    statistic: "x",
    measure: "counting, x = 0, 1, ..",
    domain: "theta < 0",
    psi: "-log(1-exp(theta))",
    inverse: ["log(eta/(1+eta))"],
  },
  "negative binomial": {
    statistic: "x",
    measure: "(x + r - 1) choose x, x = 0, 1, ..",
    domain: "theta < 0",
    constants: { r: "failures, above 0" },
    psi: "-r*log(1-exp(theta))",
    inverse: ["log(eta/(r+eta))"],
  },
  exponential: {
    statistic: "x",
    measure: "dx, x > 0",
    domain: "theta < 0",
    psi: "-log(-theta)",
    inverse: ["-1/eta"],
  },
  "gaussian of known variance": {
    statistic: "x",
    measure: "the centred Gaussian of variance s2",
    domain: "every theta",
    constants: { s2: "the variance, above 0" },
    psi: "s2*theta^2/2",
    inverse: ["eta/s2"],
  },
  gaussian: {
    statistic: "(x, x^2)",
    measure: "dx/sqrt(2 pi)",
    domain: "theta_2 < 0",
    psi: "-theta_1^2/(4*theta_2)-log(-2*theta_2)/2",
    inverse: ["eta_1/(eta_2-eta_1^2)", "-1/(2*(eta_2-eta_1^2))"],
  },
  gamma: {
    statistic: "(log x, x)",
    measure: "dx/x, x > 0",
    domain: "theta_1 > 0 > theta_2",
    psi: "log(gamma(theta_1))-theta_1*log(-theta_2)",
    inverse: null,
  },
} as const satisfies Readonly<Record<string, Recipe>>;

export type UsualFamilyName = keyof typeof recipes | "categorical";

export const usualFamilyNames: readonly UsualFamilyName[] = Object.freeze([
  ...(Object.keys(recipes) as (keyof typeof recipes)[]),
  "categorical",
]);

export interface UsualFamilyOptions {
  /** Of "categorical": how many values x takes, 2 to 10; default 3. */
  readonly outcomes?: number;
}

/**
 * A usual exponential family in symbols: psi, its gradient eta and Hessian (the Fisher metric), differentiated here; the inverse map, given in closed
 * form, and psi*, made from it. Formulas may be printed as text or TeX, differentiated further and evaluated.
 *
 * The gamma family has no closed inverse map: eta_1 = digamma(theta_1) - log(-theta_2). Source: Definitions D.3 and D.5 of the S-System paper.
 * @throws TheoryError "domain" for another name.
 */
export function usualFamily(name: UsualFamilyName, options: UsualFamilyOptions = {}): SymbolicFamily {
  assertShapes({ options: optionsOf({}) }, { options });
  if (name === "categorical") return categorical(options.outcomes ?? 3);
  if (!Object.hasOwn(recipes, name)) {
    throw domainError("name", name, usualFamilyNames.join(", "), "Pass one of these names.");
  }
  const recipe: Recipe = recipes[name];
  const inverse = recipe.inverse === null ? null : recipe.inverse.map(parseTerm);
  const { statistic, measure, domain, constants = {} } = recipe;
  return familyOf(
    { name, statistic, measure, domain, constants },
    parseTerm(recipe.psi),
    inverse,
    statistic === "x" ? 1 : 2,
  );
}

type Words = Pick<SymbolicFamily, "name" | "statistic" | "measure" | "domain" | "constants">;

function familyOf(
  words: Words,
  psi: Expression,
  inverse: readonly Expression[] | null,
  dimension: number,
): SymbolicFamily {
  const parameters = namesOf("theta", dimension);
  const stable = stableForm(psi);
  const eta = parameters.map((name) => stableForm(differentiate(stable, name)));
  const fisherMetric = eta.map((slope) => parameters.map((name) => stableForm(differentiate(slope, name))));
  return Object.freeze({ ...words, parameters, psi, eta, fisherMetric, inverse, psiStar: dualOf(psi, inverse) });
}

const namesOf = (stem: "theta" | "eta", dimension: number): readonly string[] =>
  dimension === 1 ? [stem] : Array.from({ length: dimension }, (_, i) => `${stem}_${i + 1}`);

function dualOf(psi: Expression, inverse: readonly Expression[] | null): Expression | null {
  if (inverse === null) return null;
  const [thetas, etas] = [namesOf("theta", inverse.length), namesOf("eta", inverse.length)];
  const at = thetas.reduce((rest, name, i) => substitute(rest, name, inverse[i]!), psi);
  return minus(plus(...inverse.map((theta, i) => times(theta, etas[i]!))), at);
}

/** x is one of m values; the last has theta = 0. */
function categorical(outcomes: number): SymbolicFamily {
  assertInteger("outcomes", outcomes, 2, 10);
  const free = outcomes - 1;
  const total = plus(1, ...namesOf("theta", free).map((name) => call("Exp", symbol(name))));
  const rest = namesOf("eta", free).reduce<Expression>((left, name) => minus(left, name), integer(1));
  const inverse = namesOf("eta", free).map((name) => call("Log", over(name, rest)));
  const words: Words = {
    name: "categorical",
    statistic: `([x = 1], .., [x = ${free}])`,
    measure: `counting, x = 1, .., ${outcomes}`,
    domain: "every theta",
    constants: {},
  };
  return familyOf(words, call("Log", total), inverse, free);
}
