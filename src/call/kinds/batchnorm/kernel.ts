import * as z from "zod";
import { activation as makeActivation } from "../../../symbolic/activation/create.js";
import { activationKernel, kernel as arccosineKernel } from "../../../theory/batchnorm/kernel.js";
import { kind } from "../../kind.js";
import { estimate, number, vector } from "../../schemas.js";
import { activation } from "./network.js";

export const kernel = kind({
  name: "kernel",
  area: "batchnorm",
  doc: "arc-cosine kernel J_alpha, or J_phi of a homogeneous activation, and its derivative",
  inputs: z
    .strictObject({
      alpha: number.optional().describe("Degree of J_alpha; default 1."),
      activation: activation.optional().describe("A positively homogeneous activation, instead of alpha."),
      c: vector.describe("Correlations."),
    })
    .check(({ value, issues }) => {
      if (value.alpha === undefined || value.activation === undefined) return;
      const params = { remedy: "An activation has its own degree: leave alpha out." };
      issues.push({ code: "custom", input: value, path: ["alpha"], message: "alpha or activation, not both", params });
    }),
  result: z.object({
    activation: z.string().nullable(),
    alpha: number.describe("Degree of homogeneity."),
    values: z.array(z.object({ c: number, J: estimate, derivative: estimate })),
  }),
  example: { alpha: 1, c: [-1, 0, 0.5] },
  compute({ alpha = 1, activation: text, c }) {
    if (text === undefined) return { activation: null, alpha, values: c.map((at) => arccosineKernel(alpha, at)) };
    const phi = makeActivation(text);
    const values = c.map((at) => activationKernel(phi, at));
    return { activation: phi.text, alpha: phi.facts.homogeneity.value!.degree, values };
  },
});
