// The matrix Dyson solver: iterations and time beside the plain scheme, with true errors. `npm run bench:dyson [-- --quick]` after `npm run build`
import {
  chiralSelfEnergy,
  deformedEdges,
  deformedEquation,
  dysonDensity,
  dysonEquation,
  kroneckerSelfEnergy,
  literalSelfEnergy,
  profileSelfEnergy,
  scalarSelfEnergy,
  separableSelfEnergy,
  solveDyson,
  spectralDistribution,
  supportBound,
} from "../dist/landscape.js";
import { print } from "./table.mjs";

const quick = process.argv.includes("--quick");

const seconds = (s) =>
  s < 1e-3 ? `${(s * 1e6).toFixed(0)} us` : s < 1 ? `${(s * 1e3).toFixed(2)} ms` : `${s.toFixed(2)} s`;
const short = (x) => (x === 0 ? "0" : x.toExponential(0));

/** Median seconds of a call, after one that warms. */
function time(call) {
  call();
  const rounds = Array.from({ length: quick ? 3 : 7 }, () => {
    const from = performance.now();
    call();
    return (performance.now() - from) / 1000;
  });
  return rounds.sort((a, b) => a - b)[rounds.length >> 1];
}

const two = profileSelfEnergy([[1, 0.2], [0.2, 0.5]], [0.3, 0.7]); // biome-ignore format: a matrix
const atEdge = [
  ["semicircle", dysonEquation(scalarSelfEnergy(1)), 1.99],
  ["2 blocks", dysonEquation(two), 1.29],
  ["chiral, p = n/2", dysonEquation(chiralSelfEnergy(0.5)), 0.99 + Math.SQRT1_2],
  ["two atoms + semicircle", deformedEquation([0.6, -0.6]), deformedEdges([0.6, -0.6])[1].value - 0.01],
];

// the truth is what the default method finds
function edges() {
  const rows = [];
  for (const [name, equation, energy] of atEdge) {
    const truth = solveDyson(equation, energy, { eta: 1e-4 }).density;
    let plain = 0;
    for (const method of ["plain", "averaged", "anderson", "newton"]) {
      const options = { eta: 1e-4, method, tolerance: 1e-12 };
      const { iterations, density, error, converged } = solveDyson(equation, energy, options);
      if (method === "plain") plain = iterations;
      const spent = time(() => solveDyson(equation, energy, options));
      const fewer = `${(plain / iterations).toFixed(0)} x`;
      rows.push([
        name,
        method,
        converged ? iterations : `> ${iterations}`,
        fewer,
        seconds(spent),
        short(Math.abs(density - truth)),
        short(error),
      ]);
    }
  }
  print(
    "One energy 0.01 inside an edge, eta = 1e-4, to residual 1e-12 (an evaluation of (z - A + S[G])^-1 is an iteration)",
    ["ensemble", "method", "iterations", "fewer", "time", "true error", "stated"],
    rows,
  );
}

const profile = (size) =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => 0.3 + ((i * 7 + j * 7 + i * j * 3) % 11) / 8),
  );
const smooth = (size) =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 1 + i / size : 0.3 / (1 + Math.abs(i - j)))),
  );
const semicircle = (x) => Math.sqrt(Math.max(0, 4 - x * x)) / (2 * Math.PI);

const whole = [
  ["semicircle", dysonEquation(scalarSelfEnergy(1)), 2000, semicircle],
  ["profile, 20 blocks", dysonEquation(profileSelfEnergy(profile(20))), 2000],
  ["profile, 100 blocks", dysonEquation(profileSelfEnergy(profile(100))), 200],
  ["A + semicircle, 400 eigenvalues", deformedEquation(Array.from({ length: 400 }, (_, i) => Math.sin(i))), 200],
  ["Kronecker, 2 x 2", dysonEquation(kroneckerSelfEnergy([[[1, 0.5], [0.5, -1]], [[0, 1], [1, 0.3]]])), 2000], // biome-ignore format: matrices
  ["separable, 8 x 8", dysonEquation(separableSelfEnergy(smooth(8)), { mean: smooth(8) }), 200],
  [
    "literal, 20 x 20",
    dysonEquation(literalSelfEnergy(profile(20)), { mean: Array.from({ length: 20 }, (_, i) => Math.sin(i)) }),
    20,
  ],
  [
    "literal, 60 x 60 (Anderson)",
    dysonEquation(literalSelfEnergy(profile(60)), { mean: Array.from({ length: 60 }, (_, i) => Math.sin(i)) }),
    20,
  ],
];

// the plain scheme cannot reach eta = 0 at edges: it is given 1e-3, each energy from the start
function densities() {
  const rows = [];
  for (const [name, equation, points, truth] of whole) {
    const { low, high } = supportBound(equation);
    const energies = Array.from({ length: points }, (_, k) => low + ((high - low) * k) / (points - 1));
    const solved = dysonDensity(equation, energies);
    const spent = time(() => dysonDensity(equation, energies));
    const few = Array.from({ length: 10 }, (_, k) => energies[Math.floor(((k + 0.5) * points) / 10)]);
    const from = performance.now();
    const plain = few.map((energy) =>
      solveDyson(equation, energy, { eta: 1e-3, method: "plain", tolerance: 1e-12, maxIterations: 5000 }),
    );
    const perPoint = (performance.now() - from) / 1000 / few.length;
    const sum = (list) => list.reduce((total, { iterations }) => total + iterations, 0);
    const off = truth ? Math.max(...solved.map(({ density, energy }) => Math.abs(density - truth(energy)))) : null;
    rows.push([
      name,
      points,
      seconds(spent),
      (sum(solved) / points).toFixed(1),
      short(Math.max(...solved.map(({ residual }) => residual))),
      off === null ? "-" : short(off),
      solved.filter(({ converged }) => !converged).length,
      `${seconds(perPoint * points)}`,
      (sum(plain) / few.length).toFixed(0),
    ]);
  }
  print(
    "A whole density on the real axis, eta = 0; beside it the plain scheme at eta = 1e-3 (time: of as many points, from ten of them, 5000 iterations at most)",
    ["ensemble", "points", "time", "its/point", "worst residual", "true error", "failed", "plain", "its/point"],
    rows,
  );
}

function spectra() {
  const rows = whole.slice(0, 6).map(([name, equation]) => {
    const from = performance.now();
    const { bands, mass, error } = spectralDistribution(equation);
    return [name, bands.length, seconds((performance.now() - from) / 1000), short(Math.abs(mass - 1)), short(error)];
  });
  print("Bands, edges and mass", ["ensemble", "bands", "time", "|mass - 1|", "stated"], rows);
}

edges();
densities();
spectra();
