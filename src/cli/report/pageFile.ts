/** The file of a page: looked at before anything is computed, written at the end. */
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";

const REMEDY = "Choose a file that can be written.";
/** What every page has near its beginning. */
const MARK = '<meta name="generator" content="theoria ';
const LOOKED_AT = 2048;

const failed = (path: string, error: unknown): UsageError =>
  new UsageError(`--out ${path}: ${fileFailure(error)}. ${REMEDY}`);

function beginningOf(path: string): string {
  const bytes = new Uint8Array(LOOKED_AT);
  const descriptor = openSync(path, "r");
  try {
    return new TextDecoder().decode(bytes.subarray(0, readSync(descriptor, bytes)));
  } finally {
    closeSync(descriptor);
  }
}

/** Where a link leads, so that it stays one. */
function targetOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? path : realpathSync(path);
}

/** Throws a UsageError where the page could not be written, or would overwrite what is no such page. */
export function assertPageFile(path: string, force: boolean): void {
  let foreign = false;
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    if (found !== undefined && !found.isFile()) return;
    accessSync(dirname(resolve(targetOf(path))), constants.W_OK);
    if (found === undefined) return;
    accessSync(path, constants.W_OK);
    foreign = found.size > 0 && !beginningOf(path).includes(MARK);
  } catch (error) {
    throw failed(path, error);
  }
  if (foreign && !force) {
    throw new UsageError(
      `--out ${path}: the file exists and is no page of theoria report. Choose another name, or add --force.`,
    );
  }
}

/** Whole or not at all: a page that was there stays until the new one is complete. Throws a UsageError. */
export function writePage(path: string, page: string): void {
  let part: string | null = null;
  try {
    const target = targetOf(path);
    const regular = statSync(target, { throwIfNoEntry: false })?.isFile() ?? true;
    if (!regular) {
      writeFileSync(target, page);
      return;
    }
    part = `${target}.part`;
    writeFileSync(part, page);
    renameSync(part, target);
  } catch (error) {
    if (part !== null) rmSync(part, { force: true });
    throw failed(path, error);
  }
}
