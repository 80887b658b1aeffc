import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, test } from "vitest";
import { callSchema } from "../../src/call/callSchema.js";
import { kinds } from "../../src/call/kinds/index.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { theoria, widest } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

const reference = fileURLToPath(new URL("../reference/ladder-alignment.json", import.meta.url));

function written(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

async function* chunksOf(text: string, size = 7) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

const standardInput = (text: string): Partial<Terminal> => ({ input: () => chunksOf(text) });

const transition = (id: unknown, batch: unknown) => ({ id, kind: "transition", inputs: { batch } });

test("a reference file is answered as it is, and --json changes nothing", async () => {
  const { out, err, code } = await theoria(["call", reference]);
  expect([code, err]).toEqual([0, ""]);
  const { results } = JSON.parse(out);
  const asked = JSON.parse(readFileSync(reference, "utf8")) as { id: string }[];
  expect(results.map(({ id }: { id: string }) => id)).toEqual(asked.map(({ id }) => id));
  expect((await theoria(["call", reference, "--json"])).out).toBe(out);
});

test("the standard input, in any chunks, is a file like others", async () => {
  const text = JSON.stringify([transition("ä∞", 8), transition(2, "Infinity")]);
  const { out, code } = await theoria(["call", "-"], standardInput(text));
  expect(code).toBe(0);
  expect(JSON.parse(out).results.map(({ id }: { id: unknown }) => id)).toEqual(["ä∞", 2]);
  expect(out).toBe((await theoria(["call", written("entries.json", `\uFEFF${text}`)])).out);
});

test("an entry with an error spoils no other, and the exit code is 2", async () => {
  const path = written("mixed.json", JSON.stringify([transition(1, 8), transition(2, 1), { id: 3 }]));
  const { out, err, code } = await theoria(["call", path]);
  expect([code, err]).toEqual([2, "warning: 2 of 3 entries have an error instead of a result\n"]);
  const { results } = JSON.parse(out);
  expect(results.map((one: object) => Object.keys(one))).toEqual([
    ["id", "result"],
    ["id", "error"],
    ["id", "error"],
  ]);
  expect(results[1].error).toEqual({
    code: "domain",
    message:
      "batch = 1 is outside its domain: an integer from 2 to 1e8, or Infinity. Give a batch size, or inf for the large-batch limit.",
    parameter: "batch",
    value: 1,
    domain: "an integer from 2 to 1e8, or Infinity",
    remedy: "Give a batch size, or inf for the large-batch limit.",
  });
  expect(await theoria(["call", path, "--quiet"])).toEqual({ out, err: "", code: 2 });
});

test("a number above its tolerance is an answer, and the exit code is 1", async () => {
  const inputs = {
    activation: "tanh",
    sigma: [
      [1, 0],
      [0, 2],
    ],
    method: "monte-carlo",
    samples: 64,
    tolerance: 1e-9,
  };
  const { out, err, code } = await theoria(
    ["call", "-"],
    standardInput(JSON.stringify([{ kind: "covariance_map", inputs }])),
  );
  expect(JSON.parse(out).results[0].result.converged).toBe(false);
  expect([code, err]).toEqual([1, "warning: 1 of 1 results did not reach the tolerance; their errors are shown\n"]);
});

describe("what is no request is one sentence and exit code 2", () => {
  const refused = async (argv: string[], terminal: Partial<Terminal> = {}) => {
    const { out, err, code } = await theoria(["call", ...argv], terminal);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error: .*\n$/);
    expect(err).not.toMatch(/undefined|\[object|\n\s+at /);
    return err.slice("error: ".length, -1);
  };

  test("files", async () => {
    expect(await refused([join(folder, "none.json")])).toMatch(
      /none\.json: there is no such file or folder\. Name a file/,
    );
    expect(await refused([folder])).toMatch(/: it is a folder, not a file\. Name a file/);
    expect(await refused([written("empty.json", "")])).toMatch(/empty\.json: not JSON: /);
    expect(await refused([written("half.json", '[{"id": 1')])).toMatch(
      /half\.json: not JSON: .*Expected a list of entries/,
    );
    expect(await refused([written("nan.json", "[NaN]")])).toContain(
      'JSON has no NaN and no infinities: write "Infinity" as a text.',
    );
    expect(await refused([written("latin.json", Uint8Array.of(0x5b, 0x22, 0xe4, 0x22, 0x5d))])).toMatch(/not UTF-8/);
    expect(await refused([written("deep.json", "[".repeat(1e6) + "]".repeat(1e6))])).toMatch(
      /brackets 1000000 deep: expected at most 64/,
    );
    expect(await refused(["\u001b[2J"])).not.toContain("\u001b");
  });

  test("bytes without end are read no further than the limit", async () => {
    let sent = 0;
    let closed = false;
    const endless = async function* () {
      try {
        for (;;) {
          sent += 2 ** 20;
          yield new Uint8Array(2 ** 20);
        }
      } finally {
        closed = true;
      }
    };
    expect(await refused(["-"], { input: endless })).toMatch(
      /^standard input: more than 64 megabytes\. Split the list/,
    );
    expect(sent).toBe(65 * 2 ** 20);
    expect(closed).toBe(true);
  });

  test("JSON of another shape", async () => {
    expect(await refused(["-"], standardInput("3"))).toBe(
      'these are no entries. Possible: a list of entries { "id", "kind", "inputs" }, { "cases": [...] }, or one entry. List the kinds with theoria call --kinds.',
    );
    expect(await refused(["-"], standardInput(`[${new Array(100_001).fill("0")}]`))).toMatch(
      /^100001 entries\. Possible: at most 100000 entries/,
    );
  });

  test("usage", async () => {
    expect(await refused([])).toMatch(/^call what\? Name a file/);
    expect(await refused(["-", "--kinds"])).toBe("- and --kinds: choose one.");
    expect(await refused(["--kind", "lemma1", "--kinds"])).toBe("--kinds and --kind lemma1: choose one.");
    expect(await refused(["--kind", "lema1"])).toMatch(
      /^--kind lema1: expected the name of a kind\. Did you mean lemma1/,
    );
  });
});

test("brackets within texts are no nesting", async () => {
  const note = `${"[{".repeat(200)}\\" \\\\`;
  const { code } = await theoria(["call", "-"], standardInput(JSON.stringify([{ ...transition(1, 8), how: note }])));
  expect(code).toBe(0);
});

describe("Ctrl-C", () => {
  test("keeps what is finished", async () => {
    let time = 0;
    const stopping = { now: () => (time += 50), interrupted: () => time > 400 };
    const entries = JSON.stringify(new Array(100).fill(0).map((_, i) => transition(i, 8)));
    const { out, err, code } = await theoria(["call", "-"], { ...standardInput(entries), ...stopping });
    const { results } = JSON.parse(out);
    expect(results.length).toBeGreaterThan(2);
    expect(results.length).toBeLessThan(100);
    expect([code, err]).toEqual([130, `stopped: ${results.length} of 100 results are finished\n`]);
  });

  test("while the input is awaited ends the reading", async () => {
    const controller = new AbortController();
    const silent = async function* () {
      yield new TextEncoder().encode("[");
      setTimeout(() => controller.abort(), 0);
      await new Promise(() => {});
    };
    const terminal = { input: silent, stopSignal: controller.signal, interrupted: () => controller.signal.aborted };
    expect(await theoria(["call", "-"], terminal)).toEqual({
      out: "",
      err: "stopped: the entries were not read\n",
      code: 130,
    });
  });
});

const bundle = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
// `npm ci` builds; without a build there is no process to interrupt
const built = existsSync(bundle) && spawnSync(process.execPath, [bundle, "call", "--kinds"]).status === 0;

test.skipIf(!built)(
  "Ctrl-C ends a process that waits for its standard input",
  async () => {
    const child = spawn(process.execPath, [bundle, "call", "-"]);
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    // more than a pipe holds: once it is gone, the process is reading
    child.stdin.write(" ".repeat(2 ** 20), () => child.kill("SIGINT"));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, err]).toEqual([130, "stopped: the entries were not read\n"]);
  },
  60_000,
);

test("a person sees how far it is", async () => {
  let time = 0;
  const entries = JSON.stringify(new Array(50).fill(transition(1, 8)));
  const watched = { ...standardInput(entries), watched: true, now: () => (time += 200) };
  expect((await theoria(["call", "-"], watched)).err).toMatch(/\d+ of 50, \d+ s left/);
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addSchema(callSchema(), "call");

test("--kinds lists every kind, as text and as JSON", async () => {
  const { out, code } = await theoria(["call", "--kinds"]);
  expect(code).toBe(0);
  expect(widest(out)).toBeLessThanOrEqual(100);
  for (const { name } of kinds) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
  const listed = JSON.parse((await theoria(["call", "--kinds", "--json"])).out).kinds;
  expect(listed).toEqual(kinds.map(({ name, area, doc }) => ({ name, area, doc })));
});

test.each(kinds.map(({ name }) => name))("--kind %s shows inputs, result and an example that works", async (name) => {
  const { out, code } = await theoria(["call", "--kind", name]);
  expect(code).toBe(0);
  expect(widest(out)).toBeLessThanOrEqual(100);
  expect(out).not.toMatch(/undefined|\[object|any value/);
  const example = JSON.parse(out.slice(out.indexOf("Example:") + "Example:".length));
  expect(ajv.getSchema("call#/$defs/request")!(example)).toBe(true);
  const { results } = JSON.parse((await theoria(["call", "-"], standardInput(JSON.stringify(example)))).out);
  expect(ajv.getSchema(`call#/$defs/${name}.result`)!(results[0].result)).toBe(true);
  const described = JSON.parse((await theoria(["call", "--kind", name, "--json"])).out);
  expect(described.example).toEqual(example[0]);
  const alone = new Ajv2020({ strict: true, allowUnionTypes: true });
  expect(alone.compile(described.inputs)(example[0].inputs)).toBe(true);
  expect(alone.compile(described.result)(results[0].result)).toBe(true);
});
