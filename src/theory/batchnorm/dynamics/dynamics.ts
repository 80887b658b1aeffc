/**
 * Where a batch-normalised network goes. At an unstable BSB1 the samples of a batch part into groups; this follows the covariance
 * of one random network until the groups stand, then solves for the fixed point with these groups and for the growth of the gradient
 * there. The path chooses among attractors (often several group sizes attract); the numbers do not depend on its noise.
 */
import { domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { type BatchNorm, batchNorm } from "../batchNorm.js";
import { type BatchNormOptions, makeProblem, type Problem } from "../problem.js";
import type { DynamicsOptions } from "./dynamicsOptions.js";
import { notesFor } from "./notesFor.js";
import { type Look, lookAt, type PathPoint, profileOf } from "./path/look.js";
import { HISTORY, periodOf } from "./path/periodOf.js";
import { SampledPath } from "./path/sampledPath.js";
import { startCovariance } from "./path/startCovariance.js";
import { type DynamicsKind, nowhere, Settlement, type Verdict } from "./settlement.js";

export type { DynamicsKind, PathPoint };

/** The largest batch whose path is followed. */
export const LARGEST_PATH = 512;

export interface Dynamics extends Verdict {
  /** The symmetric fixed point: its rate and stability. */
  readonly bsb1: BatchNorm;
  readonly seed: number;
  readonly width: number;
  /** Layers followed. */
  readonly layers: number;
  readonly path: readonly PathPoint[];
  readonly notes: readonly string[];
}

/** Layers between two looks at the groups, and between two that are told. */
const LOOK = 5;
const TELL = 20;

function assertOption(parameter: string, value: number, low: number, high: number, remedy: string): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw domainError(parameter, value, `an integer from ${low} to ${high}`, remedy);
}

function assertOptions(
  batch: number,
  { seed, steps, width }: Required<Pick<DynamicsOptions, "seed" | "steps" | "width">>,
) {
  assertOption("batch", batch, 4, LARGEST_PATH, "Paths are followed for finite batches.");
  assertOption("seed", seed!, 0, Number.MAX_SAFE_INTEGER, "Any integer does.");
  assertOption("steps", steps!, 1, 100_000, "400 is the default.");
  assertOption("width", width!, 16, 1_000_000, "1000 is the default.");
}

/** What ends a path whatever its groups do; null where nothing does. */
function ending({ centred, share }: SampledPath, { batch, epsilon }: Problem): Verdict | null {
  const overflows = !Number.isFinite(share) && !centred.every(Number.isFinite);
  if (overflows) return { ...nowhere, kind: "escape" };
  const collapses = !Number.isFinite(share) || (share < 1e-12 && epsilon > 0);
  return collapses ? { ...nowhere, kind: "collapse", blocks: [batch] } : null;
}

/** Yields after every layer, so that a caller may stop, show progress or let others run; returns the answer. */
export function* followDynamics(
  options: BatchNormOptions,
  { start = "random", seed = 1, steps = 400, width = 1000, signal }: DynamicsOptions = {},
): Generator<PathPoint | null, Dynamics, void> {
  const problem = makeProblem(options);
  const { batch } = problem;
  assertOptions(batch, { seed, steps, width });
  const bsb1 = batchNorm(options);
  const settlement = new Settlement(problem, bsb1);
  const looks: Look[] = [];
  const answer = (verdict: Verdict, layers: number): Dynamics => {
    const nearest = verdict.kind === "undecided" && layers === steps ? settlement.nearest(looks) : null;
    const notes = notesFor(verdict, bsb1, { width, seed, layers, nearest });
    const told = looks.map(({ point }) => point).filter(({ layer }, i) => layer % TELL === 0 || i === looks.length - 1);
    return { bsb1, ...verdict, seed, width, layers, path: told, notes };
  };
  if (problem.psi.facts.constant.value || bsb1.stability.verdict === "collapsed") {
    return answer({ ...nowhere, kind: "collapse", blocks: [batch], rate: bsb1.rate }, 0);
  }
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const path = new SampledPath(problem, width, stream, startCovariance(start, bsb1));
  const history: Float64Array[] = [];
  while (path.layers < steps && signal?.aborted !== true) {
    path.step();
    const end = ending(path, problem);
    if (end !== null) return answer(end, path.layers);
    const profile = profileOf(path.centred, batch);
    history.push(profile);
    if (path.layers % LOOK !== 0 && path.layers !== steps) {
      yield null;
      continue;
    }
    const look = lookAt(path.centred, profile, path.layers);
    looks.push(look);
    const verdict = settlement.verdict(looks);
    if (verdict !== null) return answer(verdict, path.layers);
    const period = periodOf(history);
    if (period !== null) return answer({ ...nowhere, kind: "cycle", period }, path.layers);
    history.splice(0, history.length - HISTORY);
    yield look.point;
  }
  return answer(nowhere, path.layers);
}

/**
 * Where the network of `options` goes from `start`, and the growth of the gradient there. Deterministic for a seed. A layer of width
 * 1000 takes 4 ms at B = 64 and 13 ms at 128, and a path is 20 to 250 layers long; the reached state 0.2 s, with epsilon or kinks 0.5 to 3 s.
 * It has relative accuracy 1e-8 for smooth activations and 1e-10 for homogeneous ones; each estimate says its own.
 * @throws TheoryError as `batchNorm`; "domain" for a batch outside 4..512 and for bad options.
 */
export function dynamics(options: BatchNormOptions, how: DynamicsOptions = {}): Dynamics {
  const run = followDynamics(options, how);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}
