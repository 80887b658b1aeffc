import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonRefinement,
  discretePartition,
  generatedPartition,
  imageProbability,
  isEvent,
  measurementCollection,
  type Partition,
  partition,
  probabilityOf,
  probabilitySpace,
  refines,
  supportOf,
} from "../../../../src/grouping.js";
import { labels } from "./arbitraries.js";

const sized = fc.integer({ min: 1, max: 8 });
const byLabels = (own: readonly number[]): Partition =>
  generatedPartition(
    own.length,
    own.map((label) => own.flatMap((other, point) => (other === label ? [point] : []))),
  );
const twoPartitions = sized
  .chain((size) => fc.tuple(labels(size), labels(size)))
  .map(([a, b]) => [byLabels(a), byLabels(b)] as const);

describe("finite sigma-algebras", () => {
  it("have a common refinement that refines both, and is refined by whatever does", () => {
    fc.assert(
      fc.property(twoPartitions, ([a, b]) => {
        const both = commonRefinement(a, b);
        expect(refines(both, a) && refines(both, b)).toBe(true);
        expect(refines(discretePartition(a.size), both)).toBe(true);
        expect(generatedPartition(a.size, [...a.blocks, ...b.blocks])).toEqual(both);
        expect(refines(a, b) && refines(b, a)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it("contain the events that generate them, their complements, and no part of an atom", () => {
    fc.assert(
      fc.property(
        sized.chain((size) =>
          fc.tuple(fc.constant(size), fc.array(fc.subarray([...Array(size).keys()]), { maxLength: 3 })),
        ),
        ([size, events]) => {
          const algebra = generatedPartition(size, events);
          for (const event of events) {
            expect(isEvent(algebra, event)).toBe(true);
            expect(
              isEvent(
                algebra,
                [...Array(size).keys()].filter((point) => !event.includes(point)),
              ),
            ).toBe(true);
          }
          for (const block of algebra.blocks.filter(({ length }) => length > 1)) {
            expect(isEvent(algebra, block.slice(1))).toBe(false);
          }
        },
      ),
    );
  });

  it("of one point have the empty and the full event, each once however often its points are named", () => {
    const space = probabilitySpace([1]);
    expect([probabilityOf(space, []), probabilityOf(space, [0, 0])]).toEqual([0, 1]);
    expect(() => partition([[0], []])).toThrow(/blocks\[1\] = \[\]/);
    expect(() => partition([[1]])).toThrow(/point 1/);
  });
});

describe("measurement collections", () => {
  const space = probabilitySpace([0.25, 0.25, 0.5, 0]);
  const collection = measurementCollection(space, [
    [0, 0],
    [1, 0],
    [1, 0],
    [0, -2],
  ]);

  it("collect points with equal readings", () => {
    expect(collection.functions).toEqual([
      [0, 0],
      [1, 0],
      [0, -2],
    ]);
    expect(collection.induced.weights).toEqual([0.25, 0.75, 0]);
  });

  it("see an event where one of its points has a reading, and give it at least its probability", () => {
    expect(supportOf(collection, [])).toEqual([]);
    expect(supportOf(collection, [0])).toEqual([]);
    expect(supportOf(collection, [1, 3])).toEqual([0, 1]);
    expect(imageProbability(collection, [1])).toBe(0.75);
    expect(imageProbability(collection, [3])).toBe(0);
  });

  it("do not tell points of one atom apart", () => {
    const coarse = probabilitySpace([0.5, 0.5], { events: partition([[0, 1]]) });
    expect(() => measurementCollection(coarse, [[0], [1]])).toThrow(/the points 0 and 1/);
    expect(measurementCollection(coarse, [[3], [3]]).induced.weights).toEqual([1]);
  });
});
