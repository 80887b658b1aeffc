/** theoria figure with experiments whose jobs take no time. What real ones show is tested where they are. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { pngText } from "../../src/cli/figure/pngText.js";
import { openRasteriser } from "../../src/cli/figure/rasterise.js";
import type { Experiment, Findings, Finished, Job } from "../../src/experiments/experiment.js";
import { wellFormed } from "../support/wellFormed.js";
import { theoria, widest } from "./support.js";

interface Squared {
  readonly square: number;
}

const spy = vi.hoisted(() => ({ ran: [] as string[], pictures: 1, bound: 1e9 }));

function findings(finished: readonly Finished<Squared>[]): Findings {
  const points = finished.map(({ job, result }) => [job.variant.n!, result.square] as const);
  const panel = {
    title: "all",
    x: { label: "n" },
    y: { label: "square" },
    marks: [{ kind: "line", colour: 0, points } as const],
  };
  const plot = { title: "Squares & <more>", caption: "", columns: 1, panels: finished.length === 0 ? [] : [panel] };
  const largest = Math.max(0, ...finished.map(({ result }) => result.square));
  return {
    tables: [{ title: "squares", columns: ["n", "square"], rows: points }],
    plots: Array.from({ length: spy.pictures }, () => plot),
    assertions: [{ says: "squares are bounded", holds: largest < spy.bound, detail: String(largest) }],
    notes: [],
  };
}

vi.mock("../../src/experiments/experiments.js", () => {
  const squares: Experiment<Squared> = {
    ...{ id: "batchnorm/figure-1x", title: "Squares of numbers", paper: "None." },
    ...{ cost: { quick: "1 s", full: "2 s" }, seeds: { quick: 1, full: 2 } },
    study: {
      id: "squares",
      settings: () => ({}),
      async run({ key, variant }: Job): Promise<Squared> {
        spy.ran.push(key);
        return { square: variant.n! ** 2 };
      },
    },
    variants: () => [{ n: 1 }, { n: 2 }, { n: 3 }],
    summarise: (all) => findings(all),
  };
  const named = (id: string) => ({ ...squares, id });
  return { experiments: [squares, named("batchnorm/powers"), named("others/figure-7"), named("more/figure-7")] };
});

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
/** A folder of its own. */
function fresh(): string {
  const path = join(folder, `run${count++}`);
  mkdirSync(path);
  return path;
}

const schema = JSON.parse(readFileSync(new URL("../../schema/output.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema, "output");
const validate = ajv.getSchema("output#/$defs/experiment")!;

beforeEach(() => {
  spy.ran = [];
  spy.pictures = 1;
  spy.bound = 1e9;
});

const figure = (...argv: string[]) => theoria(["figure", ...argv]);

describe("what is printed", () => {
  test("without a name, the list, as text and as JSON", async () => {
    const { out, code } = await figure();
    expect([code, widest(out) <= 100]).toEqual([0, true]);
    expect(out).toContain("batchnorm/figure-1x");
    const list = JSON.parse((await figure("--json")).out);
    expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each(["1x", "figure-1x", "batchnorm/figure-1x"])(
    "%s is found; without --out it says how to write the picture",
    async (name) => {
      const { out, code, err } = await figure(name);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("holds  squares are bounded: 9");
      expect(out).toMatch(
        /\ntheoria figure 1x --out batchnorm-figure-1x\.svg writes the picture; \.png and \.json work as well\.\n$/,
      );
      expect((await figure(name, "--quiet")).out).not.toMatch(/holds|writes/);
    },
  );

  test("a name of our own needs no area", async () => {
    expect((await figure("powers")).out).toContain("theoria figure powers --out batchnorm-powers.svg");
  });

  test("JSON is what the schema says, of an experiment", async () => {
    const output = JSON.parse((await figure("1x", "--json", "--full", "--seed", "5")).out);
    expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
    expect(output.command).toBe("theoria figure batchnorm/figure-1x --full --seeds 2 --seed 5");
  });

  test("an assertion that fails is exit code 1, with the picture", async () => {
    spy.bound = 5;
    const path = join(fresh(), "f.svg");
    const { code, err } = await figure("1x", "--out", path);
    expect([code, err]).toEqual([1, "warning: 1 of 1 assertions fail\n"]);
    expect(existsSync(path)).toBe(true);
  });
});

describe("one file", () => {
  test("SVG has the command, the seed and the version in it; nothing else is left behind", async () => {
    const out = fresh();
    const { out: text } = await figure("1x", "--out", join(out, "f.svg"), "--seed", "3");
    expect(text).toContain(`wrote ${join(out, "f.svg")}`);
    expect(readdirSync(out)).toEqual(["f.svg"]);
    const elements = wellFormed(readFileSync(join(out, "f.svg"), "utf8"));
    const metadata = elements.find(({ name }) => name === "metadata")!.text;
    for (const part of ["theoria figure batchnorm/figure-1x --quick --seeds 1 --seed 3", "theoria 0."])
      expect(metadata).toContain(part);
  });

  test("several pictures have numbers", async () => {
    spy.pictures = 3;
    const out = fresh();
    await figure("1x", "--out", join(out, "a.b.svg"));
    expect(readdirSync(out).sort()).toEqual(["a.b-1.svg", "a.b-2.svg", "a.b-3.svg"]);
  });

  test("JSON is the data: results, tables, plots, command; --from draws it without running", async () => {
    const out = fresh();
    await figure("1x", "--out", join(out, "f.json"));
    const data = JSON.parse(readFileSync(join(out, "f.json"), "utf8"));
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect([data.results.length, data.plots.length, data.seed]).toEqual([3, 1, 1]);
    await figure("1x", "--out", join(out, "run.svg"));
    spy.ran = [];
    const { code } = await figure("1x", "--from", join(out, "f.json"), "--out", join(out, "again.svg"));
    expect([code, spy.ran]).toEqual([0, []]);
    expect(readFileSync(join(out, "again.svg"), "utf8")).toBe(readFileSync(join(out, "run.svg"), "utf8"));
    await figure("1x", "--from", join(out, "f.json"), "--out", join(out, "again.json"));
    expect(readFileSync(join(out, "again.json"), "utf8")).toBe(readFileSync(join(out, "f.json"), "utf8"));
  });

  test("PNG is a picture of the size that --scale says, with the command in it", async () => {
    const out = fresh();
    const sizeOf = (path: string) => {
      const bytes = readFileSync(path);
      expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect(bytes.toString("utf8")).toContain("theoria figure batchnorm/figure-1x --quick");
      return bytes.readUInt32BE(16);
    };
    await figure("1x", "--out", join(out, "f.png"));
    expect(sizeOf(join(out, "f.png"))).toBe(960);
    await figure("1x", "--out", join(out, "f.PNG"), "--scale", "0.5");
    expect(sizeOf(join(out, "f.PNG"))).toBe(240);
  });

  test("is written over one that is there", async () => {
    const path = join(fresh(), "f.svg");
    writeFileSync(path, "old");
    await figure("1x", "--out", path);
    expect(readFileSync(path, "utf8")).toContain("<svg");
  });
});

describe("PNG", () => {
  const box = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40"><style>text{font-family:system-ui,sans-serif}@media (prefers-color-scheme:dark){text{fill:#ffffff}}</style>${content}</svg>`;

  test("draws text with fonts of its own, bold ones and Greek letters too, in light colours on white", async () => {
    const rasterise = await openRasteriser();
    const sizes = ["", "<text x='5' y='25'>εγβ⁻³</text>", "<text x='5' y='25' font-weight='600'>εγβ⁻³</text>"].map(
      (content) => rasterise(box(content), 1).length,
    );
    expect(new Set(sizes).size).toBe(3);
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
  });

  test("without the optional package names it, and what works instead", async () => {
    const missing = () => Promise.reject(Object.assign(new Error("no"), { code: "ERR_MODULE_NOT_FOUND" }));
    await expect(openRasteriser(missing)).rejects.toThrow(
      "--out: PNG needs the package @resvg/resvg-js, which is not installed. Install it: npm install @resvg/resvg-js. .svg needs nothing.",
    );
    await expect(openRasteriser(() => Promise.reject(new Error("glibc")))).rejects.toThrow(/which cannot be loaded/);
  });

  test("takes text in a chunk whose checksum is that of the specification", () => {
    // the end chunk of every PNG file: no data, and this checksum
    const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
    const image = Buffer.concat([Buffer.alloc(8), end]);
    const written = pngText(image, "Description", "é");
    expect(written.subarray(0, 20)).toEqual(image);
    expect(written.readUInt32BE(20)).toBe("Description".length + 5 + 2);
    expect(written.subarray(24).toString("utf8")).toContain("iTXtDescription\0\0\0\0\0é");
  });
});

describe("interruption", () => {
  test("keeps finished jobs beside the file, and the next call does the rest", async () => {
    const out = fresh();
    const path = join(out, "f.svg");
    const interrupted = () => spy.ran.length >= 2;
    const { err, code, out: text } = await theoria(["figure", "1x", "--out", path], { interrupted });
    const kept = join(out, "f.squares-quick.jsonl");
    expect(code).toBe(130);
    expect(err).toBe(`stopped: 2 of 3 jobs are finished; ${kept} keeps them: the same command continues there\n`);
    expect(text).not.toMatch(/holds|wrote/);
    expect(readdirSync(out)).toEqual(["f.squares-quick.jsonl"]);
    spy.ran = [];
    expect((await figure("1x", "--out", path)).code).toBe(0);
    expect([spy.ran, readdirSync(out)]).toEqual([["n=3 seed=1"], ["f.svg"]]);
  });

  test("without a file keeps nothing", async () => {
    const { err, code } = await theoria(["figure", "1x"], { interrupted: () => spy.ran.length >= 1 });
    expect([code, err]).toEqual([130, "stopped: 1 of 3 jobs are finished\n"]);
  });
});

describe("bad input", () => {
  test.each([
    [["1y"], "1y: no figure. Did you mean batchnorm/figure-1x or "],
    [["nothing-like-it"], "nothing-like-it: no figure. theoria figure lists them."],
    [["figure-7"], "figure-7: several figures. Choose one of others/figure-7, more/figure-7."],
    [["1x", "--quick", "--full"], "--quick and --full: choose one."],
    [["1x", "--out", "f.pdf"], "--out f.pdf: expected a name that ends in .svg, .png or .json."],
    [["1x", "--out", "/nowhere/f.svg"], "--out /nowhere/f.svg: there is no such file or folder. Choose a file"],
    [["1x", "--out", "."], "--out .: expected a name that ends in"],
    [["1x", "--scale", "2"], "--scale: only PNG has pixels. Name a .png file with --out."],
    [["1x", "--data", "x.json"], "--data: batchnorm/figure-1x makes its own inputs"],
    [["1x", "--seeds", "0"], "--seeds 0: expected"],
    [
      ["1x", "--from", "missing.json"],
      "--from missing.json: there is no such file or folder. Choose a file that theoria figure",
    ],
    [["1x", "--from", "package.json"], "--from package.json: it is not the data of a figure (experiment)"],
    [["1x", "--from", "README.md"], "--from README.md: it is no JSON"],
    [["1x", "--from", "f.json", "--seeds", "2"], "--seeds and --from: nothing is run where data are read."],
    [["--full"], "--full: no figure is named"],
    [["--out", "f.svg"], "--out: no figure is named"],
    [["--from", "f.json", "--json"], "--from: no figure is named"],
  ])("%j is refused by name, before anything runs", async (argv, says) => {
    const { out, err, code } = await figure(...argv);
    expect([out, code, spy.ran]).toEqual(["", 2, []]);
    expect(err).toContain("error: ");
    expect(err).toContain(says);
  });

  test.each(["0.4", "9", "x", "1e999"])("--scale %s is refused", async (scale) => {
    const { err, code } = await figure("1x", "--out", join(fresh(), "f.png"), "--scale", scale);
    expect([code, err]).toEqual([2, `error: --scale ${scale}: expected a number from 0.5 to 8. 2 is the default.\n`]);
  });

  test("a folder under the name of the file is refused", async () => {
    const path = join(fresh(), "f.svg");
    mkdirSync(path);
    expect((await figure("1x", "--out", path)).err).toContain("it is a folder, not a file");
  });

  test("data of another figure, and results that are not its own, are refused", async () => {
    const path = join(fresh(), "f.json");
    await figure("1x", "--out", path);
    const data = JSON.parse(readFileSync(path, "utf8"));
    const refused = async (changed: object, name = "1x") => {
      writeFileSync(path, JSON.stringify({ ...data, ...changed }));
      const { err, code, out } = await figure(name, "--from", path);
      expect([code, out]).toEqual([2, ""]);
      return err;
    };
    expect(await refused({}, "powers")).toContain("the data of batchnorm/figure-1x, not of batchnorm/powers");
    expect(await refused({ results: [] })).toContain("no result in it is one of batchnorm/figure-1x");
    expect(await refused({ seed: 1e9 })).toContain("no result in it");
    const spoilt = (result: object) => data.results.map((each: object) => ({ ...each, result }));
    expect(await refused({ results: spoilt({}) })).toContain("its results are not those of batchnorm/figure-1x");
    expect(await refused({ results: spoilt({ square: "<b>" }) })).toContain("its results are not those of");
    expect(await refused({ results: spoilt([1]) })).toContain("it is not the data of a figure (results.0.result)");
    expect(await refused({ seeds: 1e9 })).toContain("it is not the data of a figure (seeds)");
    expect(await refused({ effort: "slow" })).toContain("it is not the data of a figure (effort)");
    expect(await refused({ version: "x".repeat(20_000) })).toContain("it is not the data of a figure (version)");
  });
});
