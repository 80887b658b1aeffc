import { wholeOf } from "./constant.js";
import { integerExact } from "./create.js";
import type { Exact } from "./exact.js";
import type { ExactField } from "./field.js";
import { hypergeometric } from "./hypergeometric.js";

const mostSteps = 60;
const mostTerms = 1000;

/** a, b, c of 2F1(a, b; c; z). */
export type Parameters = readonly [a: Exact, b: Exact, c: Exact];

/** first * F + second * theta F, theta = z d/dz. */
type Combination = readonly [first: Exact, second: Exact];

/** What moves one parameter by 1: F and theta F there in F and theta F here. */
type Step = (own: Parameters, z: Exact, field: ExactField) => readonly [Combination, Combination];

/** theta^2 F = z a b/(1-z) F + (z (a+b) - c + 1)/(1-z) theta F, the hypergeometric equation. */
function secondDerivative([a, b, c]: Parameters, z: Exact, field: ExactField): Combination {
  const { one, add, subtract, multiply, divide } = field;
  const rest = subtract(one, z);
  return [divide(multiply(z, multiply(a, b)), rest), divide(add(subtract(multiply(z, add(a, b)), c), one), rest)];
}

/** F + theta F / divisor, and its theta. */
function plusDerivative(
  divisor: Exact,
  own: Parameters,
  z: Exact,
  field: ExactField,
): readonly [Combination, Combination] {
  const { one, add, divide } = field;
  const [first, second] = secondDerivative(own, z, field);
  return [
    [one, divide(one, divisor)],
    [divide(first, divisor), add(one, divide(second, divisor))],
  ];
}

/** The combination g and, since F = g + theta g / divisor, its theta: divisor (F - g). */
function withDerivative(g: Combination, divisor: Exact, field: ExactField): readonly [Combination, Combination] {
  const { one, subtract, multiply, negate } = field;
  return [g, [multiply(divisor, subtract(one, g[0])), negate(multiply(divisor, g[1]))]];
}

/** F(a+1) = F + theta F/a */
const raiseUpper: Step = (own, z, field) => plusDerivative(own[0], own, z, field);

/** (c-a) F(a-1) = (1-z) theta F + (c-a-b z) F */
const lowerUpper: Step = ([a, b, c], z, field) => {
  const { one, subtract, multiply, divide } = field;
  const gap = subtract(c, a);
  const g: Combination = [divide(subtract(gap, multiply(b, z)), gap), divide(subtract(one, z), gap)];
  return withDerivative(g, subtract(a, one), field);
};

/** F(c-1) = F + theta F/(c-1) */
const lowerThird: Step = (own, z, field) => plusDerivative(field.subtract(own[2], field.one), own, z, field);

/** (c-a) (c-b) F(c+1) = c ((1-z)/z theta F + (c-a-b) F) */
const raiseThird: Step = ([a, b, c], z, field) => {
  const { one, subtract, multiply, divide } = field;
  const gap = subtract(c, a);
  const scale = divide(c, multiply(gap, subtract(c, b)));
  const g: Combination = [multiply(scale, subtract(gap, b)), multiply(scale, divide(subtract(one, z), z))];
  return withDerivative(g, c, field);
};

const exchanged = ([a, b, c]: Parameters): Parameters => [b, a, c];
const raiseSecond: Step = (own, z, field) => raiseUpper(exchanged(own), z, field);
const lowerSecond: Step = (own, z, field) => lowerUpper(exchanged(own), z, field);

const steps: readonly (readonly [up: Step, down: Step])[] = [
  [raiseUpper, lowerUpper],
  [raiseSecond, lowerSecond],
  [raiseThird, lowerThird],
];

const isLong = ({ numerator, denominator }: Exact) =>
  numerator.terms.length > mostTerms || denominator.terms.length > mostTerms;

/** The combination one step nearer to the base. */
function descend(
  row: Combination,
  [value, slope]: readonly [Combination, Combination],
  field: ExactField,
): Combination {
  const entry = (i: 0 | 1) => field.add(field.multiply(row[0], value[i]), field.multiply(row[1], slope[i]));
  return [entry(0), entry(1)];
}

/** target - base where it is whole; null otherwise. */
export function wholeShift(target: Parameters, base: Parameters, field: ExactField): readonly number[] | null {
  const shifts = target.map((own, i) => wholeOf(field.subtract(own, base[i]!)));
  return shifts.some((shift) => shift === null) ? null : (shifts as readonly number[]);
}

/** The shift of a target whose upper parameters may be exchanged first. */
function matched(
  target: Parameters,
  base: Parameters,
  field: ExactField,
): readonly [Parameters, readonly number[]] | null {
  for (const own of [target, exchanged(target)]) {
    const shifts = wholeShift(own, base, field);
    if (shifts !== null) return [own, shifts];
  }
  return null;
}

/** F of the base, and its theta z a b/c F(a+1, b+1; c+1; z). */
export function basisOf([a, b, c]: Parameters, z: Exact, field: ExactField): Combination {
  const { one, add, multiply, divide } = field;
  const raised = hypergeometric(add(a, one), add(b, one), add(c, one), z, field);
  return [hypergeometric(a, b, c, z, field), multiply(divide(multiply(z, multiply(a, b)), c), raised)];
}

/**
 * 2F1 of the target in F and theta F of the base, theta = z d/dz, by Gauss's contiguous relations. Null unless the
 * parameters differ by whole numbers, at most 60 in all, no divisor (a, b, c-a, c-b, c-1, z, 1-z on the way) is zero,
 * and no coefficient has more than 1000 terms. An identity of analytic functions off the cut z >= 1.
 */
export function contiguous(target: Parameters, base: Parameters, z: Exact, field: ExactField): Exact | null {
  const found = matched(target, base, field);
  if (found === null || found[1].reduce((sum, shift) => sum + Math.abs(shift), 0) > mostSteps) return null;
  const [start, shifts] = found;
  if ([z, field.subtract(field.one, z)].some(field.isZero)) return null;
  let own = start;
  let row: Combination = [field.one, field.zero];
  try {
    shifts.forEach((shift, place) => {
      const [up, down] = steps[place]!;
      const unit = integerExact(Math.sign(shift));
      for (let k = 0; k < Math.abs(shift); k++) {
        own = own.map((value, i) => (i === place ? field.subtract(value, unit) : value)) as unknown as Parameters;
        row = descend(row, (shift > 0 ? up : down)(own, z, field), field);
        if (row.some(isLong)) throw new RangeError(`a contiguous relation of more than ${mostTerms} terms`);
      }
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const [value, slope] = basisOf(base, z, field);
  return field.add(field.multiply(row[0], value), field.multiply(row[1], slope));
}
