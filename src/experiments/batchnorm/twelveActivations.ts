/** Saturating ones, kinked ones, smooth relatives of ReLU. */
export const twelveActivations: readonly string[] = Object.freeze([
  ...["identity", "tanh", "erf", "sin", "hardtanh", "sigmoid"],
  ...["relu", "leaky_relu(0.2)", "elu", "gelu", "silu", "softplus"],
]);
