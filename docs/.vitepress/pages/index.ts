/** What the site is made of besides the documents: run by scripts/docs/pages.mjs. */
import { theoremPages } from "../../../src/render/markdown/theoremPages.js";
import { theorems } from "../../../src/theorems/index.js";

export const pages = (): ReadonlyMap<string, string> => theoremPages(theorems);
