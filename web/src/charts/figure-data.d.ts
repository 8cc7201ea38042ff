// A figure's content is plain data without functions or elements, so that it can be sent, stored and painted anywhere.
// Values are in the data's units; widths, dashes and font sizes are in pixels. Colours are names that each painter looks up.

export type Ink = 'racer-1' | 'racer-2' | 'racer-3' | 'racer-4' | 'racer-5' | 'racer-6' | 'soft';

/** They ascend in x; a null is a gap. */
export interface Points {
  x: number[];
  y: (number | null)[];
}

export interface Line {
  points: Points;
  ink: Ink;
  /** 0…1; without it 1 */
  opacity?: number;
  /** lengths of lines and gaps in pixels, alternating; [] is a solid line */
  dash: number[];
  width: number;
  /** drawn as steps: each value holds until the next */
  step?: boolean;
}

export interface Tick {
  at: number;
  text: string;
}

/** It names a line at its right end; the note is in a second row. */
export interface EndLabel {
  y: number;
  text: string;
  ink: Ink;
  note?: string;
}

/** A letter or a drop is drawn above its point. */
export interface Mark {
  x: number;
  y: number;
  ink: Ink;
  kind: 'head' | 'end' | 'stop' | 'drop' | 'letter' | 'dot' | 'ring';
  text?: string;
}

/** A rule is a hairline from top to bottom; the text explains it at its top. */
export interface Rule {
  x: number;
  ink: Ink;
  opacity: number;
  dash: number[];
  text?: string;
}

export interface FigureData {
  /** later ones lie on top */
  lines: Line[];
  /** left end of the x axis */
  xMin: number;
  /** right end of the x axis */
  xMax: number;
  xTicks: Tick[];
  /** left of the first tick */
  xName: string;
  /** the ends of epochs */
  epochs: Tick[];
  /** left of their numbers; if it is empty, they have ticks alone */
  epochName: string;
  yRange: [number, number];
  log: boolean;
  /** where a zero is drawn on a logarithmic axis; null: nowhere */
  floor: number | null;
  yTicks: Tick[];
  labels: EndLabel[];
  /** the gutter at the right has room for these */
  names: string[];
  marks: Mark[];
  rules: Rule[];
}
