import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../../src/errors.js";
import { wasmBackend } from "../../../../src/simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../../../src/simulation/network.js";
import { simulate } from "../../../../src/simulation/simulate.js";
import { activation } from "../../../../src/symbolic/activation/create.js";
import { elementwiseOf } from "../../../../src/symbolic/activation/program.js";
import { compareSimulation } from "../../../../src/verification/simulation/compareSimulation.js";
import { theoryOf } from "../../../../src/verification/simulation/theoryOf.js";
import { abortError, isAbort, type TaskContext } from "../../../../src/web/engine/task.js";
import { type Simulated, type SimulateQuestion, simulateTask } from "../../../../src/web/views/network/simulateTask.js";

const network = { activation: "relu", batch: 6, width: 48, depth: 12, epsilon: 0, gamma: 1, beta: 0 };
const question: SimulateQuestion = { network, seed: 7, backend: "wasm", goal: 40, from: null };

/** Stops at the `stop`-th pause or piece; a piece is a copy, as for a page. */
function contextOf(stop = Number.POSITIVE_INFINITY) {
  const pieces: Simulated[] = [];
  let count = 0;
  const pause = async () => {
    if (++count >= stop) throw abortError();
  };
  const context: TaskContext<Simulated> = {
    pause,
    show: (piece) => {
      pieces.push(structuredClone(piece));
      return pause();
    },
  };
  return { pieces, context };
}

describe("the task simulate", () => {
  it("says what simulate and its comparison with the theory say of the same networks", async () => {
    const phi = activation(network.activation);
    const options = { ...network, activation: elementwiseOf(phi) };
    const run = await simulate(options, { samples: 40, seed: 7, backend: wasmBackend });
    const simulated = validNetwork(options);
    const want = compareSimulation(simulated, run.samples, theoryOf(phi, simulated));
    const { summary, comparisons, backend, running } = await simulateTask(question, contextOf().context);
    expect(backend).toBe("wasm");
    expect(running.samples).toBe(40);
    expect(summary.window).toEqual(want.summary.window);
    expect(comparisons.map(({ quantity }) => quantity)).toEqual(want.comparisons.map(({ quantity }) => quantity));
    comparisons.forEach(({ simulation, theory, z }, k) => {
      const other = want.comparisons[k]!;
      expect(simulation.value).toBeCloseTo(other.simulation.value, 12);
      expect(theory).toEqual(other.theory);
      // log E: another estimate of the same standard error
      expect(Math.abs(z! / other.z! - 1)).toBeLessThan(0.1);
    });
  });

  it("shows the first network at once, and what it shows is a state of the run", async () => {
    const { pieces, context } = contextOf();
    await simulateTask(question, context);
    expect(pieces[0]!.running.samples).toBe(1);
    expect(pieces[0]!.profile).toHaveLength(13);
    expect(pieces[0]!.millisecondsPerSample).toBeGreaterThan(0);
  });

  it("goes on from any piece to the same bits", async () => {
    const whole = await simulateTask(question, contextOf().context);
    const { pieces, context } = contextOf(1);
    await expect(simulateTask(question, context)).rejects.toSatisfy(isAbort);
    const [piece] = pieces;
    expect(piece!.running.samples).toBeLessThan(40);
    const rest = await simulateTask({ ...question, from: piece!.running }, contextOf().context);
    expect(rest.running).toEqual(whole.running);
    expect(rest.summary).toEqual(whole.summary);
  });

  it("stops where it would go on for ever, and answers at once where the goal is reached", async () => {
    const { pieces, context } = contextOf(3);
    await expect(simulateTask({ ...question, goal: null }, context)).rejects.toSatisfy(isAbort);
    expect(pieces.length).toBeGreaterThan(0);
    const done = await simulateTask(question, contextOf().context);
    const again = await simulateTask({ ...question, goal: 10, from: done.running }, contextOf().context);
    expect(again.running.samples).toBe(40);
    expect(again.millisecondsPerSample).toBeNull();
  });

  it("draws other networks for another seed", async () => {
    const [one, other] = await Promise.all(
      [7, 8].map((seed) => simulateTask({ ...question, seed, goal: 3 }, contextOf().context)),
    );
    expect(one!.summary.growth!.meanLog.value).not.toBe(other!.summary.growth!.meanLog.value);
  });

  it("refuses networks that are too large, in words", async () => {
    const large = { ...network, batch: 512, width: 10_000, depth: 500 };
    const error = await simulateTask({ ...question, network: large }, contextOf().context).catch((reason) => reason);
    expect(isTheoryError(error)).toBe(true);
    expect(error.details.remedy).toMatch(/smaller/);
  });
});
