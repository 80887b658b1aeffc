import { defineConfig } from "tsdown";

// mathjs is bundled: unbundled, importing its parser loads hundreds of files and costs ten times the start-up.
const shared = { format: "esm", sourcemap: true, noExternal: [/.*/], target: "es2022" } as const;

export default defineConfig([
  { ...shared, entry: { index: "src/index.ts" }, platform: "neutral", dts: true, inputOptions: { resolve: { mainFields: ["module", "main"] } } },
  { ...shared, entry: { cli: "src/cli/main.ts" }, platform: "node", dts: false, clean: false },
]);
