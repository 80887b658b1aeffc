/** Students that learn their teachers' outputs step by step, beside the flow that theory predicts from the same start. */
import { observePopulation, type PopulationState } from "../../../theory/alignment/population/observePopulation.js";
import { populationFlow } from "../../../theory/alignment/population/populationFlow.js";
import { populationGradient } from "../../../theory/alignment/population/populationGradient.js";
import { populationLoss } from "../../../theory/alignment/population/populationLoss.js";
import type { TwoLayer } from "../../../theory/alignment/population/twoLayer.js";
import type { TaskContext } from "../../engine/task.js";
import { type PlaneSetting, planeProblem, streamOf } from "./planeProblem.js";
import { recordedSteps } from "./recordedSteps.js";
import { sampleGradient } from "./sampleGradient.js";

export interface MoveSetting extends PlaneSetting {
  /** "samples": a batch of fresh Gaussian inputs a step; "population": the exact mean over all inputs. */
  readonly gradient: "samples" | "population";
  readonly batch: number;
  readonly rate: number;
  readonly steps: number;
}

/** One moment: the trained student, and the flow at time rate * step. */
export interface MoveRecord {
  readonly step: number;
  readonly teacher: TwoLayer;
  readonly trained: PopulationState;
  /** Rounding bound of the trained student's loss. */
  readonly lossError: number;
  /** Length of the population gradient, all weights together: 0 at a stationary point. */
  readonly gradient: number;
  /** null where the solver gave up, and from then on. */
  readonly flow: PopulationState | null;
}

export interface MoveQuestion extends MoveSetting {
  /** The last moment that is known: training goes on from there. */
  readonly from: MoveRecord | null;
}

export interface Moved {
  /** Steps made before the weights left all bounds; null where they did not. */
  readonly divergedAt: number | null;
}

const PAUSE_MS = 40;
/** A loss above this has no way back. */
const FAR = 1e6;
/** Of the flow's weights, relative and absolute: far below what a picture or a step of SGD shows. */
const TOLERANCE = 1e-5;
/** Pairs of nodes between two records at most, a few tenths of a second: beyond them the flow is too stiff to follow. */
const PAIRS = 1_000_000;

const moved = (rows: TwoLayer["W"], change: TwoLayer["W"], rate: number): number[][] =>
  rows.map((row, k) => row.map((entry, i) => entry + rate * change[k]![i]!));

/** The student after step `step` (from 0). A pure function: runs that stop and go on are those that do not. */
export function movedStudent(student: TwoLayer, teacher: TwoLayer, question: MoveSetting, step: number): TwoLayer {
  const { gradient, batch, rate, seed } = question;
  const direction =
    gradient === "population"
      ? populationGradient(student, teacher)
      : sampleGradient(student, teacher, streamOf(seed, "batches", step).fill(new Float64Array(2 * batch)));
  return { W: moved(student.W, direction.W, rate), V: moved(student.V, direction.V, rate) };
}

function flowOn(from: TwoLayer, teacher: TwoLayer, time: number): PopulationState | null {
  const pairs = from.W.length * (from.W.length + teacher.W.length);
  const options = { tolerance: TOLERANCE, maxEvals: Math.ceil(PAIRS / pairs) };
  const { states, converged } = populationFlow(from, teacher, [0, time], options);
  return converged && states.length === 2 ? states[1]! : null;
}

function recordOf(student: TwoLayer, teacher: TwoLayer, step: number, flow: PopulationState | null): MoveRecord {
  const trained = observePopulation(student, teacher, 1);
  const { W, V } = populationGradient(student, teacher);
  const gradient = Math.hypot(...W.flat(), ...V.flat());
  return { step, teacher, trained, lossError: populationLoss(student, teacher).error, gradient, flow };
}

const isNear = ({ W, V }: TwoLayer): boolean =>
  W.every((row) => row.every((x) => Math.abs(x) < FAR)) && V.every((row) => row.every((x) => Math.abs(x) < FAR));

/** Shows each recorded moment after `from`. */
export async function moveStudentsTask(question: MoveQuestion, context: TaskContext<MoveRecord>): Promise<Moved> {
  const { rate, steps, from } = question;
  const { teacher, student: start } = planeProblem(question);
  let student: TwoLayer = from === null ? start : from.trained;
  let flow = from === null ? observePopulation(start, teacher, 1) : from.flow;
  let [step, recorded] = [from?.step ?? 0, from?.step ?? 0];
  if (from === null) await context.show(recordOf(student, teacher, 0, flow));
  let paused = performance.now();
  for (const next of recordedSteps(steps).filter((each) => each > step)) {
    for (; step < next; step++) {
      student = movedStudent(student, teacher, question, step);
      if (!isNear(student)) return { divergedAt: step + 1 };
      if (performance.now() - paused > PAUSE_MS) {
        await context.pause();
        paused = performance.now();
      }
    }
    flow = flow === null ? null : flowOn(flow, teacher, rate * (next - recorded));
    recorded = next;
    await context.show(recordOf(student, teacher, next, flow));
    paused = performance.now();
  }
  return { divergedAt: null };
}
