/**
 * Where a batch-normalised network goes. At an unstable BSB1 the samples of a batch part into groups; this follows the covariance
 * of one random network until the groups stand, then solves for the fixed point with these groups and for the growth of the gradient
 * there. The path chooses among attractors (often several group sizes attract); the numbers do not depend on its noise.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Estimate } from "../../../numeric/estimate.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { type BatchNorm, batchNorm } from "../batchNorm.js";
import { type BatchNormOptions, makeProblem, type Problem } from "../problem.js";
import { type Attractor, attractorNear } from "./attractor.js";
import type { BlockState } from "./blockState.js";
import type { DynamicsOptions } from "./dynamicsOptions.js";
import { type Grouping, groupingOf } from "./grouping.js";
import { periodOf } from "./period.js";
import { centredCovariance, SampledPath } from "./sampledPath.js";
import { startCovariance } from "./start.js";

/** The largest batch whose path is followed. */
export const LARGEST_PATH = 512;

/**
 * bsb1: stays at, or returns to, the symmetric fixed point. bsb2: two groups of samples. cycle: the covariance returns
 * after `period` layers. collapse: all samples become alike. escape: the covariance overflows. undecided: none of these within the layers given.
 */
export type DynamicsKind = "bsb1" | "bsb2" | "cycle" | "collapse" | "escape" | "undecided";

/** The batch after some layers. */
export interface PathPoint {
  readonly layer: number;
  /** Sizes of the groups on both sides of the widest gap between the samples' centred variances. */
  readonly groups: readonly [number, number];
  /** Mean centred variance of both groups over that of all samples. */
  readonly variance: readonly [number, number];
  /** Largest over smallest centred variance of a sample. */
  readonly ratio: number;
}

export interface Dynamics {
  /** The symmetric fixed point: its rate and stability. */
  readonly bsb1: BatchNorm;
  readonly kind: DynamicsKind;
  /** Group sizes, larger variance first: [B] for bsb1 and collapse, empty where no groups stand. */
  readonly blocks: readonly number[];
  /** The state reached, for bsb2. */
  readonly attractor: Attractor | null;
  readonly period: number | null;
  /** Growth of E|gradient|^2 a layer where the network goes; null where that is not known. */
  readonly rate: Estimate | null;
  readonly seed: number;
  readonly width: number;
  /** Layers followed. */
  readonly layers: number;
  readonly path: readonly PathPoint[];
  readonly notes: readonly string[];
}

/** Layers between two looks at the groups. */
const LOOK = 20;

function checked(parameter: string, value: number, low: number, high: number, remedy: string): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw domainError(parameter, value, `an integer from ${low} to ${high}`, remedy);
}

interface Look {
  readonly point: PathPoint;
  readonly grouping: Grouping;
  /** Centred variances of the samples over their mean. */
  readonly profile: Float64Array;
  /** Centred trace over the whole. */
  readonly share: number;
}

function lookAt(path: SampledPath, batch: number): Look {
  const { covariance, layers } = path;
  const centred = centredCovariance(covariance, batch);
  const grouping = groupingOf(covariance, centred, batch);
  const sum = (values: Float64Array, stride: number) => {
    let total = 0;
    for (let i = 0; i < batch; i++) total += values[i * stride]!;
    return total;
  };
  const trace = sum(centred, batch + 1);
  const profile = Float64Array.from({ length: batch }, (_, i) => (centred[i * (batch + 1)]! * batch) / trace);
  const mean = (members: readonly number[]) => members.reduce((total, i) => total + profile[i]!, 0) / members.length;
  const [one, two] = grouping.members;
  return {
    point: { layer: layers, groups: [one.length, two.length], variance: [mean(one), mean(two)], ratio: grouping.ratio },
    grouping,
    profile,
    share: trace / sum(covariance, batch + 1),
  };
}

const sameGroups = (a: Grouping, b: Grouping): boolean => {
  const members = new Set(a.members[0]);
  return a.members[0].length === b.members[0].length && b.members[0].every((i) => members.has(i));
};

/** A fixed point whose three eigenvalues are one is BSB1. */
const isSymmetric = ({ state: { sizes, between, within } }: Attractor) =>
  within.every((value, a) => sizes[a as 0 | 1] === 1 || Math.abs(value - between) < 1e-3 * between);

/** Centred variance of a sample of each group. */
const variances = ({ sizes: [one, two], between, within }: BlockState) => {
  const own = (share: number, size: number, l: number) => (share * between) / (size * (one + two)) + l * (1 - 1 / size);
  return [own(two, one, within[0]), own(one, two, within[1])] as const;
};

/** Whether every sample of the path looks like the attractor's: centred variances, over their mean, within a factor e^(1/2). */
function isNear({ members }: Grouping, profile: Float64Array, { state }: Attractor): boolean {
  const goal = variances(state);
  const mean = (state.sizes[0] * goal[0] + state.sizes[1] * goal[1]) / profile.length;
  return members.every((group, a) => group.every((i) => Math.abs(Math.log((profile[i]! * mean) / goal[a]!)) < 0.5));
}

type Verdict = Pick<Dynamics, "kind" | "blocks" | "attractor" | "period" | "rate">;

const nowhere: Verdict = { kind: "undecided", blocks: [], attractor: null, period: null, rate: null };

/** What the groups of three looks in a row say; null while it is open. */
function settled(problem: Problem, bsb1: BatchNorm, looks: readonly Look[]): Verdict | null {
  const last = looks.slice(-3);
  const now = last.at(-1)!;
  const { batch } = problem;
  const symmetric: Verdict = { ...nowhere, kind: "bsb1", blocks: [batch], rate: bsb1.rate };
  const stable = bsb1.stability.verdict === "stable";
  if (last.length < 3) return null;
  if (stable && last.every(({ point }) => point.ratio < 4)) return symmetric;
  if (!last.every(({ grouping }) => sameGroups(grouping, now.grouping))) return null;
  const attractor = attractorNear(problem, now.grouping.state);
  if (attractor === null || !(attractor.growth.value + attractor.growth.error < 1)) return null;
  if (isSymmetric(attractor)) return stable ? symmetric : null;
  if (!isNear(now.grouping, now.profile, attractor)) return null;
  return { ...nowhere, kind: "bsb2", blocks: [...attractor.sizes], attractor, rate: attractor.rate };
}

function notesFor(
  verdict: Verdict,
  bsb1: BatchNorm,
  { width, seed }: { width: number; seed: number },
  layers: number,
): string[] {
  const notes: string[] = [];
  const { kind, attractor, period } = verdict;
  if (kind === "bsb2" && attractor !== null) {
    const [one, two] = attractor.sizes;
    const merged = attractor.merged.findIndex((is) => is);
    notes.push(`The batch parts into ${one} and ${two} samples.`);
    if (merged >= 0)
      notes.push(
        `The ${attractor.sizes[merged as 0 | 1]} samples of one group become one: the network cannot tell them apart.`,
      );
    notes.push(`Other group sizes may attract too: this is the path of seed ${seed} at width ${width}.`);
  } else if (kind === "bsb1" && bsb1.stability.verdict !== "stable") {
    notes.push("BSB1 is not stable, yet the path stays near it.");
  } else if (kind === "cycle") {
    notes.push(`The covariance returns after ${period} layers; no gradient growth is computed along a cycle.`);
  } else if (kind === "collapse") {
    notes.push("All samples become alike: the network forgets its input.");
  } else if (kind === "undecided") {
    notes.push(
      `No attractor was recognised within ${layers} layers: more steps, or a larger width (less noise), may decide.`,
    );
  }
  return notes;
}

/** Yields after every layer, so that a caller may stop, show progress or let others run; returns the answer. */
export function* followDynamics(
  options: BatchNormOptions,
  { start = "random", seed = 1, steps = 400, width = 1000, signal }: DynamicsOptions = {},
): Generator<PathPoint | null, Dynamics, void> {
  const problem = makeProblem(options);
  const { batch } = problem;
  if (!(batch >= 4 && batch <= LARGEST_PATH)) {
    throw domainError("batch", batch, `an integer from 4 to ${LARGEST_PATH}`, "Paths are followed for finite batches.");
  }
  checked("seed", seed, 0, Number.MAX_SAFE_INTEGER, "Any integer does.");
  checked("steps", steps, 1, 100_000, "400 is the default.");
  checked("width", width, 16, 1_000_000, "1000 is the default.");
  const bsb1 = batchNorm(options);
  const answer = (verdict: Verdict, layers: number, looks: readonly Look[]): Dynamics => {
    const notes = notesFor(verdict, bsb1, { width, seed }, layers);
    return { bsb1, ...verdict, seed, width, layers, path: looks.map(({ point }) => point), notes };
  };
  if (problem.psi.facts.constant.value || bsb1.stability.verdict === "collapsed") {
    return answer({ ...nowhere, kind: "collapse", blocks: [batch], rate: bsb1.rate }, 0, []);
  }
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const path = new SampledPath(problem, width, stream, startCovariance(start, bsb1));
  const looks: Look[] = [];
  const history: Float64Array[] = [];
  while (path.layers < steps && signal?.aborted !== true) {
    path.step();
    const look = lookAt(path, batch);
    if (!Number.isFinite(look.share)) {
      const kind = path.covariance.every(Number.isFinite) ? "collapse" : "escape";
      return answer({ ...nowhere, kind, blocks: kind === "collapse" ? [batch] : [] }, path.layers, looks);
    }
    if (look.share < 1e-12 && problem.epsilon > 0)
      return answer({ ...nowhere, kind: "collapse", blocks: [batch] }, path.layers, looks);
    history.push(look.profile);
    if (path.layers % LOOK === 0 || path.layers === steps) {
      looks.push(look);
      const verdict = settled(problem, bsb1, looks);
      if (verdict !== null) return answer(verdict, path.layers, looks);
      const period = periodOf(history);
      if (period !== null) return answer({ ...nowhere, kind: "cycle", period }, path.layers, looks);
      history.splice(0, history.length - 24);
      yield look.point;
    } else yield null;
  }
  return answer(nowhere, path.layers, looks);
}

/**
 * Where the network of `options` goes from `start`, and the growth of the gradient there. Deterministic for a seed. A batch of
 * 64 takes about two seconds (a layer of width 1000 about 7 ms), 128 about five. The reached state has relative accuracy 1e-8 for smooth activations
 * and 1e-10 for homogeneous ones; each estimate says its own.
 * @throws TheoryError as `batchNorm`; "domain" for a batch outside 4..512 and for bad options.
 */
export function dynamics(options: BatchNormOptions, how: DynamicsOptions = {}): Dynamics {
  const run = followDynamics(options, how);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}
