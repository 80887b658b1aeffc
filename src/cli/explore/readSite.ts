import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** A file of the explorer, as it is handed out. */
export interface SiteFile {
  readonly type: string;
  readonly content: Uint8Array;
  /** Its name changes with its content: browsers may keep it. */
  readonly immutable: boolean;
}

/** By the path after the host, with a leading slash. */
export type Site = ReadonlyMap<string, SiteFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** All files of the folder that have a known type, in memory: what is not in this list cannot be asked for. */
export function readSite(folder: string): Site {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  const site = new Map<string, SiteFile>();
  for (const name of names) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    site.set(`/${name}`, { type, content: readFileSync(join(folder, name)), immutable: name.startsWith("assets/") });
  }
  const index = site.get("/index.html");
  if (index !== undefined) site.set("/", index);
  return site;
}
