// A layout holds shapes in pixels from the top left, rounded to a tenth, in the order in which they are painted. It is plain data too.
import type { Ink } from './figure-data.js';

interface Painted {
  ink: Ink | 'hairline';
  /** 0…1; without it 1 */
  opacity?: number;
}

/** `path` is x, y, x, y, …; null, null lifts the pen. */
export interface Stroke extends Painted {
  kind: 'stroke';
  path: (number | null)[];
  width: number;
  dash: number[];
  /** at which offset in its pattern the dash begins */
  offset: number;
  /** whether it is clipped to the box */
  inBox: boolean;
}

/** The columns are a pixel wide: x, top, height, x, top, height, …; they are in the box. */
export interface Band extends Painted {
  kind: 'band';
  columns: number[];
}

export interface Triangle extends Painted {
  kind: 'triangle';
  path: number[];
}

/** It is a disc, or a ring filled with the background. */
export interface Circle extends Painted {
  kind: 'circle';
  x: number;
  y: number;
  radius: number;
  filled: boolean;
}

/** `y` is the baseline. */
export interface Text extends Painted {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  bold: boolean;
  /** whether it is at the end of a line, right of the box */
  isEnd: boolean;
}

export type Shape = Stroke | Band | Triangle | Circle | Text;

/** The axes enclose this box. */
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
