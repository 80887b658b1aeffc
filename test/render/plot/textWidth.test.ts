import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrapText } from "../../../src/render/plot/textWidth.js";

test("wrapped lines fit, and keep every character that is no space", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const lines = wrapText(text, width, 11);
      for (const line of lines) {
        if ([...line].length > 1) expect(textWidth(line, 11)).toBeLessThanOrEqual(width);
      }
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});
