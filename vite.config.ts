import { defineConfig } from "vite";

/** The explorer: a folder of static files that any server can hand out under any address. */
export default defineConfig({
  root: "src/web",
  base: "./",
  clearScreen: false,
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // the polyfill fetches, which the page's own policy forbids
  build: {
    outDir: "../../dist/explorer",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: "hidden",
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: "es" },
});
