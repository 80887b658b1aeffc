import { assert as checkLaw, double, integer, property as law } from "fast-check";
import { describe, expect, it } from "vitest";
import { theorems } from "../../../../src/theorems/index.js";
import { controlOf } from "../../../../src/verification/domains/control.js";
import { validate } from "../../../../src/verification/domains/validate.js";
import { placeIn, sliderPlaces, valueAt } from "../../../../src/web/views/theorems/sliderPlaces.js";

const batches = { min: 4, max: 1e6, step: 1, logarithmic: true };

describe("the places of a slider", () => {
  it("give values of the domain, whatever the parameter", () => {
    for (const { id, parameters } of theorems) {
      for (const [name, domain] of Object.entries(parameters)) {
        const control = controlOf(domain);
        if (control.kind !== "slider") continue;
        const last = sliderPlaces(control);
        for (const place of [0, 1, Math.floor(last / 3), last - 1, last].filter((at) => at >= 0 && at <= last)) {
          expect(() => validate(name, domain, valueAt(control, place)), `${id} ${name}`).not.toThrow();
        }
      }
    }
  });

  it("are one a whole number where there are few", () => {
    const few = { min: 2, max: 6, step: 1 };
    expect(sliderPlaces(few)).toBe(4);
    expect([0, 1, 2, 3, 4].map((place) => valueAt(few, place))).toEqual([2, 3, 4, 5, 6]);
    expect(placeIn(few, 5)).toBe(3);
    expect(placeIn({ min: 2, max: 2, step: 1 }, 7)).toBe(0);
  });

  it("grow with the value, and come back to it", () => {
    for (const range of [
      batches,
      { min: -2, max: 2, step: 0.004 },
      { min: 1e-6, max: 1e6, step: 1e3, logarithmic: true },
    ]) {
      checkLaw(
        law(integer({ min: 0, max: sliderPlaces(range) }), (place) => {
          const x = valueAt(range, place);
          expect(x >= range.min && x <= range.max).toBe(true);
          // near the end of few whole numbers several places have one value
          expect(valueAt(range, placeIn(range, x))).toBe(x);
        }),
      );
      checkLaw(
        law(double({ noNaN: true }), (x) => {
          expect(placeIn(range, x)).toBeGreaterThanOrEqual(0);
          expect(placeIn(range, x)).toBeLessThanOrEqual(sliderPlaces(range));
        }),
      );
    }
  });
});
