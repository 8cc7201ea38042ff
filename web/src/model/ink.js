// Colours as numbers, for pictures made of pixels: the style sheet's own, mixed.

/** @typedef {[number, number, number]} Colour red, green, blue; 0 … 255 */

/** @param {Element} element where the style counts @returns {(name: string) => Colour} the colour --name, written #rrggbb */
export function inkOf(element) {
  const style = getComputedStyle(element);
  return (name) => {
    const hex = style.getPropertyValue(`--${name}`).trim();
    return /** @type {Colour} */ ([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  };
}

/** @param {Colour} from @param {Colour} to @param {number} share 0 … 1 @returns {Colour} */
export function mix(from, to, share) {
  const [red, green, blue] = from;
  return [red + (to[0] - red) * share, green + (to[1] - green) * share, blue + (to[2] - blue) * share];
}

/**
 * Fills a canvas with one pixel per place.
 * @param {HTMLCanvasElement} canvas
 * @param {(x: number, y: number) => Colour | null} colourAt null: nothing
 */
export function paint(canvas, colourAt) {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(width, height);
  const { data } = image;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(x, y);
      if (!colour) continue;
      const at = 4 * (y * width + x);
      [data[at], data[at + 1], data[at + 2]] = colour;
      data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** The most probable class of each row. @param {Float32Array} probabilities @param {number} classes */
export function mostProbable(probabilities, classes) {
  return Int32Array.from({ length: probabilities.length / classes }, (_, row) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if (probabilities[row * classes + k] > probabilities[row * classes + best]) best = k;
    return best;
  });
}
