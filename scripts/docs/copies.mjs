// Files of the repository that the site shows or links to. Called by scripts/docs/build.mjs
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** The changelog is a page; its links are those of the repository's root. */
export function copyPages() {
  mkdirSync("docs/reference", { recursive: true });
  const changelog = readFileSync("CHANGELOG.md", "utf8").replaceAll("](docs/", "](../");
  writeFileSync("docs/reference/changelog.md", `---\noutline: 2\neditLink: false\n---\n\n${changelog}`);
}

/** What documents link to outside of `docs`, into the built site. */
export function copyFiles(site) {
  for (const folder of ["schema", "examples"]) cpSync(folder, `${site}/files/${folder}`, { recursive: true });
}
