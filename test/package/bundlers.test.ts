/** The installed package in Chromium: bundled by Vite, by esbuild, and not bundled at all. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activation, batchNorm, elementwiseOf } from "../../src/index.js";
import { simulate, wasmBackend } from "../../src/simulation.js";
import { absence as noBrowser, openPage } from "../browser/support/chromium.js";
import { serveFiles } from "../browser/support/serveFiles.js";
import { filesIn, type Installed, install, absence as notBuilt, root } from "./support/installed.js";

const reason = noBrowser ?? notBuilt;

const guide = readFileSync(join(root, "docs/ecosystem.md"), "utf8");

/** A block of the guide, by what stands after its ```. */
const block = (name: string) => guide.split(`\n\`\`\`${name}\n`)[1]!.split("```")[0]!;

/** No eval, no inline scripts: what a careful page allows. WebAssembly is the simulator's. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'unsafe-inline'">`;
const html = (head: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8">${head}<title>Theoria</title><body></body></html>`;
const script = (src: string) => `<script type="module" src="${src}"></script>`;

const served = "/node_modules/theoria/dist";
const importMap = `<script type="importmap">${JSON.stringify({
  imports: {
    theoria: `${served}/index.js`,
    "theoria/display": `${served}/display.js`,
    "theoria/simulation": `${served}/simulation.js`,
  },
})}</script>`;

describe.skipIf(reason !== null)(`in Chromium${reason === null ? "" : ` (${reason})`}`, () => {
  let installed: Installed;
  let expected: object;
  let dist: Record<string, string>;

  const project = (name: string) => join(installed.project, name);
  const texts = (folder: string, prefix: string) =>
    Object.fromEntries(filesIn(folder).map((name) => [prefix + name, readFileSync(join(folder, name), "utf8")]));

  /** What the page says, after all of its files were served. */
  async function answers(files: Readonly<Record<string, string>>): Promise<unknown> {
    const server = await serveFiles(files);
    const opened = await openPage(server.url);
    try {
      await opened.page.waitForFunction(() => "answers" in globalThis, null, { timeout: 60_000 }).catch(() => {});
      expect(opened.errors).toEqual([]);
      return await opened.page.evaluate(() => (globalThis as { answers?: unknown }).answers);
    } finally {
      await opened.close();
      await server.close();
    }
  }

  beforeAll(async () => {
    installed = install();
    dist = texts(project("node_modules/theoria/dist"), served.slice(1).concat("/"));
    const network = { activation: elementwiseOf(activation("relu")), batch: 4, width: 20, depth: 5 };
    const { samples } = await simulate(network, { samples: 4, seed: 1, backend: wasmBackend });
    expected = {
      rate: batchNorm({ activation: "tanh", batch: 8 }).rate.value,
      drawn: true,
      simulated: samples.map(({ logGradient }) => [...logGradient]),
      same: true,
    };
  }, 300_000);
  afterAll(() => installed?.remove());

  it("works bundled by Vite, which makes the worker's file too", async () => {
    writeFileSync(project("startWorker.js"), block("javascript vite"));
    writeFileSync(project("index.html"), html(policy + script("/page.js")));
    await vite({
      root: installed.project,
      configFile: false,
      logLevel: "error",
      worker: { format: "es" },
      build: { target: "es2022", outDir: "vite", chunkSizeWarningLimit: 5000 },
    });
    expect(await answers(texts(project("vite"), ""))).toEqual(expected);
  }, 180_000);

  it("works bundled by esbuild, with the worker beside it", async () => {
    writeFileSync(project("startWorker.js"), block("javascript esbuild"));
    await esbuild({
      entryPoints: { page: project("page.js"), worker: "theoria/simulation/worker" },
      absWorkingDir: installed.project,
      bundle: true,
      format: "esm",
      outdir: project("esbuild"),
      logLevel: "error",
    });
    const files = texts(project("esbuild"), "");
    expect(await answers({ ...files, "index.html": html(policy + script("/page.js")) })).toEqual(expected);
  }, 180_000);

  it("works without a bundler, with an import map", async () => {
    writeFileSync(
      project("startWorker.js"),
      `export const startWorker = () => new Worker("${served}/simulationWorker.js", { type: "module" });\n`,
    );
    const own = Object.fromEntries(
      ["page.js", "startWorker.js"].map((name) => [name, readFileSync(project(name), "utf8")]),
    );
    expect(await answers({ ...dist, ...own, "index.html": html(importMap + script("/page.js")) })).toEqual(expected);
  }, 120_000);

  it("works in the page of docs/ecosystem.md, as it stands there", async () => {
    const ready = "<script type=\"module\">globalThis.answers = document.querySelector('tbody').innerText;</script>";
    const shown = await answers({ ...dist, "index.html": block("html") + ready });
    const { rate } = batchNorm({ activation: "gelu", batch: 64 });
    expect(String(shown).split("\t").slice(0, 2)).toEqual(["gelu", "64"]);
    expect(Math.abs(Number(String(shown).split("\t")[2]) - rate.value)).toBeLessThan(1e-11);
  }, 120_000);

  it("works from a script tag that names the file, with nothing else and no inline script", async () => {
    const own = `import { batchNorm } from "${served}/index.js";
globalThis.answers = batchNorm({ activation: "tanh", batch: 8 }).rate.value;`;
    const bare = `${policy.replace(" 'wasm-unsafe-eval'", "")}${script(`${served}/index.js`)}${script("/own.js")}`;
    expect(await answers({ ...dist, "own.js": own, "index.html": html(bare) })).toBe(
      batchNorm({ activation: "tanh", batch: 8 }).rate.value,
    );
  }, 120_000);
});
