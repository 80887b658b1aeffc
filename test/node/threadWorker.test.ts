import { describe, expect, it } from "vitest";
import { END } from "../../src/node/end.js";
import { threadWorker } from "../../src/node/threadWorker.js";

const file = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort as port } from "node:worker_threads"; ${code}`)}`,
  );
/** Tells what it hears, and ends when it is told to. */
const obedient = `port.on("message", (said) => { port.postMessage(["heard", said]); if (said === "${END}") port.close(); });`;
/** Never looks at its messages. */
const busy = 'port.postMessage(["busy"]); for (;;);';

/** What a thread sends and how it dies, after a first message has come from it. */
function lifeOf(code: string, act: (worker: ReturnType<typeof threadWorker>) => void, first?: unknown) {
  return new Promise<{ readonly told: readonly unknown[]; readonly death: string }>((resolve) => {
    const worker = threadWorker(file(code));
    const told: unknown[] = [];
    worker.receive((message) => {
      if (told.push(message) === 1) act(worker);
    });
    worker.onDeath((death) => resolve({ told, death }));
    if (first !== undefined) worker.send(first);
  });
}

describe("a worker thread", () => {
  it("that is terminated is asked to end, and ends by itself where it can", async () => {
    const { told, death } = await lifeOf(obedient, (worker) => worker.terminate(), 3);
    expect(told).toEqual([
      ["heard", 3],
      ["heard", END],
    ]);
    expect(death).toBe("it ended with code 0");
  });

  it("is stopped in the middle of its work where it does not listen", async () => {
    expect(await lifeOf(busy, (worker) => worker.terminate())).toEqual({
      told: [["busy"]],
      death: "it ended with code 1",
    });
  });

  it("may be terminated twice, and after its end", async () => {
    let ended: ReturnType<typeof threadWorker> | undefined;
    const twice = (worker: ReturnType<typeof threadWorker>) => {
      ended = worker;
      worker.terminate();
      worker.terminate();
    };
    expect((await lifeOf(obedient, twice, 3)).told).toEqual([
      ["heard", 3],
      ["heard", END],
    ]);
    expect(() => ended!.terminate()).not.toThrow();
  });

  it("that fails tells why", async () => {
    const { death } = await lifeOf('port.on("message", () => { throw new Error("disk full"); });', () => {}, 1);
    expect(death).toBe("disk full");
  });
});
