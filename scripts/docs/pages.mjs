// Writes the pages that are made of the theorem objects, and of the measurements, into docs/reference. Called by scripts/docs/build.mjs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const bundle = join(tmpdir(), `theoria-pages-${process.pid}.mjs`);
await build({
  entryPoints: ["docs/.vitepress/pages/index.ts"],
  bundle: true,
  format: "esm",
  platform: "node",
  outfile: bundle,
  // for the packages that are no modules
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "error",
});
try {
  const { pages } = await import(pathToFileURL(bundle));
  rmSync("docs/reference/theorems", { recursive: true, force: true });
  for (const [path, text] of pages(JSON.parse(readFileSync("bench/results.json", "utf8")))) {
    const file = join("docs/reference", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
} finally {
  rmSync(bundle);
}
