// Compiles assembly/ and writes src/simulation/kernels/wasm/bytes.generated.ts, which holds the module in base64.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const target = resolve(root, "src/simulation/kernels/wasm/bytes.generated.ts");

/** No runtime: the host lays out the memory, which grows up to 4 GB. */
const flags = ["--optimizeLevel", "3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd"];
const memory = ["--initialMemory", "1", "--maximumMemory", "65536"];

let bytes;
const { error, stderr } = await main(
  ["assembly/index.ts", "--baseDir", root, "--outFile", "kernels.wasm", ...flags, ...memory],
  {
    writeFile: (_, contents) => {
      bytes = contents;
    },
  },
);
if (error || !bytes) {
  console.error(stderr.toString());
  throw error ?? new Error("The compiler wrote nothing.");
}
const text = Buffer.from(bytes).toString("base64");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `/** The module that assembly/ compiles to, in base64. */\nexport const bytes =\n  "${text}";\n`);
console.log(`${bytes.length} bytes of WebAssembly`);
