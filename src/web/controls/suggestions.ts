/** Activations to choose from: names that need no parameters, and a few expressions. */
export const suggestions = [
  ...["identity", "relu", "leaky_relu(0.2)", "relu_power(0.8)", "hardtanh", "relu6", "gelu", "silu", "mish", "elu"],
  ...["selu", "tanh", "erf", "sigmoid", "softplus", "sin(x)", "x^2", "exp(x)", "x > 0 ? x : 0.1*x"],
  "max(x, 0) - max(x - 1, 0)",
] as const;
