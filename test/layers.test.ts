import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../src");
const proofs = resolve(root, "../proofs");

/** What each layer may import, besides itself and errors.ts. Nothing else, and never upwards. */
const arrows: Record<string, readonly string[]> = {
  symbolic: [],
  numeric: [],
  theory: ["symbolic", "numeric"],
  simulation: ["numeric"],
  call: ["symbolic", "numeric", "theory", "simulation"],
  proofs: ["symbolic", "numeric", "theory"],
  theorems: ["symbolic", "numeric", "theory", "simulation", "proofs"],
  verification: ["symbolic", "numeric", "theory", "simulation", "proofs", "theorems"],
  experiments: ["symbolic", "numeric", "theory", "simulation"],
  render: ["symbolic", "numeric", "theory", "simulation", "theorems", "verification", "experiments"],
  node: ["numeric", "simulation", "experiments"],
  cli: [
    "symbolic",
    "numeric",
    "theory",
    "theorems",
    "simulation",
    "verification",
    "render",
    "node",
    "call",
    "experiments",
  ],
  web: ["symbolic", "numeric", "theory", "theorems", "simulation", "verification", "render", "experiments"],
};

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return name.endsWith(".ts") ? [path] : [];
  });
}

/** Every module specifier of a file: static, re-export, dynamic, type-only. */
function imports(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1]);
}

const target = (path: string, specifier: string) => resolve(dirname(path), specifier.replace(/\.js$/, ".ts"));
const layerOf = (path: string) => (path.startsWith(proofs) ? "proofs" : relative(root, path).split("/")[0]);
const all = [...files(root), ...files(proofs)];
/** Lists of what lies below, for users: they may import everything. */
const surfaces = [
  "ladder.ts",
  "alignment.ts",
  "grouping.ts",
  "landscape.ts",
  "gating.ts",
  "index.ts",
  "symbolic.ts",
  "verification.ts",
  "fast-check.ts",
  "simulation.ts",
  "node.ts",
  "call.ts",
  "display.ts",
];

describe("the layers", () => {
  it("finds the source", () => {
    expect(all.length).toBeGreaterThan(50);
    expect(imports(join(root, "index.ts")).length).toBeGreaterThan(5);
  });

  it.each(all.map((path) => [relative(root, path), path]))("%s imports only what its layer may", (_, path) => {
    const layer = layerOf(path);
    if (surfaces.includes(layer)) return;
    const allowed = layer === "errors.ts" ? [] : [layer, "errors.ts", ...arrows[layer]];
    for (const specifier of imports(path).filter((name) => name.startsWith("."))) {
      const reached = layerOf(target(path, specifier));
      // the command line uses the library as its users do
      if (layer === "cli" && reached === "index.ts") continue;
      expect(allowed, `${relative(root, path)} imports ${specifier}`).toContain(reached);
    }
  });

  it("only the command line and its threads import Node", () => {
    for (const path of all.filter((file) => !["cli", "node"].includes(layerOf(file)))) {
      expect(
        imports(path).filter((name) => name.startsWith("node:")),
        relative(root, path),
      ).toEqual([]);
    }
  });

  it("has no import cycle", () => {
    const graph = new Map(
      all.map((path) => [
        path,
        imports(path)
          .filter((name) => name.startsWith("."))
          .map((name) => target(path, name)),
      ]),
    );
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      const start = trail.indexOf(path);
      if (start >= 0)
        throw new Error(`cycle: ${[...trail.slice(start), path].map((p) => relative(root, p)).join(" -> ")}`);
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of all) visit(path, []);
  });

  it("routes share nothing above the quadrature rules", () => {
    const routes = join(root, "theory/batchnorm/routes");
    const routeOf = (path: string) => relative(routes, path).split("/")[0];
    for (const path of all.filter((file) => file.startsWith(routes))) {
      for (const specifier of imports(path).filter((name) => name.startsWith("."))) {
        const reached = target(path, specifier);
        if (reached.startsWith(routes))
          expect(routeOf(reached), `${relative(root, path)} imports ${specifier}`).toBe(routeOf(path));
      }
    }
  });

  it("makes no use of chance or the clock", () => {
    const code = (path: string) => readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    for (const path of all) expect(code(path), path).not.toMatch(/Math\.random|Date\.now|\beval\(|new Function/);
  });
});
