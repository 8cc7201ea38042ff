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
  /** What stands in an element before it can train, and where it never can. */
  fallback: { drawing(key: string): Element | null; whole(): Element[]; readonly racers: number };
  /**
   * Loads what most first visits do without, with its words and its styles. `slot` is in the shadow root, where it is going to stand;
   * when it does not arrive, a sentence stands there, the answer is null, and it may be asked for again.
   */
  lazy<Chunk>(slot: HTMLElement): Promise<Chunk | null>;
}
