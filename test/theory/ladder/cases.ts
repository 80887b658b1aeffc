import { readFileSync } from "node:fs";
import { expect } from "vitest";

export interface Case {
  readonly id: string;
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has inputs of its own
  readonly inputs: any;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly abs: number; readonly rel: number };
}

const reference: readonly Case[] = JSON.parse(
  readFileSync(new URL("../../reference/ladder-alignment.json", import.meta.url), "utf8"),
);

export function casesOfKind(kind: string): readonly Case[] {
  const found = reference.filter((one) => one.kind === kind);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

/** Every expected entry is there, |got - expected| <= abs + rel |expected|; words and booleans are equal. */
export function within(got: Readonly<Record<string, unknown>>, expected: unknown, tolerance: Case["tolerance"]): void {
  for (const [key, value] of Object.entries(expected as Record<string, unknown>))
    compare(key, got[key], value, tolerance);
}

function compare(at: string, got: unknown, expected: unknown, tolerance: Case["tolerance"]): void {
  if (Array.isArray(expected)) {
    expect(got, at).toHaveLength(expected.length);
    expected.forEach((value, i) => {
      compare(`${at}[${i}]`, (got as readonly unknown[])[i], value, tolerance);
    });
  } else if (typeof expected === "number") {
    expect(Math.abs((got as number) - expected), at).toBeLessThanOrEqual(
      tolerance.abs + tolerance.rel * Math.abs(expected),
    );
  } else {
    expect(got, at).toEqual(expected);
  }
}

export { largestDifference as largestGap } from "../../../src/numeric/linearAlgebra/denseMatrix.js";
