/** examples/notebooks: valid, and what is stored in them is what their cells show. `node scripts/runNotebook.mjs <file>` stores it anew. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withoutErrors } from "../docs/support.js";

interface Output {
  readonly output_type: string;
  readonly data: Readonly<Record<string, readonly string[]>>;
}

interface Cell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: readonly string[];
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
}

interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec: object };
  readonly cells: readonly Cell[];
}

type Shown = ReadonlyMap<number, Readonly<Record<string, string>>>;

// a script without declarations
const script = "../../scripts/runNotebook.mjs";
const { shownBy }: { shownBy(notebook: Notebook, folder: string, runtime?: readonly string[]): Shown } = await import(
  script
);

const folder = resolve(import.meta.dirname, "../../examples/notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
/** The library of this source in place of the built one, as the notebooks see it. */
const scene = mkdtempSync(join(tmpdir(), "theoria-"));
beforeAll(() =>
  build({
    entryPoints: ["index", "display", "simulation", "symbolic"].map((name) => `src/${name}.ts`),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outdir: join(scene, "dist"),
    // for the packages that are no modules
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  }),
);
afterAll(() => rmSync(scene, { recursive: true }));

const deno = process.env.DENO ?? "deno";
const hasDeno = spawnSync(deno, ["--version"]).status === 0;

const read = (name: string): Notebook => JSON.parse(readFileSync(join(folder, name), "utf8"));
const codeOf = ({ cells }: Notebook) => cells.filter(({ cell_type }) => cell_type === "code");

/** The name of a picture in its own styles: made of all of its numbers. */
const nameOf = (text: string) => /<svg [^>]*class="(\w+)"/.exec(text)?.[1] ?? "";

/** Digits at the level of rounding differ between machines and engines. */
const comparable = (text: string) =>
  withoutErrors(nameOf(text) === "" ? text : text.replaceAll(nameOf(text), "picture")).replace(
    /\(\d+\)(?=[$\\])/g,
    "(#)",
  );
const rounded = (bundles: Shown) =>
  [...bundles].map(([place, bundle]) => [
    place,
    Object.entries(bundle).map(([type, text]) => [type, comparable(text)]),
  ]);

const stored = (notebook: Notebook): Shown =>
  new Map(
    codeOf(notebook).flatMap(({ outputs }, place) =>
      outputs!.map(
        ({ data }) =>
          [place, Object.fromEntries(Object.entries(data).map(([type, text]) => [type, text.join("")]))] as const,
      ),
    ),
  );

it("there is a notebook", () => {
  expect(names).toContain("rates.ipynb");
});

describe.each(names)("%s", (name) => {
  const notebook = read(name);

  it("is a notebook of version 4.5 for the Deno kernel, run from top to bottom", () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    expect(notebook.metadata.kernelspec).toEqual({ display_name: "Deno", language: "typescript", name: "deno" });
    const ids = notebook.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
    for (const { source } of notebook.cells)
      expect(source.every((line, k) => line.endsWith("\n") || k === source.length - 1)).toBe(true);
    expect(codeOf(notebook).map((cell) => cell.execution_count)).toEqual(codeOf(notebook).map((_, k) => k + 1));
  });

  it("shows a table, a formula and pictures", () => {
    const types = new Set([...stored(notebook).values()].flatMap((bundle) => Object.keys(bundle)));
    expect([...types].sort()).toEqual(["image/svg+xml", "text/html", "text/latex", "text/plain"]);
  });

  it("stores what its cells show in Node", () => {
    expect(rounded(shownBy(notebook, join(scene, "examples/notebooks")))).toEqual(rounded(stored(notebook)));
  });

  const why = hasDeno ? "" : " (skipped: no Deno here; DENO may be its path)";
  it.skipIf(why !== "")(`shows the same in Deno${why}`, () => {
    expect(rounded(shownBy(notebook, join(scene, "examples/notebooks"), [deno, "run", "--allow-read"]))).toEqual(
      rounded(stored(notebook)),
    );
  });
});
