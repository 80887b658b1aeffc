/** The point at which a reader finds a theorem first: nothing special about it, and small. */
import { activation } from "../../symbolic/activation/create.js";
import type { ActivationClass, Domain } from "../../theorems/domain.js";
import type { Theorem } from "../../theorems/theorem.js";
import { contains } from "../arbitraries/reals.js";
import { areMet } from "../assumptions.js";
import { sizeIn, sizeParameters } from "../domains/sizeIn.js";
import type { ParameterValue, Point } from "../point.js";
import { drawnPoint, drawnValue } from "./drawnPoint.js";

const activations: Readonly<Record<ActivationClass, string>> = {
  any: "tanh",
  smooth: "tanh",
  polynomial: "x + 0.5*x^3",
  homogeneous: "relu",
  kinked: "relu",
};

const BATCH = 8;
/** Of matrices. */
const SIZE = 4;
/** Where sizes of small ranges lie in them. */
const LOWER = 0.35;
const DECADES = 100;
/** Seeds, not sizes. */
const LARGEST = 2 ** 31;
const SEED = 1;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

interface Range {
  readonly min: number;
  readonly max: number;
}

const clamp = (x: number, { min, max }: Range) => Math.min(Math.max(x, min), max);

/** The k-th of numbers between 0 and 1 that lie evenly, in no order: multiples of the golden ratio. */
const part = (k: number) => (k * GOLDEN) % 1;

/** The k-th of such numbers in a range, three digits of it. */
const spread = (k: number, { min, max }: Range) =>
  clamp(Number((min + part(k) * (max - min)).toPrecision(3)), { min, max });

/** Entries of different parameters differ: `index` counts parameters. */
const first = (index: number) => 1 + 7 * index;

function usualInteger({ min, max }: Range, isSize: boolean): number {
  if (max > LARGEST) return clamp(SEED, { min, max });
  if (max > BATCH) return clamp(isSize ? SIZE : BATCH, { min, max });
  return Math.round(min + LOWER * (max - min));
}

/** Off the ends, and off the middle, where odd functions vanish. */
function usualReal(domain: Extract<Domain, { set: "real" }>, index: number): number {
  const [low, high] = [Math.max(domain.min, -1e6), Math.min(domain.max, 1e6)];
  const at = 0.55 + 0.3 * part(index);
  const logarithmic = low > 0 && high / low >= DECADES;
  const x = logarithmic ? low * (high / low) ** at : low + at * (high - low);
  const short = Number(x.toPrecision(2));
  return contains(domain, short) ? short : x;
}

function stochasticRow(columns: number, from: number): readonly number[] {
  const weights = Array.from({ length: columns }, (_, j) => 1 + 4 * part(from + j));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const entries = weights.slice(1).map((weight) => Number((weight / total).toFixed(3)));
  return [1 - entries.reduce((sum, p) => sum + p, 0), ...entries];
}

/** Null for what refers to sizes. */
function usualNumber(domain: Domain, index: number, isSize: boolean): ParameterValue | null {
  switch (domain.set) {
    case "integer":
      return usualInteger(domain, isSize);
    case "real":
      return usualReal(domain, index);
    case "choice":
      return domain.of[0]!;
    case "activation":
      return activation(activations[domain.class]);
    default:
      return null;
  }
}

/** Covariances and the like are drawn. */
function usualArray(theorem: Theorem, name: string, index: number, known: Point): ParameterValue {
  const domain = theorem.parameters[name]!;
  const numbers = (from: number, length: number, range: Range) =>
    Array.from({ length }, (_, k) => spread(from + k, range));
  const from = first(index);
  if (domain.set === "vector") return numbers(from, sizeIn(domain.length, known), domain);
  if (domain.set !== "matrix" && domain.set !== "stochastic") return drawnValue(theorem, name, known, 0);
  const columns = sizeIn(domain.columns, known);
  return Array.from({ length: sizeIn(domain.rows, known) }, (_, i) =>
    domain.set === "matrix" ? numbers(from + columns * i, columns, domain) : stochasticRow(columns, from + columns * i),
  );
}

function plainPoint(theorem: Theorem): Point {
  const entries = Object.entries(theorem.parameters);
  const sizes = new Set(entries.flatMap(([, domain]) => sizeParameters(domain)));
  const plain = entries.map(([name, domain], k) => [name, usualNumber(domain, k, sizes.has(name))] as const);
  const known = Object.fromEntries(plain.filter((entry): entry is [string, ParameterValue] => entry[1] !== null));
  return Object.fromEntries(plain.map(([name, value], k) => [name, value ?? usualArray(theorem, name, k, known)]));
}

/** Points that the theorem's own checks and erratum name. */
const namedPoints = ({ checks, printed }: Theorem): readonly Point[] => [
  ...checks.flatMap((check): readonly Point[] => {
    if (check.kind === "reference") return [check.at as Point];
    return check.kind === "simulation" ? check.at.map((values) => values as Point) : [];
  }),
  ...(printed?.refutation.kind === "point" ? [printed.refutation.at as Point] : []),
];

/**
 * A point with batches of 8, matrices of 4 x 4, tanh or relu, reals inside their range; where the assumptions exclude it, one
 * that the theorem's checks name, else a random one. Null for a theorem without admissible points.
 */
export function usualPoint(theorem: Theorem): Point | null {
  const { parameters, assumptions } = theorem;
  const candidates = [plainPoint(theorem), ...namedPoints(theorem)];
  return candidates.find((point) => areMet(parameters, assumptions, point)) ?? drawnPoint(theorem, 1);
}
