import { assertInteger } from "../../../numeric/domain.js";

/** Of a set of so many elements there are 115975 partitions. */
export const LARGEST_SET = 10;

/**
 * All partitions of {0, .., size - 1} into blocks, Bell(size) of them: blocks by their least element, elements ascending. The empty set has one, without blocks.
 *
 * @throws TheoryError "domain" unless size is an integer from 0 to 10.
 */
export function setPartitions(size: number): readonly (readonly (readonly number[])[])[] {
  assertInteger("size", size, 0, LARGEST_SET);
  let partitions: number[][][] = [[]];
  for (let element = 0; element < size; element++) {
    partitions = partitions.flatMap((blocks) => [
      ...blocks.map((_, k) => blocks.map((block, j) => (j === k ? [...block, element] : block))),
      [...blocks, [element]],
    ]);
  }
  return partitions;
}
