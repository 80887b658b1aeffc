/** A point of a theorem from what a reader has typed, and random values for the rest. */
import { isTheoryError } from "../../errors.js";
import type { Proposition } from "../../symbolic/proposition.js";
import type { Theorem } from "../../theorems/theorem.js";
import { areMet } from "../assumptions.js";
import { parseValue } from "../domains/parse.js";
import { sizeParameters } from "../domains/sizeIn.js";
import { validate } from "../domains/validate.js";
import type { ParameterValue, Point } from "../point.js";
import { drawnPoint, drawnValue } from "./drawnPoint.js";
import { usualPoint } from "./usualPoint.js";

export interface PointRequest {
  /** 0: the usual point; from 1 up: that random one. What is typed replaces its values. */
  readonly number: number;
  /** Texts by the names of parameters; names that are none are left out. */
  readonly typed: readonly (readonly [name: string, text: string])[];
}

export interface ReadPoint {
  /** Values in the order of the parameters; a parameter with a problem has none. */
  readonly point: Point;
  readonly problems: readonly { readonly name: string; readonly error: Error }[];
  /** Assumptions that the point does not meet; none are looked at where there is a problem. */
  readonly unmet: readonly Proposition[];
}

/** Whether the values of the parameters that a domain's sizes refer to are those of the drawn point. */
const hasSizesOf = (drawn: Point, known: Point, sizes: readonly string[]) =>
  sizes.every((size) => drawn[size] === known[size]);

/**
 * Reads and validates each value. A matrix that is not typed is drawn anew where a typed size asks for another one, a function
 * of the sizes and the number. Throws nothing for bad text: it becomes a problem of its parameter.
 */
export function readPoint(theorem: Theorem, { number, typed }: PointRequest): ReadPoint {
  const { parameters, assumptions } = theorem;
  const drawn = (number === 0 ? usualPoint(theorem) : drawnPoint(theorem, number)) ?? {};
  const texts = new Map(typed);
  const found = new Map<string, ParameterValue>();
  const problems: { name: string; error: Error }[] = [];
  const known = (): Point => Object.fromEntries(found);

  const read = (name: string): ParameterValue => {
    const domain = parameters[name]!;
    const sizes = sizeParameters(domain);
    const text = texts.get(name);
    if (text !== undefined) {
      const value = parseValue(name, domain, text);
      validate(name, domain, value, known());
      return value;
    }
    const kept = drawn[name];
    if (kept !== undefined && hasSizesOf(drawn, known(), sizes)) return kept;
    return drawnValue(theorem, name, known(), number);
  };

  const names = Object.keys(parameters);
  const isSized = (name: string) => sizeParameters(parameters[name]!).length > 0;
  for (const name of [...names.filter((name) => !isSized(name)), ...names.filter(isSized)]) {
    // without its size there is nothing to say about a matrix
    if (sizeParameters(parameters[name]!).some((size) => !found.has(size))) continue;
    try {
      found.set(name, read(name));
    } catch (error) {
      if (!isTheoryError(error) && !(error instanceof RangeError)) throw error;
      problems.push({ name, error });
    }
  }
  const point: Point = Object.fromEntries(names.flatMap((name) => (found.has(name) ? [[name, found.get(name)!]] : [])));
  const whole = Object.keys(point).length === names.length;
  const unmet = whole ? assumptions.filter((assumption) => !areMet(parameters, [assumption], point)) : [];
  return { point, problems, unmet };
}
