// What a figure shows, as plain data: no function and no element in it, so it can be sent, kept and painted anywhere.
// Values are in the data's units; what is in pixels is a width, a dash or a size of type. Colours are names that each painter looks up.

export type Ink = 'racer-1' | 'racer-2' | 'racer-3' | 'racer-4' | 'racer-5' | 'racer-6' | 'soft';

/** Ascending in x; a null is a gap. */
export interface Points {
  x: number[];
  y: (number | null)[];
}

export interface Line {
  points: Points;
  ink: Ink;
  /** 0…1; without it 1 */
  opacity?: number;
  /** line and gap in pixels, in turn; [] is a whole line */
  dash: number[];
  width: number;
  /** drawn as steps: each value holds until the next */
  step?: boolean;
}

export interface Tick {
  at: number;
  text: string;
}

/** A name at the right end of a line, and a second row under it. */
export interface EndLabel {
  y: number;
  text: string;
  ink: Ink;
  note?: string;
}

/** A letter or a drop stands over its place. */
export interface Mark {
  x: number;
  y: number;
  ink: Ink;
  kind: 'head' | 'end' | 'stop' | 'drop' | 'letter' | 'dot' | 'ring';
  text?: string;
}

/** A hairline from top to bottom. */
export interface Rule {
  x: number;
  ink: Ink;
  opacity: number;
  dash: number[];
}

export interface FigureData {
  /** later ones lie on top */
  lines: Line[];
  /** the x axis goes from here */
  xMin: number;
  /** to here */
  xMax: number;
  xTicks: Tick[];
  /** stands left of the first tick */
  xName: string;
  /** where epochs end */
  epochs: Tick[];
  /** stands left of their numbers; without it they have ticks alone */
  epochName: string;
  yRange: [number, number];
  log: boolean;
  /** where a zero stands on a logarithmic axis; null: nowhere */
  floor: number | null;
  yTicks: Tick[];
  labels: EndLabel[];
  /** that will stand at the right, for which room is kept */
  names: string[];
  marks: Mark[];
  rules: Rule[];
}
