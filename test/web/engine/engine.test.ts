import { afterEach, describe, expect, it } from "vitest";
import { isTheoryError, TheoryError } from "../../../src/errors.js";
import { createEngine, type Engine, WorkerDeath } from "../../../src/web/engine/engine.js";
import { isAbort, type TaskContext } from "../../../src/web/engine/task.js";
import { type ChannelWorker, channelWorker } from "./support/channelWorker.js";

/** Whatever the tasks are called: the engine is asked about the tasks of these tests. */
type AnyEngine = {
  run(
    task: string,
    question: unknown,
    options?: { signal?: AbortSignal; onPiece?: (piece: never) => void },
  ): Promise<never>;
  prepare: Engine["prepare"];
};

const later = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

let prepared: string[] = [];
/** Called when the stubborn task has begun. */
let onStubborn = () => {};
let workers: ChannelWorker[] = [];

const tasks = {
  double: async () => (x: number) => 2 * x,
  refuse: async () => (x: number) => {
    throw new TheoryError(`${x} is too large`, {
      ...{ code: "domain", parameter: "x", value: x, domain: "at most 1", remedy: "Take 1." },
      place: { text: "x", start: 0, end: 1 },
    });
  },
  secretive: async () => () => {
    throw new TheoryError("a function is no number", {
      ...{ code: "domain", parameter: "x", value: () => 1, domain: "numbers", remedy: "Take one." },
    });
  },
  unclonable: async () => () => () => 1,
  endless: async () => async (_: null, context: TaskContext<number>) => {
    for (let k = 0; ; k++) {
      await context.show(k);
      await later();
    }
  },
  silent: async () => async (_: null, context: TaskContext<never>) => {
    for (;;) {
      await context.pause();
      await later();
    }
  },
  /** Hears no stop. */
  stubborn: async () => (show: boolean, context: TaskContext<string>) => {
    if (show) void context.show("begun");
    onStubborn();
    return new Promise<never>(() => {});
  },
  missing: () => {
    prepared.push("missing");
    return Promise.reject(new Error("its code could not be loaded"));
  },
} as const;

function engineOf(options: Parameters<typeof createEngine>[1] = {}): AnyEngine {
  workers = [];
  prepared = [];
  const extras = [async () => void prepared.push("extra")];
  const start = () => {
    const worker = channelWorker(tasks as never, extras);
    workers.push(worker);
    return worker;
  };
  return createEngine(start, options) as unknown as AnyEngine;
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: Error) => error,
  );

afterEach(() => {
  for (const worker of workers) worker.terminate();
});

describe("the engine", () => {
  it("answers questions, several at a time, on one worker", async () => {
    const engine = engineOf();
    expect(await Promise.all([1, 2, 3].map((x) => engine.run("double", x)))).toEqual([2, 4, 6]);
    expect(workers).toHaveLength(1);
  });

  it("hands on a TheoryError with its details and place", async () => {
    const error = await errorOf(engineOf().run("refuse", 3));
    expect(isTheoryError(error)).toBe(true);
    const { details } = error as TheoryError;
    expect(details).toMatchObject({ parameter: "x", value: 3, remedy: "Take 1.", place: { text: "x", end: 1 } });
  });

  it("hands on the message alone where the details cannot travel", async () => {
    const error = await errorOf(engineOf().run("secretive", null));
    expect(error!.message).toBe("a function is no number");
  });

  it("refuses a task that is not there, also one that every object has", async () => {
    const engine = engineOf();
    for (const name of ["nothing", "constructor", "__proto__"]) {
      expect((await errorOf(engine.run(name, null)))!.message).toBe(`there is no task named ${name}`);
    }
  });

  it("fails where an answer or a question cannot be sent, and goes on", async () => {
    const engine = engineOf();
    expect((await errorOf(engine.run("unclonable", null)))!.message).toMatch(/clone/);
    expect((await errorOf(engine.run("double", () => 1)))!.message).toMatch(/clone/);
    expect(await engine.run("double", 4)).toBe(8);
  });

  it("tells what could not be loaded", async () => {
    expect((await errorOf(engineOf().run("missing", null)))!.message).toBe("its code could not be loaded");
  });

  it("stops between two pieces", async () => {
    const engine = engineOf();
    const control = new AbortController();
    const seen: number[] = [];
    const onPiece = (piece: number) => {
      seen.push(piece);
      if (piece === 2) control.abort();
    };
    const error = await errorOf(engine.run("endless", null, { signal: control.signal, onPiece }));
    expect(isAbort(error)).toBe(true);
    const count = seen.length;
    expect(seen.slice(0, 3)).toEqual([0, 1, 2]);
    await later();
    await later();
    expect(seen).toHaveLength(count);
    expect(await engine.run("double", 1)).toBe(2);
    expect(workers).toHaveLength(1);
  });

  it("does not ask after a signal that has fired, and stops what has only just been asked", async () => {
    const engine = engineOf();
    expect(isAbort(await errorOf(engine.run("double", 1, { signal: AbortSignal.abort() })))).toBe(true);
    expect(workers).toHaveLength(0);
    const control = new AbortController();
    const stopped = errorOf(engine.run("silent", null, { signal: control.signal }));
    control.abort();
    expect(isAbort(await stopped)).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it("replaces a worker whose task does not stop, and asks again what waits behind it", async () => {
    const engine = engineOf({ patience: 20 });
    const [control, other] = [new AbortController(), new AbortController()];
    const stopped = errorOf(engine.run("stubborn", false, { signal: control.signal }));
    await new Promise<void>((resolve) => {
      onStubborn = resolve;
    });
    const shows = errorOf(engine.run("stubborn", true, { onPiece: () => control.abort() }));
    const waits = errorOf(engine.run("silent", null, { signal: other.signal }));
    expect(isAbort(await stopped)).toBe(true);
    expect(workers[0]!.terminated).toBe(true);
    expect(await shows).toBeInstanceOf(WorkerDeath);
    other.abort();
    expect(isAbort(await waits)).toBe(true);
    expect(workers[1]!.heard.map(({ kind }) => kind)).toEqual(["run", "stop"]);
    expect(await engine.run("double", 5)).toBe(10);
    expect(workers).toHaveLength(2);
  });

  it("asks again what had not begun when the worker died, and rejects what had", async () => {
    const engine = engineOf();
    let long: Promise<Error | null> | undefined;
    await new Promise<void>((resolve) => {
      long = errorOf(engine.run("endless", null, { onPiece: () => resolve() }));
    });
    const waits = engine.run("double", 21);
    const gone = new AbortController();
    const stops = errorOf(engine.run("stubborn", false, { signal: gone.signal }));
    gone.abort();
    workers[0]!.die("out of memory");
    const error = await long!;
    expect(error).toBeInstanceOf(WorkerDeath);
    expect(error!.message).toBe("out of memory");
    expect(await waits).toBe(42);
    expect(isAbort(await stops)).toBe(true);
    expect(workers[0]!.terminated).toBe(true);
    expect(workers).toHaveLength(2);
  });

  it("gives a question up that kills its second worker too, and starts no third one for it", async () => {
    const engine = engineOf();
    const error = errorOf(engine.run("stubborn", false));
    workers[0]!.die("");
    expect(workers).toHaveLength(2);
    workers[1]!.die("");
    expect(await error).toBeInstanceOf(WorkerDeath);
    expect((await error)!.message).toContain("without a reason");
    expect(workers).toHaveLength(2);
    expect(await engine.run("double", 1)).toBe(2);
  });

  it("ignores what a replaced worker still says", async () => {
    const engine = engineOf();
    const error = errorOf(engine.run("stubborn", false));
    workers[0]!.die("first");
    workers[0]!.die("again");
    expect(workers).toHaveLength(2);
    workers[1]!.die("second");
    expect((await error)!.message).toBe("second");
  });

  it("loads the code of all tasks, and extras where it is told to; what cannot be loaded harms nothing", async () => {
    const plain = engineOf();
    plain.prepare();
    expect(await plain.run("double", 2)).toBe(4);
    expect(prepared).toEqual(["missing"]);
    const long = engineOf({ extras: true });
    long.prepare();
    expect(await long.run("double", 2)).toBe(4);
    expect(prepared).toEqual(["missing", "extra"]);
  });
});
