import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrainingRun } from "../../../src/simulation/training/settings.js";
import { train } from "../../../src/simulation/training/train.js";
import { type TrainManyOptions, trainMany } from "../../../src/simulation/training/trainMany.js";
import { fakeWorkers } from "../parallel/support/fakeWorkers.js";
import { small } from "./settings.js";

const seeds = [5, 2, 11, 3, 8, 2 ** 40];
const settings = small();

async function oneByOne(options: Pick<TrainManyOptions, "kernels" | "keepWeights"> = {}): Promise<TrainingRun[]> {
  const runs: TrainingRun[] = [];
  for (const seed of seeds) runs.push(await train(settings, { ...options, seed }));
  return runs;
}

describe("runs of several seeds", () => {
  it("are those of train, in the order of the seeds, in this thread", async () => {
    const told: number[] = [];
    const onRun = async (run: TrainingRun) => {
      await null;
      told.push(run.seed);
    };
    expect(await trainMany(settings, seeds, { onRun })).toEqual(await oneByOne());
    expect(told).toEqual(seeds);
    expect(await trainMany(settings, [])).toEqual([]);
  });

  it("are the same to the last bit with any number of workers, some of which die", async () => {
    const expected = await oneByOne({ keepWeights: true });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
        fc.nat(),
        async (count, deaths, seed) => {
          const fake = fakeWorkers({ seed, deaths });
          const told: number[] = [];
          const onRun = (run: TrainingRun) => void told.push(run.seed);
          const runs = await trainMany(settings, seeds, {
            keepWeights: true,
            onRun,
            workers: { start: fake.start, count },
          });
          expect(runs).toEqual(expected);
          expect([...told].sort()).toEqual([...seeds].sort());
          expect(fake.alive()).toBe(0);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("come from the kernels that are asked for, in workers too", async () => {
    const workers = { start: fakeWorkers({}).start, count: 2 };
    expect(await trainMany(settings, seeds, { kernels: "plain", workers })).toEqual(
      await oneByOne({ kernels: "plain" }),
    );
  });

  it("end with an error once a fourth worker dies, and none is left", async () => {
    const fake = fakeWorkers({ deaths: [0, 0, 1, 0] });
    const workers = { start: fake.start, count: 1 };
    await expect(trainMany(settings, seeds, { workers })).rejects.toThrow("keep dying");
    expect(fake.alive()).toBe(0);
  });

  it.each([1, 3])("stop after an abort with the whole runs, %d at once", async (count) => {
    const expected = await oneByOne();
    const stop = new AbortController();
    const told: TrainingRun[] = [];
    const onRun = (run: TrainingRun) => {
      told.push(run);
      stop.abort();
    };
    const workers = { start: fakeWorkers({}).start, count };
    const runs = await trainMany(settings, seeds, { onRun, signal: stop.signal, workers });
    expect(runs.length).toBeLessThan(seeds.length);
    for (const run of runs) expect(expected).toContainEqual(run);
    expect((await trainMany(settings, seeds, { onRun, signal: stop.signal })).length).toBe(0);
  });

  it.each([0, 2])("end with what the listener throws, with %d workers", async (count) => {
    const onRun = () => Promise.reject(new Error("full disk"));
    const workers = count === 0 ? {} : { workers: { start: fakeWorkers({}).start, count } };
    await expect(trainMany(settings, seeds, { onRun, ...workers })).rejects.toThrow("full disk");
  });

  it.each([
    ["seeds", 3, {}],
    ["seeds", [1, 1], {}],
    ["seed", [1, -1], {}],
    ["kernels", [1], { kernels: "gpu" }],
    ["threads", [1], { threads: 2 }],
    ["onRun", [1], { onRun: 3 }],
    ["workers", [1], { workers: 2 }],
    ["workers.count", [1], { workers: { start: () => {}, count: 0 } }],
    ["workers.start", [1], { workers: { start: null, count: 1 } }],
  ])("refuse wrong %s", async (parameter, given, options) => {
    const refused = trainMany(settings, given as number[], options as unknown as TrainManyOptions);
    await expect(refused).rejects.toMatchObject({ name: "TheoryError", details: { code: "domain", parameter } });
  });

  it("pass on what a worker refuses", async () => {
    const workers = { start: fakeWorkers({}).start, count: 2 };
    const impossible = small({ teacher: { ...small().teacher, hidden: [1], outputs: 10 } });
    await expect(trainMany(impossible, [1, 2], { workers })).rejects.toMatchObject({
      name: "TheoryError",
      details: { parameter: "teacher" },
    });
  });
});
