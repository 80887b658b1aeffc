// Runs the code cells of a notebook in order, as one module, and stores what they show: node scripts/runNotebook.mjs examples/notebooks/rates.ipynb
// Needs npm run build first. The cells are the source; outputs are never written by hand.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import ts from "typescript";

const isCode = ({ cell_type }) => cell_type === "code";
const textOf = (source) => (Array.isArray(source) ? source.join("") : source);

/** The cell's code; the value of its last statement, which a kernel shows, goes into a list. */
function kept(code, place) {
  const { statements } = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022);
  const last = statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return code;
  return `${code.slice(0, last.pos)}\nshown.push([${place}, (${code.slice(last.expression.pos, last.expression.end)})]);`;
}

/** All cells as one JavaScript module that prints [[cell, MIME bundle], ...]; relative imports start at `folder`. */
export function moduleOf({ cells }, folder) {
  const code = cells.filter(isCode).map(({ source }, place) => kept(textOf(source), place));
  const whole = `const shown: [number, any][] = [];
${code.join("\n")}
console.log(JSON.stringify(shown.map(([place, value]) => [place, value[Symbol.for("Jupyter.display")]()])));`;
  const { code: javascript } = transformSync(whole, { loader: "ts", format: "esm", target: "es2022" });
  return javascript.replace(/from "(\.[^"]*)"/g, (_, path) => `from "${pathToFileURL(resolve(folder, path))}"`);
}

/** What the cells show, by the place of the cell among those with code. `runtime`: node, or deno with its arguments. */
export function shownBy(notebook, folder, [program, ...argv] = [process.execPath]) {
  const work = mkdtempSync(join(tmpdir(), "theoria-notebook-"));
  try {
    const file = join(work, "cells.mjs");
    writeFileSync(file, moduleOf(notebook, folder));
    const { stdout, stderr, status } = spawnSync(program, [...argv, file], { encoding: "utf8", maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`the notebook does not run: ${stderr}`);
    return new Map(JSON.parse(stdout));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Texts are stored line by line, as Jupyter does. */
const lines = (text) => text.split(/(?<=\n)/);

/** The notebook with these outputs, in the form in which Jupyter saves it. */
export function withOutputs(notebook, shown) {
  let place = -1;
  const cells = notebook.cells.map((cell) => {
    if (!isCode(cell)) return cell;
    place += 1;
    const bundle = shown.get(place);
    const count = place + 1;
    const data = bundle && Object.fromEntries(Object.entries(bundle).map(([type, text]) => [type, lines(text)]));
    const outputs = data ? [{ data, execution_count: count, metadata: {}, output_type: "execute_result" }] : [];
    return { ...cell, execution_count: count, outputs };
  });
  return { ...notebook, cells };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const path of process.argv.slice(2)) {
    const notebook = JSON.parse(readFileSync(path, "utf8"));
    const folder = dirname(resolve(path));
    writeFileSync(path, `${JSON.stringify(withOutputs(notebook, shownBy(notebook, folder)), null, 1)}\n`);
  }
}
