import { assertInteger } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { assertShapes, finite, flag, optional, settingsOf } from "../../../numeric/shape.js";
import { type Ball, largestBall, type Polytope, polytope, type Region } from "../regions/polytope.js";
import { rangeOver } from "../regions/rangeOver.js";
import { regionShape, twoLayerShape } from "../shapes.js";
import { assertBiasedTwoLayers, type BiasedTwoLayer } from "./alignmentCoefficients.js";
import { shares } from "./shares.js";

export interface InterpolatingStudentOptions {
  /** Whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Most students on each teacher's hyperplane, at least 1; default 2. */
  readonly copies?: number;
  /** Whether some students are active on the other side of their hyperplane (gamma < 0); default true. */
  readonly opposite?: boolean;
  /** Hyperplanes of students that no teacher has, with cancelling fan-outs; default 1. */
  readonly unaligned?: number;
  /** Students that are silent on the region; default 1. */
  readonly silent?: number;
}

interface Node {
  readonly row: readonly number[];
  readonly fanOut: readonly number[];
}

const scaled = (factor: number, a: readonly number[]) => a.map((entry) => factor * entry);

/** Two nodes that are active all over the region and add fanOut (w~.x + b) = fanOut (2 (z + t) - (z + 2 t)). */
function affineNodes(region: Polytope, { row, fanOut }: Node): readonly Node[] {
  const d = region.dimension;
  const shift = Math.abs(rangeOver(region, row.slice(0, d))[0] + row[d]!) + 1;
  const raised = (by: number) => row.map((entry, i) => (i === d ? entry + by : entry));
  return [
    { row: raised(shift), fanOut: scaled(2, fanOut) },
    { row: raised(2 * shift), fanOut: scaled(-1, fanOut) },
  ];
}

/** Nodes on the hyperplane of `row` that add up to total fanOut relu(row.x), with affine nodes where one is turned over. */
function spread(
  region: Polytope,
  stream: GaussianStream,
  { row, fanOut }: Node,
  { count, total, opposite }: { readonly count: number; readonly total: number; readonly opposite: boolean },
): readonly Node[] {
  return shares(stream, count, total).flatMap((share) => {
    const gamma = Math.exp(stream.next() / 2);
    const turned = opposite && stream.uniform() < 0.5;
    const node = { row: scaled(turned ? -gamma : gamma, row), fanOut: scaled(share / gamma, fanOut) };
    // relu(z) = relu(-z) + z
    return turned ? [node, ...affineNodes(region, { row, fanOut: scaled(share, fanOut) })] : [node];
  });
}

const vector = (stream: GaussianStream, length: number) => Array.from({ length }, () => stream.next());

/** A row whose boundary passes through a random point of the region's largest ball. */
function cuttingRow({ centre, radius }: Ball, stream: GaussianStream): number[] {
  const dimension = centre.length;
  const weights = vector(stream, dimension);
  const reach = (radius / Math.sqrt(dimension)) * 0.9;
  const through = centre.map((entry) => entry + reach * (2 * stream.uniform() - 1));
  return [...weights, -weights.reduce((sum, w, i) => sum + w * through[i]!, 0)];
}

function silentRow(region: Polytope, stream: GaussianStream): number[] {
  const weights = vector(stream, region.dimension);
  return [...weights, -rangeOver(region, weights)[1] - 0.1 - stream.uniform()];
}

/** Exchanges nodes at random (Fisher and Yates). */
function shuffled(nodes: readonly Node[], stream: GaussianStream): readonly Node[] {
  const order = [...nodes];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(stream.uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/**
 * A student with f = f* on the region, up to rounding, that is not the teacher: each teacher is split among students of its hyperplane with gammas of
 * both signs, students off the teachers' hyperplanes cancel, some are silent on the region, and some are active all over it, where turned
 * students leave an affine function to make up for. A pure function of the seed.
 * @throws TheoryError "domain" for a teacher that does not fit the region, and counts that are no whole numbers.
 */
export function interpolatingStudent(
  teacher: BiasedTwoLayer,
  region: Region,
  options: InterpolatingStudentOptions,
): BiasedTwoLayer {
  assertShapes(
    { teacher: twoLayerShape, region: regionShape, options: settingsOf({ seed: finite, opposite: optional(flag) }) },
    { teacher, region, options },
  );
  const { seed, copies = 2, opposite = true, unaligned = 1, silent = 1 } = options;
  const within = polytope(region);
  assertBiasedTwoLayers(teacher, teacher, within.dimension);
  assertInteger("copies", copies, 1, 100);
  assertInteger("unaligned", unaligned, 0, 100);
  assertInteger("silent", silent, 0, 100);
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const ball = largestBall(within);
  const outputs = teacher.V[0]!.length;
  const count = () => 1 + Math.floor(stream.uniform() * copies);
  const nodes = [
    ...teacher.W.flatMap((row, j) =>
      spread(within, stream, { row, fanOut: teacher.V[j]! }, { count: count(), total: 1, opposite }),
    ),
    ...Array.from({ length: unaligned }, () => {
      const node = { row: cuttingRow(ball, stream), fanOut: vector(stream, outputs) };
      return spread(within, stream, node, { count: 2, total: 0, opposite });
    }).flat(),
    ...Array.from({ length: silent }, () => ({ row: silentRow(within, stream), fanOut: vector(stream, outputs) })),
  ];
  const mixed = shuffled(nodes, stream);
  return { W: mixed.map(({ row }) => row), V: mixed.map(({ fanOut }) => fanOut) };
}
