/** theoria experiment with experiments whose jobs take no time. What real ones find is tested where they are. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { TheoryError } from "../../src/errors.js";
import type { Experiment, Findings, Finished, Job, RunContext } from "../../src/experiments/experiment.js";
import { serveExperiments, type WorkerReply, type WorkerRequest } from "../../src/experiments/serve.js";
import { stopped } from "../../src/experiments/stopped.js";
import type { StartWorker } from "../../src/simulation/parallel/channel.js";
import { wellFormed } from "../support/wellFormed.js";
import { theoria, widest } from "./support.js";

interface Squared {
  readonly square: number;
}

/** What ran, and what is to happen before a job. */
const spy = vi.hoisted(() => ({
  ran: [] as string[],
  prepared: 0,
  before: (_: string) => {},
  bound: 1e9,
  settings: { power: 2 },
}));

function findings(finished: readonly Finished<Squared>[]): Findings {
  const rows = finished.map(({ job, result }) => [job.seed, job.variant.n!, result.square]);
  const largest = Math.max(0, ...finished.map(({ result }) => result.square));
  return {
    tables: [{ title: "squares", columns: ["seed", "n", "square"], rows }],
    plots: [
      {
        title: "Squares",
        caption: "",
        columns: 1,
        panels: [
          {
            title: "all",
            x: { label: "n" },
            y: { label: "square" },
            marks: [
              { kind: "line", colour: 0, points: finished.map(({ job, result }) => [job.variant.n!, result.square]) },
            ],
          },
        ],
      },
    ],
    assertions: [{ says: "squares are bounded", holds: largest < spy.bound, detail: String(largest) }],
    notes: ["Numbers are squared."],
  };
}

const base = vi.hoisted(() => ({
  title: "Squares of numbers",
  paper: "None.",
  cost: { quick: "1 s", full: "2 s" },
  seeds: { quick: 2, full: 3 },
}));

vi.mock("../../src/experiments/experiments.js", () => {
  const study = {
    id: "squares",
    settings: () => spy.settings,
    async prepare() {
      spy.prepared++;
      return { add: 0 };
    },
    async run(job: Job, context: RunContext): Promise<Squared> {
      spy.before(job.key);
      await context.onProgress?.(0.5);
      if (context.signal?.aborted) throw stopped();
      spy.ran.push(job.key);
      return { square: job.variant.n! ** 2 + (context.prepared as { add: number }).add };
    },
  };
  const variants = () => [{ n: 1 }, { n: 2 }, { n: 3 }];
  const squares: Experiment<Squared> = {
    ...base,
    id: "numbers/squares",
    study,
    variants,
    summarise: (all) => findings(all),
  };
  const large: Experiment<Squared> = { ...squares, id: "numbers/large", variants: () => [{ n: 3 }] };
  const other: Experiment<Squared> = { ...squares, id: "others/large" };
  const images: Experiment<Squared> = { ...squares, id: "numbers/images", needsImages: "MNIST" };
  return { experiments: [squares, large, other, images] };
});

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const fresh = () => join(folder, `run${count++}`);

const schema = JSON.parse(readFileSync(new URL("../../schema/output.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema, "output");
const validate = ajv.getSchema("output#/$defs/experiment")!;

beforeEach(() => {
  spy.ran = [];
  spy.prepared = 0;
  spy.before = () => {};
  spy.bound = 1e9;
  spy.settings = { power: 2 };
});

const squares = (...rest: string[]) => theoria(["experiment", "squares", ...rest]);

describe("what is printed", () => {
  test("without an id, the list, as text and as JSON", async () => {
    const { out, code } = await theoria(["experiment"]);
    expect([code, widest(out) <= 100]).toEqual([0, true]);
    for (const text of ["numbers/squares", "Squares of numbers", "1 s"]) expect(out).toContain(text);
    const list = JSON.parse((await theoria(["experiment", "--json"])).out);
    expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
    expect(list.experiments[3].needsImages).toBe(true);
  });

  test("tables, assertions and notes in 100 columns; with --quiet only the tables", async () => {
    const { out, code, err } = await squares();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("numbers/squares, quick, seeds 1 to 2. Squares of numbers.");
    expect(out).toContain("holds  squares are bounded: 9");
    expect(out).toContain("Numbers are squared.");
    expect(widest(out)).toBeLessThanOrEqual(100);
    expect((await squares("--quiet")).out).not.toMatch(/holds|Numbers|Squares/);
  });

  test("JSON is what the schema says", async () => {
    const output = JSON.parse((await squares("--json", "--seed", "7", "--full")).out);
    expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
    expect([output.effort, output.seed, output.seeds, output.finished, output.asked]).toEqual(["full", 7, 3, 9, 9]);
    expect(output.command).toBe("theoria experiment numbers/squares --full --seeds 3 --seed 7");
    expect(validate({ ...output, tables: undefined })).toBe(false);
    expect(validate({ ...output, assertions: [{ says: "x" }] })).toBe(false);
  });

  test("an assertion that fails is exit code 1", async () => {
    spy.bound = 5;
    const { out, err, code } = await squares();
    expect(out).toContain("FAILS  squares are bounded: 9");
    expect([code, err]).toEqual([1, "warning: 1 of 1 assertions fail\n"]);
  });
});

describe("files", () => {
  test("hold the data, the pictures and the command", async () => {
    const out = fresh();
    const { out: text } = await squares("--out", out);
    expect(readdirSync(out).sort()).toEqual([
      "numbers-squares-quick-1.svg",
      "numbers-squares-quick.json",
      "squares-quick.jsonl",
    ]);
    for (const name of ["numbers-squares-quick-1.svg", "numbers-squares-quick.json"])
      expect(text).toContain(`wrote ${join(out, name)}`);
    const data = JSON.parse(readFileSync(join(out, "numbers-squares-quick.json"), "utf8"));
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data.results.length).toBe(6);
    expect(data.results[4]).toEqual({ key: "n=2 seed=2", variant: { n: 2 }, seed: 2, result: { square: 4 } });
    const elements = wellFormed(readFileSync(join(out, "numbers-squares-quick-1.svg"), "utf8"));
    expect(elements.find(({ name }) => name === "metadata")!.text).toContain(
      "theoria experiment numbers/squares --quick",
    );
  });

  test("a second call runs nothing, more seeds run only what is missing, another figure shares the runs", async () => {
    const out = fresh();
    const first = await squares("--out", out);
    spy.ran = [];
    expect((await squares("--out", out)).out).toBe(first.out);
    expect([spy.ran, spy.prepared]).toEqual([[], 1]);
    await squares("--out", out, "--seeds", "3");
    expect(spy.ran).toEqual(["n=1 seed=3", "n=2 seed=3", "n=3 seed=3"]);
    await theoria(["experiment", "numbers/large", "--out", out]);
    expect(spy.ran.length).toBe(3);
    expect(spy.prepared).toBe(1);
  });

  test("of quick and full runs stand side by side", async () => {
    const out = fresh();
    await squares("--out", out);
    await squares("--out", out, "--full");
    for (const effort of ["quick", "full"]) {
      const data = JSON.parse(readFileSync(join(out, `numbers-squares-${effort}.json`), "utf8"));
      expect(data.effort).toBe(effort);
      expect(readdirSync(out)).toContain(`numbers-squares-${effort}-1.svg`);
    }
  });

  test("with fewer seeds than are there are of the seeds asked for, and the rest is kept", async () => {
    const out = fresh();
    await squares("--out", out, "--seeds", "3");
    spy.ran = [];
    await squares("--out", out, "--seeds", "1");
    const data = JSON.parse(readFileSync(join(out, "numbers-squares-quick.json"), "utf8"));
    expect([data.seeds, data.results.length, spy.ran]).toEqual([1, 3, []]);
    await squares("--out", out, "--seeds", "3");
    expect(spy.ran).toEqual([]);
  });

  test("go into folders that are made, one in the other", async () => {
    const out = join(fresh(), "a", "b");
    expect((await squares("--out", out)).code).toBe(0);
    expect(readdirSync(out)).toContain("numbers-squares-quick.json");
  });

  // only Linux has a /proc, which takes no folders
  test.skipIf(!existsSync("/proc/self"))("are refused where no folder can be made, without waiting", async () => {
    const { code, err } = await squares("--out", "/proc/foo/bar");
    expect([code, err]).toEqual([2, expect.stringMatching(/--out \/proc\/foo\/bar, folder \/proc\/foo: there is no/)]);
  });

  test("a run that was killed in the middle of a line continues as if nobody had touched it", async () => {
    const [whole, cut] = [fresh(), fresh()];
    const { out: untouched } = await squares("--json", "--out", whole);
    const lines = readFileSync(join(whole, "squares-quick.jsonl"), "utf8");
    for (const length of [10, 60, 90, 130, lines.length - 5]) {
      rmSync(cut, { recursive: true, force: true });
      await squares("--out", cut);
      writeFileSync(join(cut, "squares-quick.jsonl"), lines.slice(0, length));
      const { out } = await squares("--json", "--out", cut);
      expect(out.replaceAll(cut, whole)).toBe(untouched);
      expect(readFileSync(join(cut, "squares-quick.jsonl"), "utf8")).toBe(lines);
    }
  });

  test("other settings, other files and lines that are no jobs are refused", async () => {
    const out = fresh();
    await squares("--out", out);
    const file = join(out, "squares-quick.jsonl");
    const text = readFileSync(file, "utf8");
    spy.settings = { power: 3 };
    const other = await squares("--out", out);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining("a run with other settings or data")]);
    spy.settings = { power: 2 };
    for (const line of ["{", "[]", '{"job":"x"}', '{"job":1,"result":{}}', '{"job":"x","result":null}']) {
      writeFileSync(file, `${text}${line}\n`);
      const { code, err } = await squares("--out", out);
      expect([code, err]).toEqual([2, expect.stringContaining("line 9: not a finished job")]);
    }
    writeFileSync(file, "my notes\n");
    expect((await squares("--out", out)).err).toContain("not a run of theoria experiment");
    expect(readFileSync(file, "utf8")).toBe("my notes\n");
    writeFileSync(join(out, "file"), "");
    const occupied = await squares("--out", join(out, "file"));
    expect([occupied.code, occupied.err]).toEqual([2, expect.stringContaining("is not a folder. Choose a folder")]);
    expect((await squares("--out", join(out, "file", "below"))).err).toContain("not a folder. Choose a folder");
  });
});

describe("interruption", () => {
  test("keeps what is finished, asserts nothing of it, and exits with 130; the next call does the rest", async () => {
    const out = fresh();
    spy.bound = 0;
    const interrupted = () => spy.ran.length >= 4;
    const { out: text, err, code } = await theoria(["experiment", "squares", "--out", out], { interrupted });
    expect([code, err]).toEqual([130, "stopped: 4 of 6 jobs are finished\n"]);
    expect(text).not.toMatch(/holds|FAILS/);
    expect(text).toContain("Squares of numbers");
    spy.ran = [];
    spy.bound = 1e9;
    expect((await squares("--out", out)).code).toBe(0);
    expect(spy.ran).toEqual(["n=2 seed=2", "n=3 seed=2"]);
  });

  test("before the first job is finished prints nothing", async () => {
    let looks = 0;
    const { out, err, code } = await theoria(["experiment", "squares"], { interrupted: () => looks++ > 0 });
    expect([out, err, code]).toEqual(["", "stopped: 0 of 6 jobs are finished\n", 130]);
  });

  test("a person sees how far it is", async () => {
    let time = 0;
    const now = () => {
      time += 700;
      return time;
    };
    const { err } = await theoria(["experiment", "squares"], { watched: true, now });
    expect(err).toMatch(/\r[1-5] of 6, \d+ s left/);
    expect(err.endsWith("\r\u001b[K")).toBe(true);
  });
});

describe("bad input", () => {
  test.each([
    [["figure-99"], "figure-99: no experiment. Choose one of numbers/squares"],
    [["large"], "large: several experiments. Choose one of numbers/large, others/large."],
    [["squares", "--quick", "--full"], "--quick and --full: choose one."],
    [["squares", "--seeds", "0"], "--seeds 0: expected a whole number from 1"],
    [["squares", "--seeds", "x"], "--seeds x: expected"],
    [["squares", "--seed", "-1"], "--seed -1: expected"],
    [["squares", "--threads", "1.5"], "--threads 1.5: expected"],
    [["squares", "--data", "x.json"], "--data: numbers/squares makes its own inputs"],
    [["images", "--data", "missing.json"], "--data missing.json: there is no such file or folder. Choose a file"],
    [["images", "--data", "a.json,b.json"], "there is no such file"],
    [["images", "--data", "."], "--data .: it is a folder, not a file. Choose a file"],
    [["--full"], "--full: no experiment is named"],
    [["--seeds", "2"], "--seeds: no experiment is named"],
    [["--seed", "1"], "--seed: no experiment is named"],
    [["--out", "runs"], "--out: no experiment is named"],
    [["--threads", "1", "--json"], "--threads: no experiment is named"],
    [["--data", "x.json"], "--data: no experiment is named"],
    [["images", "--data", ","], '--data ""'],
  ])("%j is refused by name", async (argv, says) => {
    const { out, err, code } = await theoria(["experiment", ...argv]);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toContain(`error: `);
    expect(err).toContain(says);
  });

  test("data are read, and bad data are told", async () => {
    const path = join(folder, "data.json");
    const rows = Array.from({ length: 20 }, (_, k) => [k, 1]);
    writeFileSync(path, JSON.stringify({ inputs: rows, labels: rows.map(([k]) => k! % 2) }));
    expect((await theoria(["experiment", "images", "--data", path])).code).toBe(0);
    writeFileSync(path, JSON.stringify({ inputs: rows, labels: rows.map(() => 0) }));
    const { err, code } = await theoria(["experiment", "images", "--data", path]);
    expect([code, err]).toEqual([
      2,
      `error: --data ${path}: it has 1 class; expected 2 to 256 classes. docs/experiments.md describes the formats.\n`,
    ]);
    writeFileSync(path, JSON.stringify({ inputs: [], labels: [] }));
    const { err: none } = await theoria(["experiment", "images", "--data", path]);
    expect(none).toBe(
      `error: --data ${path}: it has 0 images; expected at least 20 images. docs/experiments.md describes the formats.\n`,
    );
  });
});

describe("worker threads", () => {
  /** Workers in this thread that speak as real ones do: what they say is cloned and comes later. */
  function workers(spoil?: (reply: WorkerReply) => WorkerReply | "death") {
    const log = { started: 0, ended: 0 };
    const start: StartWorker = () => {
      log.started++;
      let hear: (message: unknown) => void = () => {};
      let ask: (message: unknown) => void = () => {};
      let die: (reason: string) => void = () => {};
      const say = (message: unknown) => {
        const reply = spoil?.(message as WorkerReply) ?? (message as WorkerReply);
        if (reply === "death") queueMicrotask(() => die("out of memory"));
        else queueMicrotask(() => hear(structuredClone(reply)));
      };
      const side = {
        send: say,
        receive(listener: (message: unknown) => void) {
          ask = listener;
        },
      };
      void import("../../src/experiments/experiments.js").then(({ experiments }) =>
        serveExperiments(side, experiments),
      );
      return {
        send: (message) => void setTimeout(() => ask(structuredClone(message)), 5),
        receive(listener) {
          hear = listener;
        },
        onDeath(listener) {
          die = listener;
        },
        terminate: () => void log.ended++,
      };
    };
    return { log, start };
  }

  test.each([1, 2, 5])("%i of them find what this thread finds, in the same order", async (threads) => {
    const { out: alone } = await squares("--json");
    const { log, start } = workers();
    const argv = ["experiment", "squares", "--json", "--threads", String(threads)];
    expect((await theoria(argv, { startExperimentWorker: start })).out).toBe(alone);
    expect(log).toEqual({ started: threads, ended: threads });
  });

  test("errors of a job, and deaths, are told", async () => {
    const details = { code: "domain", parameter: "rate", value: 3, domain: "below 1", remedy: "Choose less." } as const;
    spy.before = () => {
      throw new TheoryError("too fast", details);
    };
    const failed = await theoria(["experiment", "squares"], { startExperimentWorker: workers().start });
    expect([failed.code, failed.err]).toEqual([2, expect.stringContaining("too fast")]);
    spy.before = () => {};
    const { start } = workers((reply) => (reply.kind === "finished" ? "death" : reply));
    const dead = await theoria(["experiment", "squares"], { startExperimentWorker: start });
    expect([dead.code, dead.err]).toEqual([
      70,
      expect.stringContaining("a worker of the experiment died: out of memory"),
    ]);
  });

  test("Ctrl-C ends them at once and keeps what is finished", async () => {
    const controller = new AbortController();
    spy.before = (key) => {
      if (key === "n=3 seed=1") controller.abort();
    };
    const { log, start } = workers();
    const { err, code } = await theoria(["experiment", "squares", "--threads", "1"], {
      ...{ startExperimentWorker: start, stopSignal: controller.signal },
      interrupted: () => controller.signal.aborted,
    });
    expect([code, err]).toEqual([130, "stopped: 2 of 6 jobs are finished\n"]);
    expect(log.ended).toBe(1);
  });

  test("a worker without the experiment, or asked before it is opened, says so", async () => {
    const said: WorkerReply[] = [];
    let ask: (message: unknown) => void = () => {};
    serveExperiments(
      {
        send: (message) => said.push(message as WorkerReply),
        receive(listener) {
          ask = listener;
        },
      },
      [],
    );
    const job = { key: "", variant: {}, seed: 1 };
    ask({ kind: "run", job } satisfies WorkerRequest);
    ask({ kind: "open", experiment: "a/b", effort: "quick", images: null, prepared: null } satisfies WorkerRequest);
    ask({ kind: "run", job } satisfies WorkerRequest);
    await vi.waitFor(() => expect(said.length).toBe(3));
    expect(said).toEqual([
      { kind: "failed", message: "no experiment is open", details: null },
      { kind: "idle" },
      { kind: "failed", message: "this worker has no experiment a/b", details: null },
    ]);
  });
});
