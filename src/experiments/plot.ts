/** A picture as frozen plain data: what is drawn, in data coordinates. How it looks is for who draws it. */

export type Point = readonly [x: number, y: number];

/** A number names a colour of a list of distinct ones, `ramp` in [0, 1] one of a gradual scale. */
export type Colour = number | { readonly ramp: number } | "ink" | "muted";

interface MarkBase {
  readonly colour: Colour;
  /** 0 .. 1, default 1. */
  readonly opacity?: number;
  /** Its entry in the legend; marks with the same label share one. */
  readonly label?: string;
  /** What a reader is told who points at each of the points, in words; a file does not show it. */
  readonly hints?: readonly string[];
}

/** A polygonal line; "step" holds each value until the next x. */
export interface Line extends MarkBase {
  readonly kind: "line" | "step";
  readonly points: readonly Point[];
  readonly dash?: "solid" | "dashed" | "dotted";
  /** Pixels, default 1.75. */
  readonly width?: number;
}

export interface Points extends MarkBase {
  readonly kind: "points";
  readonly points: readonly Point[];
  /** Diameter in pixels, default 5. */
  readonly size?: number;
  /** "dot" is for thousands of points. */
  readonly symbol?: "dot" | "circle" | "square" | "triangle" | "diamond" | "cross";
}

/** The area between two curves; its default opacity is 0.2. */
export interface Band extends MarkBase {
  readonly kind: "band";
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
}

/** A trajectory with a head at its end. */
export interface Arrow extends MarkBase {
  readonly kind: "arrow";
  readonly points: readonly Point[];
  readonly dash?: "solid" | "dashed" | "dotted";
  readonly width?: number;
}

/** The inside of a polygon; its default opacity is 0.2. */
export interface Polygon extends MarkBase {
  readonly kind: "polygon";
  readonly points: readonly Point[];
}

/** Rectangles of one size around the points, in data coordinates: what has one colour in a picture of values on a grid. */
export interface Cells extends MarkBase {
  readonly kind: "cells";
  readonly points: readonly Point[];
  readonly size: readonly [width: number, height: number];
}

export type Mark = Line | Points | Band | Arrow | Polygon | Cells;

export interface Axis {
  readonly label: string;
  /** Default "linear". */
  readonly scale?: "linear" | "log";
  /** Default: what the marks need. */
  readonly domain?: readonly [number, number];
  readonly ticks?: readonly { readonly at: number; readonly text: string }[];
}

export interface Panel {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
}

export interface Plot {
  readonly title: string;
  /** Sentences under the picture. */
  readonly caption: string;
  /** Panels beside each other where there is room. */
  readonly columns: number;
  /** Both axes have the same length: pictures of a plane. Default false. */
  readonly square?: boolean;
  /** All panels have the same axes: written once a row and once a column. Default false. */
  readonly sharedAxes?: boolean;
  readonly panels: readonly Panel[];
  /** Command, seed, version: written into the file. */
  readonly metadata: Readonly<Record<string, string>>;
}
