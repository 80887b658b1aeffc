import type { Images } from "./images.js";

/** What the inputs are, for captions: "MNIST images of 14 × 14 pixels". */
export const imagesText = ({ name, shape, dimension }: Pick<Images, "name" | "shape" | "dimension">): string =>
  shape === null ? `${name}, ${dimension} numbers each` : `${name} images of ${shape.height} × ${shape.width} pixels`;
