import { coefficientsIn, degreeIn, type Polynomial, variablePolynomial } from "../algebra/polynomial.js";
import { wholeOf } from "./constant.js";
import { basisOf, contiguous, type Parameters, wholeShift } from "./contiguous.js";
import { polynomialExact } from "./create.js";
import type { Atoms, Exact } from "./exact.js";
import type { ExactField } from "./field.js";
import { hypergeometric } from "./hypergeometric.js";
import { exactKey } from "./key.js";
import { power } from "./power.js";
import { functionsIn, type Image, substituteAtoms } from "./substituteAtoms.js";

const mostRounds = 4;

/** Functions 2F1 of one z whose parameters differ by whole numbers, and the one in which to write them. */
interface Class {
  readonly base: Parameters;
  readonly z: Exact;
  readonly names: string[];
}

const parametersOf = (args: readonly Exact[]): Parameters => [args[0]!, args[1]!, args[2]!];

const isNear = (own: Parameters, base: Parameters, field: ExactField) => {
  const exchanged: Parameters = [own[1], own[0], own[2]];
  return [own, exchanged].some((each) => wholeShift(each, base, field) !== null);
};

/** (a-c+1, b-c+1, 2-c): z^(1-c) times 2F1 of these solves the same equation. */
const companionOf = ([a, b, c]: Parameters, field: ExactField): Parameters => {
  const gap = field.subtract(field.one, c);
  return [field.add(a, gap), field.add(b, gap), field.add(gap, field.one)];
};

const isBaseFor = (own: Parameters, field: ExactField) => (base: Parameters) =>
  wholeOf(base[2]) === null && isNear(own, base, field);

function classesOf(p: Polynomial, atoms: Atoms, field: ExactField): readonly Class[] {
  const classes: Class[] = [];
  for (const [name, args] of functionsIn(p, atoms, "Hypergeometric")) {
    const [own, z] = [parametersOf(args), args[3]!];
    const others = classes.filter((other) => exactKey(other.z) === exactKey(z));
    const same = others.find(({ base }) => isNear(own, base, field));
    const companions = others.map(({ base }) => companionOf(base, field));
    if (same !== undefined) same.names.push(name);
    else classes.push({ base: companions.find(isBaseFor(own, field)) ?? own, z, names: [name] });
  }
  return classes;
}

const isCompanion = (second: Class, first: Class, field: ExactField) => {
  const companion = companionOf(first.base, field);
  return (
    exactKey(first.z) === exactKey(second.z) && companion.every((own, i) => exactKey(own) === exactKey(second.base[i]!))
  );
};

/** The variable that 2F1 is; null where it is none. */
function nameOf([a, b, c]: Parameters, z: Exact, field: ExactField): string | null {
  const { numerator } = hypergeometric(a, b, c, z, field);
  return numerator.variables.find((name) => name.startsWith("#Hypergeometric")) ?? null;
}

/** An element that is zero where p is, by x y = value: without products x y, where a few rounds suffice. */
function replaceProduct(p: Exact, [x, y]: readonly [string, string], value: Exact, field: ExactField): Exact {
  let result = p;
  for (let round = 0; round < mostRounds; round++) {
    const { numerator, atoms } = result;
    if (degreeIn(numerator, x) === 0 || degreeIn(numerator, y) === 0) break;
    let sum = field.zero;
    coefficientsIn(numerator, x).forEach((inX, i) => {
      coefficientsIn(inX, y).forEach((coefficient, j) => {
        const both = Math.min(i, j);
        const [left, right] = [x, y].map((name) => polynomialExact(variablePolynomial(name), atoms));
        const rest = field.multiply(field.power(left!, i - both), field.power(right!, j - both));
        const own = field.multiply(polynomialExact(coefficient, atoms), rest);
        sum = field.add(sum, field.multiply(own, field.power(value, both)));
      });
    });
    result = sum;
  }
  return result;
}

/**
 * F ((1-c) G + theta G) - theta F G = (1-c) (1-z)^(c-a-b-1), G the companion of F: without products F theta G.
 */
function useWronskian(x: Exact, first: Class, second: Class, field: ExactField): Exact {
  const { one, add, subtract, multiply, divide } = field;
  const { z, base } = first;
  const [[F, slopeF], [G, slopeG]] = [basisOf(base, z, field), basisOf(second.base, z, field)];
  const raised = second.base.map((own) => add(own, one)) as unknown as Parameters;
  const names = [nameOf(base, z, field), nameOf(raised, z, field)];
  if (names.includes(null)) return x;
  const [a, b, c] = base;
  const lower = subtract(one, c);
  const constant = multiply(lower, power(subtract(one, z), subtract(subtract(subtract(c, a), b), one), field));
  const rest = subtract(add(constant, multiply(slopeF, G)), multiply(lower, multiply(F, G)));
  const value = divide(multiply(rest, hypergeometric(...raised, z, field)), slopeG);
  return replaceProduct(x, names as [string, string], value, field);
}

/**
 * An element that is zero where this one is, with two functions of each class of contiguous hypergeometric functions in
 * place of all, and without one of the four products of two such pairs that solve the same equation. Null where there
 * is nothing to reduce. Throws a RangeError beyond the limits of the algebra.
 */
export function reduceHypergeometrics({ numerator, atoms }: Exact, field: ExactField): Exact | null {
  const classes = classesOf(numerator, atoms, field);
  if (classes.every(({ names }) => names.length === 1) && classes.length < 2) return null;
  const images = new Map<string, Image>();
  for (const { base, z, names } of classes) {
    for (const name of names) {
      const atom = atoms[name]!;
      const value = atom.kind === "function" ? contiguous(parametersOf(atom.args), base, z, field) : null;
      if (value !== null) images.set(name, (k) => field.power(value, k));
    }
  }
  let result = substituteAtoms(numerator, atoms, images, field);
  classes.forEach((second, place) => {
    const first = classes.slice(0, place).find((other) => isCompanion(second, other, field));
    if (first !== undefined && !field.isZero(result)) result = useWronskian(result, first, second, field);
  });
  return result;
}
