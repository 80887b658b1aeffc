// The subpath theoria/simulation, as a table of contents: wide random networks, sampled; it knows no formula.

// Activations as a backend runs them
export type { Elementwise, Instruction, Operation, Program } from "./simulation/elementwise/program.js";
// What is asked of networks
export type { Experiment } from "./simulation/experiment.js";
// Backends
export type { Backend, Block, KernelOptions, Kernels, Normalisation, StreamKey } from "./simulation/kernels/kernels.js";
export { plainBackend } from "./simulation/kernels/plain/plainBackend.js";
export type { TfjsNamespace } from "./simulation/kernels/tfjs/tfjs.js";
export { tfjsBackend } from "./simulation/kernels/tfjs/tfjsBackend.js";
export { createWasmBackend, wasmBackend } from "./simulation/kernels/wasm/wasmBackend.js";
// Running, and reading what came out
export type { MeasuringWindow } from "./simulation/measuringWindow.js";
export { mergeSamples } from "./simulation/mergeSamples.js";
// Networks
export { type Network, type NetworkOptions, validNetwork } from "./simulation/network.js";
// Worker threads
export type { Channel, StartWorker, WorkerChannel } from "./simulation/parallel/channel.js";
export { drawInParallel, type ParallelOptions } from "./simulation/parallel/drawInParallel.js";
export type { PortableNetwork } from "./simulation/parallel/messages.js";
export { portableNetwork } from "./simulation/parallel/portableNetwork.js";
export { serve } from "./simulation/parallel/serve.js";
export { type WebWorker, webWorkers } from "./simulation/parallel/webWorkers.js";
export type { JacobianEstimate, Recording, Sample } from "./simulation/sample.js";
export { fromRecord, toRecord } from "./simulation/sampleRecord.js";
// Samplers: weights integrated out, or drawn
export { exactSampler } from "./simulation/sampler/exact.js";
export { naiveSampler } from "./simulation/sampler/naive.js";
export type { OpenSampler, Sampler } from "./simulation/sampler/sampler.js";
export { type Simulation, simulate } from "./simulation/simulate.js";
export type { SimulateOptions } from "./simulation/simulateOptions.js";
// Statistics
export {
  type Extrapolation,
  extrapolate,
  type WidthPoint,
} from "./simulation/statistics/extrapolate.js";
export { kolmogorovSmirnov, type TwoSampleTest } from "./simulation/statistics/kolmogorovSmirnov.js";
export type { LogGrowth } from "./simulation/statistics/logGrowth.js";
export { logMeanOf, type MeasuredLogMean } from "./simulation/statistics/logMean.js";
export type { MatrixMean } from "./simulation/statistics/matrixMean.js";
export { type ConfidenceOptions, type Measured, meanOf } from "./simulation/statistics/mean.js";
export {
  type PowerOptions,
  type SampleSizeOptions,
  sampleSize,
  sampleSizeForPower,
} from "./simulation/statistics/sampleSize.js";
export { studentQuantile } from "./simulation/statistics/studentQuantile.js";
export type { StopSignal } from "./simulation/stopSignal.js";
export { type Summary, type SummaryOptions, summarise } from "./simulation/summarise.js";
// Students that learn a teacher by stochastic gradient descent
export { type Match, match } from "./simulation/training/match.js";
export {
  bestPerStudent,
  bestPerTeacher,
  type Correlations,
  firstMatch,
  type MatchOptions,
  matchedRate,
  meanBestCorrelation,
  studentsPerTeacher,
} from "./simulation/training/matching.js";
export type {
  LayerRecord,
  TeacherStudentSettings,
  TrainingRecord,
  TrainingRun,
  TrainOptions,
} from "./simulation/training/settings.js";
export { train } from "./simulation/training/train.js";
export { type TrainManyOptions, trainMany } from "./simulation/training/trainMany.js";
