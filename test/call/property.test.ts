/** Whatever JSON comes in, every entry gets a result or an error in words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { call } from "../../src/call/call.js";
import type { CallError } from "../../src/call/callError.js";
import { kinds } from "../../src/call/kinds/index.js";
import { asJson, misfits } from "./support.js";

/** Kinds whose smallest example takes long, or longer with other numbers: they are tried with broken inputs only. */
const slow = new Set([
  "dynamics",
  "rate",
  "spectrum",
  "cross_covariance_map",
  "gaussian_process_kernel",
  "covariance_map",
]);

function assertAnswered(request: readonly unknown[]): void {
  const answers = asJson(call(request)) as { results: { result?: unknown; error?: CallError }[] };
  expect(answers.results).toHaveLength(request.length);
  expect(misfits("answers", answers)).toEqual([]);
  for (const [i, { error }] of answers.results.entries()) {
    if (error === undefined) continue;
    expect(error.code, `${JSON.stringify(request[i])}: ${error.message}`).not.toBe("internal");
    for (const field of ["message", "parameter", "domain", "remedy"] as const) expect(error[field]).not.toBe("");
    // what a caller wrote is quoted, whatever it is
    const quoted = JSON.stringify(request[i]).match(/undefined|\[object|NaN/) !== null;
    if (!quoted) expect(error.message).not.toMatch(/undefined|\[object|NaN/);
    expect(JSON.stringify(error).length).toBeLessThan(4000);
  }
}

test("any JSON", () => {
  fc.assert(fc.property(fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 5 }), assertAnswered), { numRuns: 200 });
});

const name = fc.constantFrom(...kinds.map((kind) => kind.name));

test("any inputs of any kind", () => {
  const entry = fc.record({ id: fc.jsonValue({ maxDepth: 1 }), kind: name, inputs: fc.jsonValue({ maxDepth: 4 }) });
  fc.assert(fc.property(fc.array(entry, { maxLength: 5 }), assertAnswered), { numRuns: 200 });
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** All places of a value, as paths. */
const placesOf = (value: Json, path: readonly (string | number)[] = []): (string | number)[][] => [
  [...path],
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

function replaced(value: Json, [step, ...rest]: readonly (string | number)[], by: Json): Json {
  if (step === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as { [key: string]: Json }) };
  const inner = (copy as Record<string | number, Json>)[step]!;
  (copy as Record<string | number, Json>)[step] = replaced(inner, rest, by);
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<Json>(0, -1, 1e300, -1e300, 5e-324, 0.5, "", "Infinity", [], {}, null, true, [[]], [0], [[0, 0]], -0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 9 }),
);

const spoiled = fc.constantFrom(...kinds.filter((kind) => !slow.has(kind.name))).chain((kind) => {
  const example = JSON.parse(JSON.stringify(kind.example)) as Json;
  return fc
    .array(fc.tuple(fc.constantFrom(...placesOf(example).filter((path) => path.length > 0)), odd), {
      minLength: 1,
      maxLength: 2,
    })
    .map((changes) => {
      let inputs = example;
      for (const [path, by] of changes) {
        const known = placesOf(inputs).some((place) => place.join() === path.join());
        if (known) inputs = replaced(inputs, path, by);
      }
      return { id: 1, kind: kind.name, inputs };
    });
});

test("examples with one or two places changed to odd values", () => {
  fc.assert(
    fc.property(spoiled, (entry) => assertAnswered([entry])),
    { numRuns: 600 },
  );
});
