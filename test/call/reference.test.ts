import { expect, test } from "vitest";
import { asJson, bruteForceCases, misfits, type ReferenceCase, referenceCases, resultOf } from "./support.js";

/** Places where the two differ: by more than the tolerance, in kind, or in keys. */
function differences(expected: unknown, got: unknown, { abs, rel }: ReferenceCase["tolerance"], path = ""): string[] {
  const differ = () => [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`];
  if (typeof expected === "number") {
    return typeof got === "number" && Math.abs(got - expected) <= abs + rel * Math.abs(expected) ? [] : differ();
  }
  if (typeof expected !== "object" || expected === null) return expected === got ? [] : differ();
  if (typeof got !== "object" || got === null || Array.isArray(expected) !== Array.isArray(got)) return differ();
  const [keys, found] = [Object.keys(expected).sort(), Object.keys(got).sort()];
  if (keys.join() !== found.join()) return [`${path}: expected the keys ${keys.join()}, got ${found.join()}`];
  return keys.flatMap((key) =>
    differences(
      (expected as Record<string, unknown>)[key],
      (got as Record<string, unknown>)[key],
      { abs, rel },
      `${path}.${key}`,
    ),
  );
}

const all = [...referenceCases, ...bruteForceCases];

test.each(all.map((one) => [one.id, one] as const))("%s is answered within its tolerance", (_, one) => {
  const result = asJson(resultOf(one.kind, one.inputs) as object);
  expect(differences(one.expected, result, one.tolerance)).toEqual([]);
  expect(misfits(`${one.kind}.result`, result)).toEqual([]);
  expect(misfits(one.kind, one)).toEqual([]);
});

test("a difference is found wherever it is", () => {
  const [tolerance, expected] = [
    { abs: 1e-9, rel: 0 },
    { a: [1, { b: true }], c: "x" },
  ];
  for (const wrong of [
    { a: [1 + 2e-9, { b: true }], c: "x" },
    { a: [1, { b: false }], c: "x" },
    { a: [1, { b: true }, 0], c: "x" },
    { a: { 0: 1, 1: { b: true } }, c: "x" },
    { a: [1, { b: true }], c: "x", d: 0 },
    { a: ["1", { b: true }], c: "x" },
    { a: [null, { b: true }], c: "x" },
  ]) {
    expect(differences(expected, wrong, tolerance)).toHaveLength(1);
  }
  expect(differences(expected, { c: "x", a: [1 + 5e-10, { b: true }] }, tolerance)).toEqual([]);
});
