import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";

const REMEDY = "Choose a folder that can be made and written.";

/** The folders that are missing on the way to `path`, the outermost first. */
function missingFolders(path: string): readonly string[] {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found === undefined) missing.unshift(at);
    else if (found.isDirectory()) return missing;
    else throw new Error(`${at} is not a folder`);
  }
}

/**
 * Makes the folder and those above it, one after the other: the recursive call of node:fs does not return where a file system such as /proc takes no
 * folders. Throws a UsageError.
 */
export function makeFolder(path: string): void {
  let at = resolve(path);
  try {
    for (const folder of missingFolders(at)) {
      at = folder;
      mkdirSync(folder);
    }
  } catch (error) {
    const where = at === resolve(path) ? "" : `, folder ${at}`;
    throw new UsageError(`--out ${path}${where}: ${fileFailure(error)}. ${REMEDY}`);
  }
}
