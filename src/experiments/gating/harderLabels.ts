import { domainError } from "../../numeric/domain.js";
import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import type { Images } from "../images/images.js";
import { kMeans } from "../images/kMeans.js";

/** Clusters of each class that is taken apart. */
export const GROUPS = 5;

/** The classes below this keep their labels; of ten classes five. */
export const simpleClasses = ({ classes }: Pick<Images, "classes">): number => Math.floor(classes / 2);

/**
 * Labels of the paper's modified data (section 5): those of the first half of the classes are kept; each of the other classes is cut into five groups by
 * k-means, and the groups are given the labels of these classes at random, each label as many groups as the others.
 * @throws TheoryError "domain" for fewer than four classes, and classes with fewer images than groups.
 */
export function harderLabels(
  images: Pick<Images, "classes" | "labels" | "inputs" | "dimension">,
  seed: number,
): Uint8Array {
  const { classes, labels, inputs, dimension } = images;
  if (classes < 4) throw domainError("data", `${classes} classes`, "at least four classes", "Two are made complex.");
  const simple = simpleClasses(images);
  const names = shuffledNames(simple, classes, seed);
  const harder = Uint8Array.from(labels);
  for (let label = simple; label < classes; label++) {
    const members = [...labels.keys()].filter((k) => labels[k] === label);
    if (members.length < GROUPS) {
      throw domainError("data", `${members.length} images of class ${label}`, `at least ${GROUPS}`, "Leave it out.");
    }
    const rows = new Float32Array(members.length * dimension);
    for (const [row, k] of members.entries())
      rows.set(inputs.subarray(k * dimension, (k + 1) * dimension), row * dimension);
    const groups = kMeans(rows, dimension, GROUPS, seed);
    for (const [row, k] of members.entries()) harder[k] = names[(label - simple) * GROUPS + groups[row]!]!;
  }
  return harder;
}

/** Each label of a complex class five times, in a random order. */
function shuffledNames(simple: number, classes: number, seed: number): readonly number[] {
  const stream = new GaussianStream({ seed, sample: 1, draw: 0 });
  const names = Array.from({ length: (classes - simple) * GROUPS }, (_, k) => simple + Math.floor(k / GROUPS));
  for (let k = names.length - 1; k > 0; k--) {
    const other = Math.floor(stream.uniform() * (k + 1));
    [names[k], names[other]] = [names[other]!, names[k]!];
  }
  return names;
}
