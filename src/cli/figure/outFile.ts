/** The file of --out: which kind it is, and whether it can be written, before anything is run. */
import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";

const kinds = ["svg", "png", "json"] as const;
export type FileKind = (typeof kinds)[number];

export interface OutFile {
  readonly path: string;
  readonly kind: FileKind;
}

/** The kind that the name's end says. Throws a UsageError. */
function kindOf(path: string): FileKind {
  const kind = kinds.find((each) => path.toLowerCase().endsWith(`.${each}`));
  if (kind !== undefined) return kind;
  throw new UsageError(
    `--out ${path}: expected a name that ends in .svg, .png or .json. Write for example figure.svg.`,
  );
}

/** Opens the file for writing and leaves it as it was. Throws a UsageError. */
function assertWritable(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false }) !== undefined;
  try {
    closeSync(openSync(path, "a"));
    if (!there) rmSync(path);
  } catch (error) {
    throw new UsageError(`--out ${path}: ${fileFailure(error)}. Choose a file that can be written.`);
  }
}

export function outFile(path: string): OutFile {
  const kind = kindOf(path);
  assertWritable(path);
  return { path, kind };
}

/** f.svg for one picture; f-1.svg, f-2.svg for several. */
export const numbered = ({ path, kind }: OutFile, count: number): readonly string[] =>
  count === 1
    ? [path]
    : Array.from(
        { length: count },
        (_, k) => `${path.slice(0, -kind.length - 1)}-${k + 1}.${path.slice(-kind.length)}`,
      );

/** Beside f.svg: the finished jobs of a run that was stopped. */
export const jobsFileOf = ({ path, kind }: OutFile, study: string, effort: string): string =>
  `${path.slice(0, -kind.length - 1)}.${study}-${effort}.jsonl`;
