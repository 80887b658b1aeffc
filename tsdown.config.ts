import { defineConfig, type UserConfig } from "tsdown";

// Everything is bundled: unbundled, importing mathjs' parser loads hundreds of files and costs ten times the start-up.
const shared: UserConfig = {
  format: "esm",
  // the licences of what is bundled are found by them; the package leaves them out
  sourcemap: "hidden",
  target: "es2022",
  deps: { alwaysBundle: [/.*/] },
  logLevel: "warn",
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: "src/index.ts",
      symbolic: "src/symbolic.ts",
      ladder: "src/ladder.ts",
      alignment: "src/alignment.ts",
      grouping: "src/grouping.ts",
      landscape: "src/landscape.ts",
      gating: "src/gating.ts",
      call: "src/call.ts",
      display: "src/display.ts",
      theorems: "src/verification.ts",
      simulation: "src/simulation.ts",
    },
    platform: "neutral",
    dts: true,
    inputOptions: { resolve: { mainFields: ["module", "main"] } },
  },
  {
    // whoever uses this has fast-check: two copies of it would not know each other's arbitraries
    ...shared,
    entry: { "fast-check": "src/fast-check.ts" },
    platform: "neutral",
    dts: true,
    clean: false,
    deps: { alwaysBundle: [/^(?!fast-check$)/], neverBundle: ["fast-check"] },
    inputOptions: { resolve: { mainFields: ["module", "main"] } },
  },
  {
    // one file without neighbours: a page hands its address to a worker
    ...shared,
    entry: { simulationWorker: "src/simulation/parallel/webWorker.ts" },
    platform: "neutral",
    dts: true,
    clean: false,
    minify: true,
    inputOptions: { resolve: { mainFields: ["module", "main"] } },
  },
  {
    ...shared,
    entry: { node: "src/node.ts" },
    platform: "node",
    fixedExtension: false,
    dts: true,
    clean: false,
  },
  {
    // cli.js and node.js start it: it stands beside them, and loads nothing but the simulator
    ...shared,
    entry: { nodeWorker: "src/node/nodeWorker.ts" },
    platform: "node",
    fixedExtension: false,
    dts: false,
    clean: false,
    minify: true,
  },
  {
    // cli.js starts it for the jobs of experiments
    ...shared,
    entry: { experimentWorker: "src/node/experimentWorker.ts" },
    platform: "node",
    fixedExtension: false,
    dts: false,
    clean: false,
    minify: true,
  },
  {
    ...shared,
    entry: { cli: "src/cli/main.ts" },
    platform: "node",
    fixedExtension: false,
    dts: false,
    clean: false,
    minify: true,
  },
]);
