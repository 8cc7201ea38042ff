// The setting of every component: what it shows, in which words, and in which colours.
import type { Describe } from '../lib/registry.js';
import type { Words } from '../lib/words.js';
import type { Lab } from './lab.js';

/** Colours and type as the style sheets have them now. */
export interface Colours {
  soft: string;
  hairline: string;
  ground: string;
  font: string;
  /** of racers 1 … 6 */
  racers: string[];
}

export interface Setting {
  lab: Lab;
  words: Words;
  describe: Describe;
  palette: { root: HTMLElement; readonly colours: Colours; readonly pixelRatio: number; isPrinting: boolean; forget(): void };
  /** Says a sentence to those who do not see it appear: the element has one status line, and what it said last stays. */
  say(sentence: string): void;
  /** What stands in an element before it can train, and where it never can. */
  fallback: { drawing(key: string): Element | null; whole(): Element[]; readonly racers: number };
}
