import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countExtensions, extensions } from "../../../src/symbolic/operators/extensions.js";
import { type Indices, orbitOf, orbits, representative, samplesIn } from "../../../src/symbolic/operators/orbit.js";
import { rational } from "../../../src/symbolic/rational.js";
import { rationals } from "./support.js";

const tuples = (batch: number): Indices[] =>
  Array.from({ length: batch ** 4 }, (_, at) => [
    Math.floor(at / batch ** 3),
    Math.floor(at / batch ** 2) % batch,
    Math.floor(at / batch) % batch,
    at % batch,
  ]);

describe("orbits", () => {
  it("are what is left of 15 patterns after [kl|ij] = [lk|ji] (11) and after i <-> j (9)", () => {
    const patterns = extensions(0, 4).map(({ labels }) => labels);
    expect(patterns.length).toBe(15);
    const pattern = (indices: readonly number[]) => indices.map((index) => indices.indexOf(index)).join("");
    const merged = (swaps: readonly ((p: readonly number[]) => number[])[]) =>
      new Set(patterns.map((p) => [p, ...swaps.map((swap) => swap(p))].map(pattern).sort()[0])).size;
    const both = ([k, l, i, j]: readonly number[]) => [l!, k!, j!, i!];
    const inner = ([k, l, i, j]: readonly number[]) => [k!, l!, j!, i!];
    const outer = ([k, l, i, j]: readonly number[]) => [l!, k!, i!, j!];
    expect(merged([both])).toBe(11);
    expect(merged([both, inner, outer])).toBe(9);
    expect(orbits.length).toBe(9);
  });

  it("are named by a representative, and every pattern lies in one", () => {
    for (const orbit of orbits) expect(orbitOf(...representative(orbit))).toBe(orbit);
    expect(new Set(extensions(0, 4).map(({ labels }) => orbitOf(...(labels as unknown as Indices))))).toEqual(
      new Set(orbits),
    );
    expect(orbits.map(samplesIn)).toEqual([1, 2, 2, 3, 2, 2, 3, 3, 4]);
  });

  it("do not change under renaming the samples, k <-> l and i <-> j", () => {
    const four = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5));
    const permutation = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(four, permutation, ([k, l, i, j], name) => {
        const orbit = orbitOf(k, l, i, j);
        expect(orbitOf(name[k]!, name[l]!, name[i]!, name[j]!)).toBe(orbit);
        expect(orbitOf(l, k, i, j)).toBe(orbit);
        expect(orbitOf(k, l, j, i)).toBe(orbit);
      }),
    );
  });

  it("separate any two entries that no such change exchanges: they are as many as orbits of the group, at B = 1 to 5", () => {
    // Burnside over S_B x Z2 x Z2 by brute force: union-find on tuples under generators.
    const counts = [1, 2, 3, 4, 5].map((batch) => {
      const all = tuples(batch);
      const index = (t: readonly number[]) => t.reduce((at, x) => at * batch + x, 0);
      const parent = all.map((_, at) => at);
      const root = (at: number): number => (parent[at] === at ? at : root(parent[at]!));
      const join = (a: Indices, b: readonly number[]) => {
        parent[root(index(a))] = root(index(b));
      };
      const swap = (x: number) => (x === 0 ? Math.min(1, batch - 1) : x === 1 ? 0 : x);
      for (const t of all) {
        const [k, l, i, j] = t;
        join(t, [l, k, i, j]);
        join(t, [k, l, j, i]);
        join(t, t.map(swap));
        join(
          t,
          t.map((x) => (x + 1) % batch),
        );
      }
      const roots = new Map(all.map((t) => [root(index(t)), orbitOf(...t)]));
      for (const t of all) expect(roots.get(root(index(t)))).toBe(orbitOf(...t));
      return roots.size;
    });
    expect(counts).toEqual([1, 5, 8, 9, 9]);
  });
});

describe("extensions", () => {
  it("count every tuple once", () => {
    for (const batch of [1, 2, 3, 5, 8]) {
      for (const used of [0, 1, Math.min(batch, 4)]) {
        for (const length of [0, 1, 2, 3]) {
          const counts = extensions(used, length).map(({ fresh }) =>
            countExtensions(rationals, rational(batch), used, fresh),
          );
          expect(counts.reduce(rationals.add, rationals.zero)).toEqual(rational(batch ** length));
        }
      }
    }
  });
});
