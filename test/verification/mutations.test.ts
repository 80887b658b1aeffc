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

/**
 * Statements about limits: what is left of the limit at the points is larger than one part in a million, and is their tolerance. They are moved by
 * five times the tolerance.
 */
const limits = new Set([
  "alignment/theorem-5-rate",
  "alignment/align-with-w-star",
  "alignment/winners-diverge",
  "alignment/escape-frozen",
]);
const partOf = ({ id }: Theorem, { tolerance }: RoutesCheck<Parameters>) =>
  limits.has(id) ? Math.max(PART, 5 * tolerance.limit) : PART;

const ROUNDING = 1e-9;
const entriesOf = (computed: Computed) => (isList(computed) ? computed : [computed as number | Estimate]);
const vanishes = (computed: Computed) => entriesOf(computed).every((entry) => Math.abs(numberIn(entry)) < ROUNDING);

/** Times 1 + part, or with `part` added to all of its entries. */
function moved(computed: Computed, part: number, how: "scaled" | "shifted"): Computed {
  const changed = entriesOf(computed).map((entry) => {
    const value = how === "scaled" ? numberIn(entry) * (1 + part) : numberIn(entry) + part;
    return typeof entry === "number" ? value : { ...entry, value };
  });
  return isList(computed) ? changed : changed[0]!;
}

/** An equation's left side moved, an inequality turned round. */
function mutated(check: RoutesCheck<Parameters>, move: (computed: Computed) => Computed) {
  const { relation = "Equal", left, right } = check;
  if (relation !== "Equal") return { ...check, left: right, right: left };
  return { ...check, left: { name: left.name, evaluate: (values: Values<Parameters>) => move(left.evaluate(values)) } };
}

function isRefuted(theorem: Theorem, check: RoutesCheck<Parameters>): boolean {
  const points = sample(valuesOf(theorem.parameters), { numRuns: 4 * POINTS, seed: 1 }) as Point[];
  const admissible = points.filter((point) => areMet(theorem.parameters, theorem.assumptions, point)).slice(0, POINTS);
  const part = partOf(theorem, check);
  let zeros = true;
  const scale = (computed: Computed) => {
    zeros &&= vanishes(computed);
    return moved(computed, part, "scaled");
  };
  const refutes = (move: (computed: Computed) => Computed) =>
    admissible.some((point) => examine(mutated(check, move), point).outcome === "differ");
  // what is zero at every point, or small, has no size to be scaled
  return (
    refutes(scale) || ((zeros || limits.has(theorem.id)) && refutes((computed) => moved(computed, part, "shifted")))
  );
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
