// The documentation as a site, in site/: `npm run docs`, after `npm run build`. THEORIA_DOCS_BASE is its base path, "/" unless it is set.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFiles, copyPages } from "./copies.mjs";

for (const file of ["dist/index.js", "dist/explorer/index.html"]) {
  if (!existsSync(file)) throw new Error(`the site needs ${file}: npm run build`);
}

/** Seconds that a program took; its failure is ours. */
function run(...argv) {
  const from = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code !== 0) reject(new Error(`${argv.join(" ")} ended with ${code}`));
      else resolve(((performance.now() - from) / 1000).toFixed(0));
    });
  });
}

copyPages();
const [theorems, reference] = await Promise.all([run("scripts/docs/pages.mjs"), run("scripts/docs/reference.mjs")]);
console.log(`pages of theorems: ${theorems} s, reference of the library: ${reference} s`);
if (!process.argv.includes("--pages")) {
  const site = await run("node_modules/vitepress/bin/vitepress.js", "build", "docs");
  copyFiles("site");
  console.log(`site/: ${site} s`);
}
