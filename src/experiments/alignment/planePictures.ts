/** Neurons with two inputs as pictures of the plane. */
import type { Mark, Panel, Point } from "../plot.js";
import { rounded } from "../statistics.js";
import { type Figure3Result, type Neuron, type Place, placeOf, placeText } from "./planeNeurons.js";

const styleOf = (place: Place) => {
  if (place === "none") return { colour: "muted", dash: "dotted" } as const;
  if (place === "beyond") return { colour: 2, dash: "dotted" } as const;
  return { colour: place.teacher === 0 ? 0 : 1, dash: place.sign > 0 ? "solid" : "dashed" } as const;
};

/** Three standard deviations of the inputs. */
const REACH = 4.5;

/** The piece of the line w.x + b = 0 that lies in the square |x1|, |x2| <= REACH; no points where it passes by. */
export function boundary([w1, w2, bias]: Neuron): Point[] {
  const square = w1 * w1 + w2 * w2;
  if (square === 0) return [];
  const length = Math.sqrt(square);
  const foot = [(-bias * w1) / square, (-bias * w2) / square] as const;
  const along = [-w2 / length, w1 / length] as const;
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const k of [0, 1] as const) {
    if (along[k] === 0) {
      if (Math.abs(foot[k]) > REACH) return [];
      continue;
    }
    const ends = [(-REACH - foot[k]) / along[k], (REACH - foot[k]) / along[k]];
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  return from < to ? [from, to].map((at) => [foot[0] + at * along[0], foot[1] + at * along[1]] as const) : [];
}

export function boundaryPanel({ steps, students, teachers }: Figure3Result, k: number): Panel {
  const places = students.at(-1)!.map((student) => placeOf(student, teachers));
  const lines = students[k]!.map((student, i): Mark => {
    const label = `student ${i + 1} ${placeText(places[i]!)}: ${rounded(students.at(-1)![i]![3], 2)}`;
    return { kind: "line", colour: i, dash: "dashed", width: 1.5, points: boundary(student), label };
  });
  const solid = teachers.map((teacher): Mark => {
    return { kind: "line", colour: "ink", width: 2.5, points: boundary(teacher), label: "teachers" };
  });
  const ticks = [-3, 0, 3].map((at) => ({ at, text: String(at) }));
  const axis = { domain: [-REACH, REACH], ticks } as const;
  return {
    title: `after ${steps[k]} steps`,
    x: { label: "x1", ...axis },
    y: { label: "x2", ...axis },
    marks: [...solid, ...lines],
  };
}

export const nearest = (steps: readonly number[], wanted: number): number =>
  steps.reduce((best, step, k) => (Math.abs(step - wanted) < Math.abs(steps[best]! - wanted) ? k : best), 0);

/** v_k w_k: what a student contributes, of the length |v_k| |w_k|. */
const contribution = ([w1, w2, , fanOut]: Neuron): Point => [fanOut * w1, fanOut * w2];

export function trajectoryPanel({ students, teachers }: Figure3Result, seed: number): Panel {
  const last = students.at(-1)!;
  const paths = last.map((student, i): Mark => {
    const place = placeOf(student, teachers);
    return {
      kind: "arrow",
      ...styleOf(place),
      points: students.map((row) => contribution(row[i]!)),
      label: placeText(place),
    };
  });
  const goals = teachers.map((teacher): Mark => {
    return {
      kind: "arrow",
      colour: "ink",
      width: 2.5,
      opacity: 0.35,
      points: [[0, 0], contribution(teacher)],
      label: "teachers",
    };
  });
  const far = 1.1 * Math.max(...[...goals, ...paths].flatMap(({ points }) => points.flat().map(Math.abs)));
  const axis = { domain: [-far, far] } as const;
  return {
    title: `seed ${seed}`,
    x: { label: "|v| w1", ...axis },
    y: { label: "|v| w2", ...axis },
    marks: [...goals, ...paths],
  };
}
