import type { Numbers } from "./numbers.js";

/** One image, its square windows and the image of their places. */
export interface Windows {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Odd; the image is padded with (size - 1)/2 zeros on each side. */
  readonly size: number;
  readonly stride: number;
}

export const unfoldedHeight = ({ height, stride }: Windows): number => Math.ceil(height / stride);
export const unfoldedWidth = ({ width, stride }: Windows): number => Math.ceil(width / stride);

/**
 * Visits the entries of the unfolded matrix that are not padding, in pieces of one row of one window's place: `count` entries
 * from `from` in the image, `stride` apart, belong to those from `to` on in the matrix.
 */
function visit(windows: Windows, use: (from: number, to: number, count: number) => void): void {
  const { channels, height, width, size, stride } = windows;
  const [rows, columns] = [unfoldedHeight(windows), unfoldedWidth(windows)];
  const margin = (size - 1) / 2;
  let row = 0;
  for (let c = 0; c < channels; c++) {
    for (let dy = -margin; dy <= margin; dy++) {
      for (let dx = -margin; dx <= margin; dx++, row++) {
        const first = Math.max(0, Math.ceil(-dx / stride));
        const end = Math.min(columns, Math.ceil((width - dx) / stride));
        for (let i = 0; i < rows; i++) {
          const y = i * stride + dy;
          if (y < 0 || y >= height) continue;
          const from = (c * height + y) * width + first * stride + dx;
          use(from, (row * rows + i) * columns + first, end - first);
        }
      }
    }
  }
}

/** Every window as a column: (channels size^2) x (places). */
export function unfold(windows: Windows, image: Numbers, out: Numbers): void {
  const { stride } = windows;
  out.fill(0);
  visit(windows, (from, to, count) => {
    for (let k = 0; k < count; k++) out[to + k] = image[from + k * stride]!;
  });
}

/** The transpose of `unfold`: adds every entry to where it came from. */
export function foldInto(windows: Windows, columns: Numbers, image: Numbers): void {
  const { stride } = windows;
  visit(windows, (from, to, count) => {
    for (let k = 0; k < count; k++) image[from + k * stride]! += columns[to + k]!;
  });
}
