// Bundles each entry of the library as a web page would and fails on a Node import or on more weight than a page should carry.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const LIMIT_KB = 200;
const entries = [
  "index",
  "symbolic",
  "ladder",
  "alignment",
  "grouping",
  "landscape",
  "gating",
  "display",
  "simulation",
  "simulationWorker",
];

async function check(entry) {
  const result = await build({
    stdin: { contents: `import "./dist/${entry}.js"; export * from "./dist/${entry}.js";`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser", // a Node built-in does not resolve here, which fails the build
    write: false,
    logLevel: "error",
  });
  const [{ contents, text }] = result.outputFiles;
  const kilobytes = gzipSync(contents, { level: 9 }).length / 1000;
  const offence = /\brequire\(|["']node:|\beval\(|new Function\(/.exec(text);
  if (offence !== null) {
    const place = text.slice(Math.max(0, offence.index - 80), offence.index + 80);
    console.error(`the browser bundle of ${entry} contains ${offence[0]} near: ${place}`);
    return false;
  }
  console.log(`browser bundle of ${entry}: ${kilobytes.toFixed(1)} kB gzip (limit ${LIMIT_KB} kB)`);
  return kilobytes <= LIMIT_KB;
}

const passed = await Promise.all(entries.map(check));
if (passed.includes(false)) process.exit(1);
