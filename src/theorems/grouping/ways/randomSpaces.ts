/** Random laws, kernels, partitions and spaces of theorems: pure functions of a stream. Zeros, point masses and single atoms are among them. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { type MarkovKernel, markovKernel } from "../../../theory/grouping/probability/markovKernel.js";
import { generatedPartition, type Partition, partition } from "../../../theory/grouping/probability/partition.js";
import { type ProbabilitySpace, probabilitySpace } from "../../../theory/grouping/probability/probabilitySpace.js";

/** Numbers for the part `draw` of the objects of a seed. */
export const streamOf = (seed: number, draw: number): GaussianStream => new GaussianStream({ seed, sample: 11, draw });

/** A whole number from 0 to below - 1. */
export const below = (stream: GaussianStream, bound: number): number => Math.floor(bound * stream.uniform());

export const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** A law of `length` states; about one entry in five is zero. */
export function randomLaw(stream: GaussianStream, length: number): readonly number[] {
  const parts = range(length).map(() => (stream.uniform() < 0.2 ? 0 : 0.05 + stream.uniform()));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const sure = below(stream, length);
  return total === 0 ? parts.map((_, i) => (i === sure ? 1 : 0)) : parts.map((part) => part / total);
}

/** One without zeros. */
export function positiveLaw(stream: GaussianStream, length: number): readonly number[] {
  const parts = range(length).map(() => 0.1 + stream.uniform());
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

export const randomKernel = (stream: GaussianStream, from: number, to: number): MarkovKernel =>
  markovKernel(range(from).map(() => randomLaw(stream, to)));

export const positiveKernel = (stream: GaussianStream, from: number, to: number): MarkovKernel =>
  markovKernel(range(from).map(() => positiveLaw(stream, to)));

export const randomMap = (stream: GaussianStream, from: number, to: number): number[] =>
  range(from).map(() => below(stream, to));

/** States of the points, equal within atoms. */
export function randomValues(stream: GaussianStream, { size, events }: ProbabilitySpace, states: number): number[] {
  const byAtom = randomMap(stream, size, states);
  return events.blockOf.map((atom) => byAtom[atom]!);
}

/** Any subset, empty and full ones included. */
export const randomSubset = (stream: GaussianStream, size: number): number[] =>
  range(size).filter(() => stream.uniform() < 0.5);

/** Atoms by random labels. */
export function randomPartition(stream: GaussianStream, size: number): Partition {
  const labels = randomMap(stream, size, size);
  return generatedPartition(
    size,
    range(size).map((label) => range(size).filter((point) => labels[point] === label)),
  );
}

/** A coarser one: atoms merged by random labels. */
export function merged(stream: GaussianStream, fine: Partition): Partition {
  const labels = randomMap(stream, fine.blocks.length, Math.max(1, fine.blocks.length - 1));
  const groups = new Map<number, number[]>();
  for (const [k, block] of fine.blocks.entries()) {
    groups.set(labels[k]!, [...(groups.get(labels[k]!) ?? []), ...block]);
  }
  return partition([...groups.values()]);
}

/** A space of `size` points with random atoms. */
export const randomSpace = (stream: GaussianStream, size: number): ProbabilitySpace =>
  probabilitySpace(randomLaw(stream, size), { events: randomPartition(stream, size) });

/** A random union of atoms. */
export const randomEvent = (stream: GaussianStream, { events }: ProbabilitySpace): number[] =>
  events.blocks.filter(() => stream.uniform() < 0.5).flat();

/** The set of points as the bits of a number: at most 30 points. */
export const bits = (points: readonly number[]): number => points.reduce((mask, point) => mask | (1 << point), 0);

/** All unions of these sets of points, by their bits. */
export function unionsOf(blocks: readonly (readonly number[])[]): ReadonlySet<number> {
  let unions = [0];
  for (const block of blocks) unions = [...unions, ...unions.map((mask) => mask | bits(block))];
  return new Set(unions);
}
