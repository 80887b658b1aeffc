/** The two workers: what takes milliseconds never waits for what takes seconds. */
import { createEngine, type Engine, type EngineWorker } from "./engine.js";

const start = (): EngineWorker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/** Answers within a frame or a few. */
export const quickEngine: Engine = createEngine(start);
/** Simulation, training, heat maps, checks. */
export const longEngine: Engine = createEngine(start, { extras: true });
