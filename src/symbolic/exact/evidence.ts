import { rationalFunctionOf } from "../algebra/fromExpression.js";
import { rationalExpression } from "../algebra/toExpression.js";
import { call, contains, type Expression, fold, isCall } from "../expression.js";
import { type Domains, samplePoints } from "../precise/samplePoints.js";
import { type Point, verifyProposition } from "../precise/verify.js";
import { compare, element, type Proposition } from "../proposition.js";
import { addRational, type Rational, rational } from "../rational.js";
import { rationalOf } from "./constant.js";
import { type Domain, effectiveAssumptions } from "./domain.js";
import { settle } from "./reduce.js";

export interface EvidenceOptions {
  readonly assumptions: readonly Proposition[];
  readonly digits: number;
  readonly points: number;
  readonly seed: number;
}

export type Evidence =
  | { readonly status: "verified"; readonly points: number; readonly digits: number }
  | { readonly status: "refuted"; readonly at: Point }
  | { readonly status: "undecided" };

const undecided: Evidence = Object.freeze({ status: "undecided" });

/** Doubles as the fractions that `normalise` reads them as. */
const exactLeaves = (expression: Expression): Expression =>
  fold<Expression>(expression, (node, args) => {
    if (isCall(node)) return call(node.head, ...args);
    const value = node.head === "Number" ? rationalFunctionOf(node) : null;
    return value === null ? node : rationalExpression(rationalOf(settle(value, {}))!);
  });

const sidesOf = (proposition: Proposition): readonly Expression[] =>
  proposition.relation === "Element" ? [proposition.left] : [proposition.left, proposition.right];

function freeSymbols(expressions: readonly Expression[]): readonly string[] {
  const names = new Set<string>();
  for (const expression of expressions) {
    fold<null>(expression, (node) => {
      if (node.head === "Symbol" && contains(expression, node.name)) names.add(node.name);
      return null;
    });
  }
  return [...names].sort();
}

/** Symbols without bounds are taken between -10 and 10, half-bounded ones up to 100 from their bound. */
function domainsOf(names: readonly string[], { bounds, integers }: Domain): Domains {
  const away = (value: Rational | null | undefined, distance: number, otherwise: number) =>
    value ? addRational(value, rational(distance)) : rational(otherwise);
  const entries = names.map((name) => {
    const known = bounds.get(name);
    const min = known?.lower ?? away(known?.upper, -100, -10);
    const max = known?.upper ?? away(known?.lower, 100, 10);
    return [name, { min, max, integer: integers.has(name) }] as const;
  });
  return Object.fromEntries(entries);
}

function holdsAt(proposition: Proposition, at: Point, digits: number): boolean {
  try {
    return verifyProposition(proposition, [at], digits).status === "verified";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What one admissible point says; null where the statement has no value there. */
function findingAt(proposition: Proposition, at: Point, digits: number): Evidence["status"] | null {
  try {
    const result = verifyProposition(proposition, [at], digits);
    return result.status === "refuted" && !result.rigorous ? "undecided" : result.status;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The statement at random points where all assumptions hold: "refuted" is a proof by interval arithmetic, "verified" is
 * agreement to the digits at every point that was tried. Points at which a side has no value do not count; "undecided"
 * when there are none.
 */
export function evidenceFor(proposition: Proposition, domain: Domain, options: EvidenceOptions): Evidence {
  const { digits, points, seed } = options;
  const sides = sidesOf(proposition).map(exactLeaves);
  const statement =
    proposition.relation === "Element"
      ? element(sides[0]!, proposition.set)
      : compare(proposition.relation, sides[0]!, sides[1]!);
  const names = freeSymbols(sides);
  const assumptions = effectiveAssumptions(options.assumptions).filter((assumption) =>
    sidesOf(assumption).some((side) => names.some((name) => contains(side, name))),
  );
  const needed = freeSymbols([...sides, ...assumptions.flatMap(sidesOf)]);
  let found = 0;
  for (const at of samplePoints(domainsOf(needed, domain), 8 * points, seed)) {
    if (found === points) break;
    if (!assumptions.every((assumption) => holdsAt(assumption, at, digits))) continue;
    const finding = findingAt(statement, at, digits);
    if (finding === "refuted") return { status: "refuted", at };
    if (finding === "undecided") return undecided;
    if (finding === "verified") found += 1;
  }
  return found === 0 ? undecided : { status: "verified", points: found, digits };
}
