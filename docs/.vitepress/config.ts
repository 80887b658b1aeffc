/** The documentation as a site: `npm run docs`. It asks nothing of other servers, and works under any base path. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { readMarkdown } from "./markdown.js";
import { nav, sidebar } from "./navigation.js";
import { search } from "./search.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

// files of the repository that are linked to are no pages
process.env.VITE_EXTRA_EXTENSIONS = "py,ipynb,mjs";

export default defineConfig({
  title: "Theoria",
  description: "Mean-field and eigenvalue theory of neural networks, with an error on every number",
  lang: "en",
  base: process.env.THEORIA_DOCS_BASE ?? "/",
  outDir: `${root}site`,
  srcExclude: ["**/node_modules/**"],
  metaChunk: true,
  // no picture: without this line a browser asks for one
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    config: readMarkdown,
    // braces are sets and records here
    attrs: { disable: true },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  themeConfig: { nav, sidebar, search, outline: { level: [2, 3] }, externalLinkIcon: false },
  vite: {
    resolve: { alias: { theoria: `${root}dist/index.js` } },
    build: { chunkSizeWarningLimit: 3000 },
  },
});
