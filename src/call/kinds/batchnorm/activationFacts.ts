import * as z from "zod";
import { activation as makeActivation } from "../../../symbolic/activation/create.js";
import { differentiate } from "../../../symbolic/differentiate.js";
import { text } from "../../../symbolic/format/text.js";
import { simplify } from "../../../symbolic/simplify.js";
import { kind } from "../../kind.js";
import { number, real } from "../../schemas.js";
import { activation as activationText } from "./network.js";

const evidence = z.enum(["proved", "sampled"]);
const fact = <T extends z.ZodType>(value: T) => z.object({ value, evidence });

const growth = z.object({
  kind: z.enum(["bounded", "polynomial", "exponential", "gaussian"]),
  degree: number.optional(),
  rate: number.optional(),
  coefficient: number.optional(),
});

const breakpoint = z.object({
  at: number,
  valueJump: real,
  slopeJump: real,
  exponent: number,
  oneSidedAnalytic: z.boolean(),
  evidence,
});

export const activationFacts = kind({
  name: "activation_facts",
  area: "batchnorm",
  doc: "what is known about an activation: kinks, parity, growth, derivative",
  inputs: z.strictObject({ activation: activationText }),
  result: z.object({
    activation: z.string(),
    derivative: z.string().describe("Where it exists, as an expression in x."),
    breakpoints: z.array(breakpoint).describe("Where phi is not analytic."),
    window: number.describe("All breakpoints with |at| <= window."),
    parity: fact(z.enum(["even", "odd", "none"])),
    homogeneity: fact(z.object({ degree: number, left: real, right: real }).nullable()),
    polynomial: fact(z.array(number).nullable()).describe("Coefficients of 1, x, x^2, ..."),
    growth: fact(growth),
    constant: fact(z.boolean()),
  }),
  example: { activation: "gelu" },
  compute({ activation: source }) {
    const { text: name, expression, facts } = makeActivation(source);
    return {
      activation: name,
      derivative: text(simplify(differentiate(simplify(expression!)))),
      ...facts,
    };
  },
});
