/** A run on disk: what was asked for on the first line, then one result a line, each appended when it is there. */
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from "node:fs";
import { fileFailure } from "./fileFailure.js";
import { UsageError } from "./usageError.js";

export interface LineFileRules<T> {
  /** The first line. */
  readonly header: string;
  /** How the first line of any run of this command begins. */
  readonly mark: string;
  readonly print: (item: T) => string;
  /** null for a line that is no result of this run. */
  readonly parse: (line: string) => T | null;
  /** Why a file that is there is refused; null: it is continued. */
  readonly refusal: string | null;
  /** Sentences for the user. */
  readonly says: {
    readonly otherRun: string;
    readonly notOurs: string;
    readonly badLine: string;
    readonly full: string;
  };
}

export interface LineFile<T> {
  /** What the file held when it was opened. */
  readonly items: readonly T[];
  append(item: T): void;
  close(): void;
}

const WRITABLE = "Choose a file that can be written.";

const failed = (path: string, error: unknown, remedy: string): UsageError =>
  new UsageError(`--out ${path}: ${fileFailure(error)}. ${remedy}`);

/** What the file holds; "" where there is none. Pipes and devices are refused: a run on them could not be read again. */
function textOf(path: string): string {
  const choose = "Choose a file that can be read and written.";
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return "";
    if (found.isFile()) return readFileSync(path, "utf8");
  } catch (error) {
    throw failed(path, error, choose);
  }
  throw new UsageError(`--out ${path}: not a regular file. ${choose}`);
}

/** The results of a run that stopped somewhere: whole lines count, a torn last one is cut off. */
function resumed<T>(path: string, text: string, { header, mark, parse, says }: LineFileRules<T>): T[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const [first, ...lines] = whole.split(/\r?\n/).slice(0, -1);
  if (first !== header) {
    throw new UsageError(`--out ${path}: ${first?.startsWith(mark) === true ? says.otherRun : says.notOurs}`);
  }
  const items = lines.flatMap((line, place) => {
    if (line.trim() === "") return [];
    const item = parse(line);
    if (item === null) throw new UsageError(`--out ${path}, line ${place + 2}: ${says.badLine}`);
    return [item];
  });
  try {
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  } catch (error) {
    throw failed(path, error, WRITABLE);
  }
  return items;
}

/** The results that are there already, after making sure that nothing of anybody else's is overwritten. */
function found<T>(path: string, rules: LineFileRules<T>): T[] | null {
  const text = textOf(path);
  // nothing, or a first line that was torn
  if (text === "" || rules.header.startsWith(text)) return null;
  if (rules.refusal === null) return resumed(path, text, rules);
  throw new UsageError(`--out ${path}: ${rules.refusal}`);
}

/** Opens `path` for a run, and reads what it holds, so that no finished result is lost or made twice. Throws a UsageError. */
export function openLineFile<T>(path: string, rules: LineFileRules<T>): LineFile<T> {
  const items = found(path, rules);
  const write = (descriptor: number, line: string) => {
    try {
      writeSync(descriptor, `${line}\n`);
    } catch (error) {
      throw failed(path, error, rules.says.full);
    }
  };
  let descriptor: number;
  try {
    descriptor = openSync(path, items === null ? "w" : "a");
  } catch (error) {
    throw failed(path, error, WRITABLE);
  }
  if (items === null) write(descriptor, rules.header);
  return {
    items: items ?? [],
    append: (item) => write(descriptor, rules.print(item)),
    close: () => closeSync(descriptor),
  };
}
