/** The package as `npm pack` makes it, installed into an empty project without a network. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ran } from "./ran.js";

export const root = resolve(import.meta.dirname, "../../..");
const modules = join(root, "node_modules");

export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

export interface Installed {
  readonly packed: Packed;
  /** The project's folder. */
  readonly project: string;
  remove(): void;
}

/** Why there is nothing to pack, or null. With THEORIA_BROWSER_TESTS=1, as in CI, it must be built. */
export const absence =
  existsSync(join(root, "dist/display.js")) || process.env.THEORIA_BROWSER_TESTS === "1" ? null : "skipped: not built";

/** Every file of a folder, as paths relative to it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

export function install(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "theoria-package-"));
  const project = join(folder, "project");
  // a cache of its own: what is not in the tarball cannot come from anywhere
  const options = ["--cache", join(folder, "cache"), "--offline", "--no-audit", "--no-fund"];
  const [packed] = JSON.parse(
    ran(root, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder, ...options),
  ) as Packed[];
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  ran(project, "npm", "install", "--omit=optional", "--ignore-scripts", ...options, join(folder, packed!.filename));
  cpSync(join(import.meta.dirname, "../project"), project, { recursive: true });
  // the optional peer, with what it needs
  for (const name of ["fast-check", "pure-rand"]) {
    cpSync(join(modules, name), join(project, "node_modules", name), { recursive: true });
  }
  return { packed: packed!, project, remove: () => rmSync(folder, { recursive: true }) };
}
