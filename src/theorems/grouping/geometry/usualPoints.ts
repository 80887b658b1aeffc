/** The usual families at random parameters: their formulas as numbers, and points whose sums are their sums and integrals. */
import { evaluate } from "../../../symbolic/evaluate.js";
import type { Expression } from "../../../symbolic/expression.js";
import { type UsualFamilyName, usualFamily } from "../../../theory/grouping/geometry/usualFamilies.js";

type Vector = readonly number[];

const closed = [
  "bernoulli",
  "rademacher",
  "binomial",
  "poisson",
  "geometric",
  "negative binomial",
  "exponential",
  "gaussian of known variance",
  "gaussian",
  "categorical",
] as const;

const familiesOf = <const N extends readonly UsualFamilyName[]>(of: N) =>
  ({
    name: { set: "choice", of, doc: "The family." },
    s: { set: "real", min: -1, max: 1, doc: "A parameter of any sign." },
    t: { set: "real", min: 0.5, max: 2, doc: "A positive one." },
  }) as const;

export const closedFamilies = familiesOf(closed);
export const everyFamily = familiesOf([...closed, "gamma"] as const);

export interface UsualValues {
  readonly name: UsualFamilyName;
  readonly s: number;
  readonly t: number;
}

/** n trials, r failures; the known variance is t. */
const [trials, failures] = [4, 2.5];

/** theta at the two parameters. */
export function naturalOf({ name, s, t }: UsualValues): Vector {
  switch (name) {
    case "geometric":
    case "negative binomial":
    case "exponential":
      return [-t];
    case "gaussian":
      return [s, -t];
    case "gamma":
      return [1.5 + s / 2, -t];
    case "categorical":
      return [s, t - 1];
    default:
      return [s];
  }
}

/** The formulas in symbols as numbers; `inverse` and `psiStar` at the given eta. */
export function formulasAt(values: UsualValues, eta: Vector = []) {
  const family = usualFamily(values.name);
  const theta = naturalOf(values);
  const single = theta.length === 1;
  const named = (stem: string, list: Vector) => list.map((x, i) => [single ? stem : `${stem}_${i + 1}`, x] as const);
  const constants = { n: trials, r: failures, s2: values.t };
  const known = { ...constants, ...Object.fromEntries([...named("theta", theta), ...named("eta", eta)]) };
  const at = (expression: Expression) => evaluate(expression, known);
  return {
    psi: at(family.psi),
    eta: family.eta.map(at),
    fisherMetric: family.fisherMetric.map((row) => row.map(at)),
    inverse: eta.length === 0 ? [] : family.inverse!.map(at),
    psiStar: eta.length === 0 ? 0 : at(family.psiStar!),
  };
}

const count = (length: number, from = 0, step = 1): Vector => Array.from({ length }, (_, k) => from + k * step);
const column = (values: Vector): readonly Vector[] => values.map((x) => [x]);

/** x = 0, 1, .. with the ratio of a weight to the one before. */
function series(length: number, ratio: (x: number) => number) {
  const w = [1];
  for (let x = 1; x < length; x++) w.push(w[x - 1]! * ratio(x));
  return { G: column(count(length)), w };
}

/** Statistics and weights of points; integrals over x > 0 are taken in y = log x. */
export function pointsOf({ name, t }: UsualValues): { readonly G: readonly Vector[]; readonly w: Vector } {
  switch (name) {
    case "bernoulli":
      return { G: [[0], [1]], w: [1, 1] };
    case "rademacher":
      return { G: [[-1], [1]], w: [1, 1] };
    case "categorical":
      return {
        G: [
          [1, 0],
          [0, 1],
          [0, 0],
        ],
        w: [1, 1, 1],
      };
    case "binomial":
      return series(trials + 1, (x) => (trials - x + 1) / x);
    case "poisson":
      return series(60, (x) => 1 / x);
    case "geometric":
      return series(120, () => 1);
    case "negative binomial":
      return series(200, (x) => (x + failures - 1) / x);
    case "exponential": {
      const y = count(330, -60, 0.2);
      return { G: column(y.map(Math.exp)), w: y.map((at) => 0.2 * Math.exp(at)) };
    }
    case "gamma": {
      const y = count(420, -78, 0.2);
      return { G: y.map((at) => [at, Math.exp(at)]), w: y.map(() => 0.2) };
    }
    case "gaussian": {
      const x = count(801, -20, 0.05);
      return { G: x.map((at) => [at, at * at]), w: x.map(() => 0.05 / Math.sqrt(2 * Math.PI)) };
    }
    case "gaussian of known variance": {
      const x = count(801, -20, 0.05);
      return { G: column(x), w: x.map((at) => (0.05 * Math.exp(-(at * at) / (2 * t))) / Math.sqrt(2 * Math.PI * t)) };
    }
  }
}
