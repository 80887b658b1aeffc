import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest folder above this file that has a package.json: this is src/cli/ or, bundled, dist/. */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let at = here; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, "package.json"))) return at;
  return here;
}
