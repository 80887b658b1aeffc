import { describe, expect, it } from "vitest";
import { scripts, shells } from "../../../src/cli/completion/shells.js";
import { sourceOf } from "../../../src/cli/completion/sources.js";
import { figureNamed } from "../../../src/cli/figure/figureNamed.js";
import { createProgram } from "../../../src/cli/program.js";
import { experiments } from "../../../src/experiments/experiments.js";
import { presetNames } from "../../../src/symbolic/activation/presets.js";
import { theorems } from "../../../src/theorems/index.js";
import { theoria } from "../support.js";

const unused = () => {
  throw new Error("not called");
};
const program = createProgram({ terminal: { write: unused, warn: unused } as never, finish: unused });

/** What bash is told for these words. */
async function offered(...words: string[]): Promise<string[]> {
  const { out, err, code } = await theoria(["completion", "bash", "--", ...words]);
  expect([err, code]).toEqual(["", 0]);
  const [kind, ...lines] = out.trimEnd().split("\n");
  return kind === "words" ? lines : [kind!];
}

describe("what may stand at the cursor", () => {
  it("is every command at the beginning, and those that begin so", async () => {
    expect(await offered("")).toEqual(program.commands.map((command) => command.name()));
    expect(await offered("gege")).toEqual(["gegenbauer"]);
    expect(await offered("--v")).toEqual(["--version"]);
  });

  it("is every option of every command, and no hidden one", async () => {
    for (const command of program.commands) {
      const long = command.options.filter(({ hidden }) => !hidden).map((option) => option.long);
      expect(await offered(command.name(), "--")).toEqual([...long, "--help"]);
    }
  });

  it("is the choices of an option, as a word of its own or after =", async () => {
    expect(await offered("rate", "tanh", "--method", "q")).toEqual(["quadrature"]);
    expect(await offered("rate", "--method", "=", "q")).toEqual(["quadrature"]);
    expect(await offered("simulate", "--sampler", "=")).toEqual(["exact", "naive"]);
    const { out } = await theoria(["completion", "fish", "--", "simulate", "--sampler=n"]);
    expect(out).toBe("words\n--sampler=naive\n");
    expect(await offered("completion", "f")).toEqual(["fish"]);
  });

  it("is activations by name, as many as there are", async () => {
    expect(await offered("rate", "")).toEqual(presetNames);
    expect(await offered("rate", "--batch", "8", "tanh", "ge")).toEqual(["gelu", "gelu_tanh"]);
    expect(await offered("derive", "rate", "rel")).toEqual(["relu", "relu_power", "relu6"]);
    expect(await offered("hessian", "--activation", "sof")).toEqual(["softsign", "softplus"]);
  });

  it("is theorems, areas, experiments, kinds, quantities and ensembles where they are wanted", async () => {
    const ids = theorems.map(({ id }) => id);
    expect(await offered("show", "")).toEqual(ids);
    expect(await offered("check", "gating/")).toEqual(ids.filter((id) => id.startsWith("gating/")));
    expect(await offered("check", "gating/theorem-1", "gati")).toContain("gating");
    expect(await offered("experiment", "alignment")).toEqual(
      experiments.map(({ id }) => id).filter((id) => id.startsWith("alignment")),
    );
    for (const name of await offered("figure", "")) expect(() => figureNamed(name)).not.toThrow();
    expect(await offered("figure", "1")).toEqual(["1a", "1b", "1c", "1d"]);
    expect(await offered("call", "--kind", "trans")).toEqual(["transition"]);
    expect(await offered("derive", "backward-")).toEqual(["backward-G", "backward-L", "backward-M"]);
    expect(await offered("dyson", "--example", "ch")).toEqual(["chiral"]);
  });

  it("is files or folders, which the shell looks up", async () => {
    expect(await offered("call", "")).toEqual(["files"]);
    expect(await offered("dyson", "a.json", "--svg", "x")).toEqual(["files"]);
    expect(await offered("experiment", "figure-8", "--out", "")).toEqual(["folders"]);
    expect(await offered("simulate", "--out=x")).toEqual([]);
  });

  it("leaves out options that are there, and offers none after --", async () => {
    expect(await offered("rate", "tanh", "-b", "8", "--bat")).toEqual([]);
    expect(await offered("rate", "tanh", "--eps", "0", "--e")).toEqual([]);
    expect(await offered("rate", "--", "--")).toEqual([]);
    expect(await offered("transition", "")).toContain("--batch");
  });

  it("is nothing where any text will do, for unknown commands and unknown options", async () => {
    expect(await offered("rate", "--batch", "")).toEqual([]);
    expect(await offered("frobnicate", "")).toEqual([]);
    expect(await offered("rate", "--frobnicate", "gelu_")).toEqual(["gelu_tanh"]);
    expect(await offered("constructor", "__proto__")).toEqual([]);
  });

  it("has only words that no shell takes apart", async () => {
    for (const line of [
      [""],
      ["rate", ""],
      ["check", ""],
      ["experiment", ""],
      ["call", "--kind", ""],
      ["rate", "--"],
    ]) {
      for (const word of await offered(...line)) expect(word).toMatch(/^[\w./=-]+$/);
    }
  });

  it("says what each candidate means, where a shell shows it", async () => {
    const zsh = await theoria(["completion", "zsh", "--", "rate", "--conf"]);
    expect(zsh.out).toBe("words\n--confirm:compute each rate by a second, independent method too\n");
    const fish = await theoria(["completion", "fish", "--", "show", "batchnorm/theorem-1"]);
    expect(fish.out.split("\n")[1]).toBe(
      `batchnorm/theorem-1\t${theorems.find(({ id }) => id === "batchnorm/theorem-1")!.title}`,
    );
  });

  it("is known for every value in the help: from a list, from the shell, or any text", () => {
    const free = new Set([...["list", "number", "count", "terms", "B", "i/n", "statement", "text", "formula", "word"]]);
    for (const command of program.commands) {
      for (const { argChoices, flags, long } of command.options) {
        const shown = /[<[]([^\]>.]+)/.exec(flags)?.[1];
        if (shown === undefined || argChoices !== undefined || free.has(shown)) continue;
        expect(
          sourceOf(command.name(), long!, shown),
          `${command.name()} ${flags} has a source, or is free text`,
        ).not.toBeNull();
      }
      for (const argument of command.registeredArguments) {
        const name = argument.name();
        if (argument.argChoices !== undefined || free.has(name)) continue;
        expect(
          sourceOf(command.name(), name, name),
          `${command.name()} ${name} has a source, or is free text`,
        ).not.toBeNull();
      }
    }
  });
});

describe("theoria completion", () => {
  it.each(shells)("prints the script for %s, and how it is installed with --help", async (shell) => {
    expect(await theoria(["completion", shell])).toEqual({ out: scripts[shell], err: "", code: 0 });
    expect((await theoria(["completion", "--help"])).out).toMatch(
      new RegExp(`^${shell} +.*theoria completion ${shell}`, "m"),
    );
  });

  it("refuses other shells, and no shell", async () => {
    const other = await theoria(["completion", "tcsh"]);
    expect([other.code, other.out]).toEqual([2, ""]);
    expect(other.err).toContain("Allowed choices are bash, zsh, fish.");
    expect((await theoria(["completion"])).err).toContain("missing required argument 'shell'");
  });
});
