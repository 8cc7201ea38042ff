// A figure as it is laid out: shapes in pixels from the top left, rounded to a tenth, in the order in which they are painted. Plain data too.
import type { Ink } from './figure-data.js';

interface Painted {
  ink: Ink | 'hairline';
  /** 0…1; without it 1 */
  opacity?: number;
}

/** `path`: x, y, x, y, …; null, null lifts the pen. */
export interface Stroke extends Painted {
  kind: 'stroke';
  path: (number | null)[];
  width: number;
  dash: number[];
  /** where in its pattern the dash begins */
  offset: number;
  /** it stands in the box: what leaves it ends there */
  inBox: boolean;
}

/** Columns a pixel wide: x, top, height, x, top, height, …; in the box. */
export interface Band extends Painted {
  kind: 'band';
  columns: number[];
}

export interface Triangle extends Painted {
  kind: 'triangle';
  path: number[];
}

/** A disc, or a ring with the ground inside. */
export interface Circle extends Painted {
  kind: 'circle';
  x: number;
  y: number;
  radius: number;
  filled: boolean;
}

/** `y` is the line that letters stand on. */
export interface Text extends Painted {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  bold: boolean;
  /** it stands at the end of a line, right of the box */
  isEnd: boolean;
}

export type Shape = Stroke | Band | Triangle | Circle | Text;

/** What the axes enclose. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Layout {
  width: number;
  height: number;
  box: Box;
  shapes: Shape[];
}
