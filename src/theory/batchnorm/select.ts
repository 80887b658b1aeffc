import { TheoryError } from "../../errors.js";
import type { Problem } from "./problem.js";
import { MAX_REACH } from "./reach.js";
import type { Route, RouteName } from "./route.js";
import { closedForm } from "./routes/closedForm/closedForm.js";
import { fourier } from "./routes/fourier/fourier.js";
import { gegenbauer } from "./routes/gegenbauer/gegenbauer.js";
import { laplace } from "./routes/laplace/laplace.js";
import { polynomial } from "./routes/polynomial/polynomial.js";
import { quadrature } from "./routes/quadrature/quadrature.js";
import { smallBatch } from "./routes/smallBatch.js";

export const routes: readonly Route[] = [smallBatch, closedForm, polynomial, gegenbauer, quadrature, laplace, fourier];

export type Method = "auto" | RouteName;
export const methods: readonly Method[] = ["auto", ...routes.map(({ name }) => name)];

// The terms of the gradient's pairing series fall like k^{1 - n/2 - 2e} for |z - tau|^e: the batch size from which a few hundred
// of them reach 1e-12, by the least exponent (measured: relu and hardtanh for 1, elu(1) for 2, a jump in tanh for 0).
function seriesBatch(exponent: number): number {
  if (exponent >= 2) return 8;
  return exponent >= 1 ? 16 : 128;
}

function seriesConverges({ psi, batch }: Problem): boolean {
  const kinks = psi.facts.breakpoints.filter(({ at }) => Math.abs(at) < MAX_REACH);
  return kinks.every(({ exponent }) => batch >= seriesBatch(exponent));
}

/** Routes in the order of preference for this problem; all of them apply. */
export function preferred(problem: Problem): Route[] {
  const general = seriesConverges(problem) ? [gegenbauer, quadrature] : [quadrature, gegenbauer];
  const order = [smallBatch, closedForm, polynomial, ...general, fourier];
  return order.filter((route) => route.refusal(problem) === null);
}

/** The route for a method, or a TheoryError with the reason why it does not apply. */
export function selectRoute(problem: Problem, method: Method): Route {
  if (method === "auto") return preferred(problem)[0];
  const route = routes.find(({ name }) => name === method);
  const allowed = methods.join(", ");
  if (route === undefined) {
    throw new TheoryError(`unknown method ${String(method)}: choose one of ${allowed}`, {
      code: "domain",
      parameter: "method",
      value: method,
      domain: allowed,
      remedy: "Leave it out, or use auto, to let the activation's facts choose.",
    });
  }
  const reason = route.refusal(problem);
  if (reason !== null) {
    const usable = routes.filter((other) => other.refusal(problem) === null).map(({ name }) => name);
    throw new TheoryError(`method ${method} does not apply here: ${reason}`, {
      code: "not-applicable",
      parameter: "method",
      value: method,
      domain: `for ${problem.activation.text} at batch ${problem.batch}: ${usable.join(", ")}`,
      remedy: "Use auto or one of those.",
    });
  }
  return route;
}

/** A route that shares nothing with `used`, for a second opinion; null when there is none. */
export function independentRoute(problem: Problem, used: RouteName): Route | null {
  return preferred(problem).find(({ name }) => name !== used && name !== "direct") ?? null;
}
