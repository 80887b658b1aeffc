// Prints the formulas of test/symbolic/format/formulas.ts with their SymPy source, for generate_formulas.py.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const contents = `
export { formulas } from "./symbolic/format/formulas.ts";
export { toJson } from "../src/symbolic/format/json.ts";
export { sympy, sympyDeclaration, sympyName } from "../src/symbolic/format/sympy.ts";`;
const folder = mkdtempSync(join(tmpdir(), "formulas-"));
const outfile = join(folder, "formulas.mjs");
const resolveDir = fileURLToPath(new URL("..", import.meta.url));
try {
  const stdin = { contents, resolveDir, loader: "ts" };
  await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", logLevel: "error" });
  const { formulas, sympy, sympyDeclaration, sympyName, toJson } = await import(pathToFileURL(outfile).href);
  const list = formulas.map(({ name, expression, points }) => {
    const names = Object.fromEntries(Object.keys(points[0] ?? {}).map((own) => [own, sympyName(own)]));
    const source = { declaration: sympyDeclaration(expression), sympy: sympy(expression) };
    return { name, expression: toJson(expression), ...source, names, points };
  });
  console.log(JSON.stringify(list));
} finally {
  rmSync(folder, { recursive: true });
}
