// Colours and font of the style sheets for the canvas: they are read once, and again after `forget()`.

/** @typedef {import('../lab/setting.js').Colours} Colours */

export class Palette {
  /** @type {Colours | null} */
  #known = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
  }

  /** A printer has finer dots than the screen. */
  isPrinting = false;

  /** Pixels of a canvas in one of the page. */
  get pixelRatio() {
    return devicePixelRatio * (this.isPrinting ? 2 : 1);
  }

  /** Reads the colours again the next time: the style has changed. */
  forget() {
    this.#known = null;
  }

  /** @returns {Colours} */
  get colours() {
    this.#known ??= this.#read();
    return this.#known;
  }

  #read() {
    const style = getComputedStyle(this.root);
    const read = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
    const racers = [1, 2, 3, 4, 5, 6].map((racer) => read(`racer-${racer}`));
    return { soft: read('soft'), hairline: read('hairline'), ground: read('ground'), font: style.fontFamily, racers };
  }
}
