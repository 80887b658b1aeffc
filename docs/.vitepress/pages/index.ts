/** What the site is made of besides the documents: run by scripts/docs/pages.mjs. */
import { theoremPages } from "../../../src/render/markdown/theoremPages.js";
import { theorems } from "../../../src/theorems/index.js";
import { type BenchResults, benchesPage } from "./benchesPage.js";

/** Paths below `docs/reference`, and the Markdown of each. */
export const pages = (benches: BenchResults): ReadonlyMap<string, string> =>
  new Map([...theoremPages(theorems), ["benches.md", benchesPage(benches)]]);
