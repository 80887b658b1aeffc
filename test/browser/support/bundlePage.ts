import { resolve } from "node:path";
import { build } from "esbuild";

/** A script of test/browser/page and all that it imports, as one file for a page. */
export async function bundlePage(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, "../page", name)],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

/** A page that runs `page.js`. */
export const html =
  '<!doctype html><meta charset="utf-8"><title>Theoria</title><script type="module" src="page.js"></script>';
