/** Every check of every theorem can fail: with a side changed by one part in a million, or an inequality turned round, it is refuted. */
import { sample } from "fast-check";
import { expect, it } from "vitest";
import type { Estimate } from "../../src/numeric/estimate.js";
import type { Parameters, Values } from "../../src/theorems/domain.js";
import { theorems } from "../../src/theorems/index.js";
import type { Computed, ReferenceCheck, RoutesCheck, Theorem } from "../../src/theorems/theorem.js";
import { valuesOf } from "../../src/verification/arbitraries/valuesOf.js";
import { areMet } from "../../src/verification/assumptions.js";
import { checkReference } from "../../src/verification/checks/reference.js";
import { routesName } from "../../src/verification/checks/routes.js";
import { examine } from "../../src/verification/examine.js";
import type { Point } from "../../src/verification/point.js";

const PART = 1e-6;
/** So many admissible points are tried; most checks fail at the first. */
const POINTS = 16;

const numberIn = (entry: number | Estimate) => (typeof entry === "number" ? entry : entry.value);
const isList = (computed: Computed): computed is readonly (number | Estimate)[] => Array.isArray(computed);

/** Times 1 + 1e-6; 1e-6 where all of it is zero. */
function moved(computed: Computed): Computed {
  const entries = isList(computed) ? computed : [computed as number | Estimate];
  const shift = entries.every((entry) => numberIn(entry) === 0) ? PART : 0;
  const changed = entries.map((entry) => {
    const value = numberIn(entry) * (1 + PART) + shift;
    return typeof entry === "number" ? value : { ...entry, value };
  });
  return isList(computed) ? changed : changed[0]!;
}

function mutated(check: RoutesCheck<Parameters>) {
  const { relation = "Equal", left, right } = check;
  if (relation !== "Equal") return { ...check, left: right, right: left };
  return {
    ...check,
    left: { name: left.name, evaluate: (values: Values<Parameters>) => moved(left.evaluate(values)) },
  };
}

function isRefuted(theorem: Theorem, check: RoutesCheck<Parameters>): boolean {
  const points = sample(valuesOf(theorem.parameters), { numRuns: 4 * POINTS, seed: 1 }) as Point[];
  const admissible = points.filter((point) => areMet(theorem.parameters, theorem.assumptions, point)).slice(0, POINTS);
  return admissible.some((point) => examine(mutated(check), point).outcome === "differ");
}

it("of two ways, one of which is wrong in the seventh digit", () => {
  const survivors = theorems.flatMap((theorem) =>
    theorem.checks
      .filter((check) => check.kind === "routes")
      .filter((check) => !isRefuted(theorem, check))
      .map((check) => `${theorem.id}: ${routesName(check)}`),
  );
  expect(survivors).toEqual([]);
});

/** Two units of the last digit, or one part in a million. */
const digitsOf = (value: string) => 2 * 10 ** -(value.split(".")[1] ?? "").length;

it("of a reference, by two units of its last digit or in the seventh digit", () => {
  const survivors = theorems.flatMap((theorem) =>
    theorem.checks
      .filter((check): check is ReferenceCheck<Parameters> => check.kind === "reference")
      .filter((check) => {
        const { way, value } = check;
        const change = (entry: number | Estimate) => {
          const shift = Math.max(PART * Math.abs(numberIn(entry)), digitsOf(value));
          return typeof entry === "number" ? entry + shift : { ...entry, value: entry.value + shift };
        };
        const wrong = {
          name: way.name,
          evaluate: (values: Values<Parameters>) => change(way.evaluate(values) as number | Estimate),
        };
        return checkReference(theorem, { ...check, way: wrong }).status !== "refuted";
      })
      .map((check) => `${theorem.id}: ${check.way.name} = ${check.value}`),
  );
  expect(survivors).toEqual([]);
});
