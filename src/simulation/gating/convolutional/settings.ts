import type { GatedModel } from "../settings.js";
import type { Architecture } from "./architecture.js";
import type { Shape } from "./tensor.js";

export interface ConvolutionalSettings {
  readonly architecture: Architecture;
  readonly model: GatedModel;
  /** Of the gates of a DLGN, as in GatedGates; null for the other models. */
  readonly beta: number | "hard" | null;
  readonly image: Pick<Shape, "channels" | "height" | "width">;
  /** Classes. */
  readonly outputs: number;
  /** Adam's rate; the paper's is 2e-4. */
  readonly rate: number;
  /** Images of a batch. */
  readonly batch: number;
  readonly epochs: number;
}
