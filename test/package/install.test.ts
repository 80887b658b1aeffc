/** What a user gets from npm: the tarball, installed into an empty project, in Node and in TypeScript. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchNorm } from "../../src/index.js";
import { absence, type Installed, install, root } from "./support/installed.js";
import { ran } from "./support/ran.js";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe.skipIf(absence !== null)(`the packed package${absence === null ? "" : ` (${absence})`}`, () => {
  let installed: Installed;
  const node = (...argv: string[]) => ran(installed.project, process.execPath, ...argv);

  beforeAll(() => {
    installed = install();
  }, 300_000);
  afterAll(() => installed?.remove());

  it("holds what is built, the schemas and four documents, and nothing else", () => {
    const { files, size, unpackedSize } = installed.packed;
    const outside = files.map(({ path }) => path).filter((path) => !/^(dist|schema)\//.test(path));
    expect(outside.sort()).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
    expect(files.filter(({ path }) => /\.(map|tgz)$|\.test\./.test(path))).toEqual([]);
    expect(files.some(({ path }) => path === "dist/THIRD_PARTY_LICENSES")).toBe(true);
    console.log(
      `packed: ${(size / 1e6).toFixed(2)} MB, ${(unpackedSize / 1e6).toFixed(2)} MB unpacked, ${files.length} files`,
    );
    // a slip that packs data or source maps costs more than this
    expect(size).toBeLessThan(8e6);
  });

  it("brings no other package with it", () => {
    const lock = JSON.parse(readFileSync(join(installed.project, "package-lock.json"), "utf8"));
    const others = Object.entries<{ optional?: boolean }>(lock.packages).filter(
      ([path, { optional }]) => path !== "" && !optional,
    );
    expect(others.map(([path]) => path)).toEqual(["node_modules/theoria"]);
  });

  it("names files that are there, under every subpath", () => {
    const paths = Object.values<string | Record<string, string>>(manifest.exports).flatMap((entry) =>
      typeof entry === "string" ? [entry] : Object.values(entry),
    );
    const missing = paths.filter((path) => !existsSync(join(installed.project, "node_modules/theoria", path)));
    expect(missing).toEqual([]);
  });

  it("can be imported from Node under every subpath, and each one answers", () => {
    const found = JSON.parse(node("--no-warnings", "everySubpath.mjs"));
    expect(found).toEqual({
      theoria: batchNorm({ activation: "tanh", batch: 8 }).rate.value.toFixed(9),
      "theoria/symbolic": "2*(B - 1)/(B - 3)",
      "theoria/ladder": "function",
      "theoria/alignment": true,
      "theoria/grouping": "relu",
      "theoria/landscape": 6,
      "theoria/gating": 6,
      "theoria/call": 7,
      "theoria/display": "8",
      "theoria/theorems": true,
      "theoria/simulation": 2,
      "theoria/simulation/node": 4,
      "theoria/fast-check": "function",
      "theoria/schema.json": "string",
      "theoria/expression.schema.json": "string",
      "theoria/call.schema.json": "string",
      "theoria/package.json": "theoria",
    });
    // the worker is for pages: bundlers.test.ts has it
    const inNode = Object.keys(manifest.exports).filter((path) => path !== "./simulation/worker");
    expect(Object.keys(found).sort()).toEqual(inNode.map((path) => path.replace(".", "theoria")).sort());
  });

  it.each([
    { module: "nodenext", moduleResolution: "nodenext" },
    { module: "esnext", moduleResolution: "bundler" },
  ])("compiles in strict TypeScript with moduleResolution $moduleResolution", (resolution) => {
    const options = { ...resolution, target: "es2022", strict: true, exactOptionalPropertyTypes: true, noEmit: true };
    // the declarations are compiled too: without skipLibCheck, and without types of Node or of a page
    const config = {
      compilerOptions: { ...options, skipLibCheck: false, lib: ["es2022"], types: [] },
      files: ["consumer.ts"],
    };
    writeFileSync(join(installed.project, "tsconfig.json"), JSON.stringify(config));
    expect(node(join(root, "node_modules/typescript/bin/tsc"), "-p", ".")).toBe("");
  });

  it("answers to require where Node can require modules, and says so where it cannot", () => {
    writeFileSync(
      join(installed.project, "legacy.cjs"),
      `let found;
      try { found = require("theoria").batchNorm({ activation: "relu", batch: 8 }).rate.value.toFixed(5); } catch ({ code }) { found = code; }
      import("theoria").then(({ batchNorm }) => console.log(found, batchNorm({ activation: "relu", batch: 8 }).rate.value.toFixed(5)));`,
    );
    const can = (process.features as { require_module?: boolean }).require_module === true;
    expect(node("--no-warnings", "legacy.cjs")).toBe(`${can ? "1.78819" : "ERR_REQUIRE_ESM"} 1.78819\n`);
  });

  it("has a command line that runs where it is installed", () => {
    const bin = join(installed.project, "node_modules/.bin/theoria");
    const { results } = JSON.parse(ran(installed.project, bin, "rate", "tanh", "--batch", "8", "--json"));
    expect(results[0].rate.value).toBeCloseTo(1.358548125411, 11);
  });
});
