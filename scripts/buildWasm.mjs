// Compiles the modules of assembly/; each goes into a file of src that holds it in base64.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modules = [
  { source: "assembly/index.ts", target: "src/simulation/kernels/wasm/bytes.generated.ts" },
  { source: "assembly/training/index.ts", target: "src/simulation/training/wasm/bytes.generated.ts" },
  { source: "assembly/gating/index.ts", target: "src/simulation/gating/wasm/bytes.generated.ts" },
];

/** No runtime: the host lays out the memory, which grows up to 4 GB. */
const flags = ["--optimizeLevel", "3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd"];
const memory = ["--initialMemory", "1", "--maximumMemory", "65536"];

for (const { source, target } of modules) {
  let bytes;
  const { error, stderr } = await main([source, "--baseDir", root, "--outFile", "kernels.wasm", ...flags, ...memory], {
    writeFile: (_, contents) => {
      bytes = contents;
    },
  });
  if (error || !bytes) {
    console.error(stderr.toString());
    throw error ?? new Error("The compiler wrote nothing.");
  }
  const text = Buffer.from(bytes).toString("base64");
  const path = resolve(root, target);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `/** The module that ${source} compiles to, in base64. */\nexport const bytes =\n  "${text}";\n`);
  console.log(`${source}: ${bytes.length} bytes of WebAssembly`);
}
