// Files of the repository that the site shows or links to. Called by scripts/docs/build.mjs
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** Documents of the repository's root as pages; their links are those of the root. */
export function copyPages() {
  mkdirSync("docs/reference", { recursive: true });
  for (const name of ["changelog", "contributing"]) {
    const text = readFileSync(`${name.toUpperCase()}.md`, "utf8").replaceAll("](docs/", "](../");
    writeFileSync(`docs/reference/${name}.md`, `---\noutline: 2\n---\n\n${text}`);
  }
}

/** What documents link to outside of `docs`, and the explorer, into the built site. */
export function copyFiles(site) {
  for (const folder of ["schema", "examples"]) cpSync(folder, `${site}/files/${folder}`, { recursive: true });
  cpSync("dist/explorer", `${site}/explorer`, { recursive: true, filter: (path) => !path.endsWith(".map") });
}
