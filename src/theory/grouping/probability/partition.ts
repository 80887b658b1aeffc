/**
 * Finite sigma-algebras. Each is the set of unions of its atoms, and its atoms are a partition of the points: (E, E) of the paper with E finite.
 * Points of one atom cannot be told apart by events.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes, list } from "../../../numeric/shape.js";
import { assertModestSize, count, counts, partitionShape } from "./shapes.js";

/** The atoms of a sigma-algebra on the points 0, ..., size - 1; frozen. */
export interface Partition {
  readonly size: number;
  /** Each ascending, in the order of their first points. */
  readonly blocks: readonly (readonly number[])[];
  /** The block of each point. */
  readonly blockOf: readonly number[];
}

/** The partition by equal keys, one key a point. */
export function partitionBy(keys: readonly (string | number)[]): Partition {
  const places = new Map<string | number, number>();
  const blocks: number[][] = [];
  const blockOf = keys.map((key, point) => {
    const place = places.get(key) ?? blocks.length;
    if (place === blocks.length) {
      places.set(key, place);
      blocks.push([]);
    }
    blocks[place]!.push(point);
    return place;
  });
  return Object.freeze({
    size: keys.length,
    blocks: Object.freeze(blocks.map((block) => Object.freeze(block))),
    blockOf: Object.freeze(blockOf),
  });
}

/**
 * The sigma-algebra with these atoms: lists of points that cover 0, 1, ... once. At most 2^20 points.
 * @throws TheoryError "domain" for an empty block, and points that are missing or in two blocks.
 */
export function partition(blocks: readonly (readonly number[])[]): Partition {
  assertShapes({ blocks: list(counts, 1) }, { blocks });
  const points = blocks.flat();
  assertModestSize("blocks", points.length);
  const keys = new Array<number>(points.length).fill(-1);
  for (const [k, block] of blocks.entries()) {
    if (block.length === 0) throw domainError(`blocks[${k}]`, "[]", "an atom of one point or more", "Drop it.");
    for (const point of block) {
      if (point >= points.length) {
        const domain = `${points.length} points 0 to ${points.length - 1}, each once`;
        throw domainError(`blocks[${k}]`, `point ${point}`, domain, "Every point belongs to one atom.");
      }
      if (keys[point] !== -1) {
        const domain = `a point of one atom; it is in block ${keys[point]} already`;
        throw domainError(`blocks[${k}]`, `point ${point}`, domain, "Atoms do not overlap.");
      }
      keys[point] = k;
    }
  }
  return partitionBy(keys);
}

/** All subsets of so many points. Throws TheoryError "domain" unless 1 <= size <= 2^20. */
export function discretePartition(size: number): Partition {
  assertShapes({ size: count }, { size });
  if (size === 0) throw domainError("size", 0, "one point or more", "A space is not empty.");
  assertModestSize("size", size);
  return partitionBy(Array.from({ length: size }, (_, point) => point));
}

/**
 * sigma(events): the smallest sigma-algebra that contains these sets of points. Its atoms are the points with equal memberships.
 * @throws TheoryError "domain" for points outside 0, ..., size - 1.
 */
export function generatedPartition(size: number, events: readonly (readonly number[])[]): Partition {
  discretePartition(size);
  assertShapes({ events: list(counts) }, { events });
  const keys = Array.from({ length: size }, () => "");
  for (const [k, event] of events.entries()) {
    const outside = event.find((point) => point >= size);
    if (outside !== undefined) {
      throw domainError(`events[${k}]`, `point ${outside}`, `points from 0 to ${size - 1}`, "Drop that point.");
    }
    for (const point of new Set(event)) keys[point] += `${k},`;
  }
  return partitionBy(keys);
}

/** Whether the set of points is a union of atoms. Throws TheoryError "domain" for points that there are not. */
export function isEvent(events: Partition, points: readonly number[]): boolean {
  assertShapes({ events: partitionShape, points: counts }, { events, points });
  const outside = points.find((point) => point >= events.size);
  if (outside !== undefined) {
    throw domainError("points", `point ${outside}`, `points from 0 to ${events.size - 1}`, "Drop that point.");
  }
  const own = new Set(points);
  const touched = new Set([...own].map((point) => events.blockOf[point]!));
  return [...touched].reduce((total, block) => total + events.blocks[block]!.length, 0) === own.size;
}
