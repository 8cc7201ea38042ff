// Colours of the style sheet as numbers, to be mixed and painted pixel by pixel.

/** @typedef {[number, number, number]} Colour red, green and blue, 0…255 */

/** @param {Element} element whose style applies @returns {(name: string) => Colour} reads the colour --name, which is written #rrggbb */
export function inkOf(element) {
  const style = getComputedStyle(element);
  return (name) => {
    const hex = style.getPropertyValue(`--${name}`).trim();
    return /** @type {Colour} */ ([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  };
}

/** Mixes two colours linearly. @param {Colour} from @param {Colour} to @param {number} share of `to`, 0…1 @returns {Colour} */
export function mix(from, to, share) {
  const [red, green, blue] = from;
  return [red + (to[0] - red) * share, green + (to[1] - green) * share, blue + (to[2] - blue) * share];
}

/**
 * Paints every pixel of a canvas.
 * @param {HTMLCanvasElement} canvas
 * @param {(x: number, y: number) => Colour | null} colourAt null leaves the pixel transparent
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

/** Finds the most probable class of each row. @param {Float32Array} probabilities @param {number} classes */
export function mostProbable(probabilities, classes) {
  return Int32Array.from({ length: probabilities.length / classes }, (_, row) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if (probabilities[row * classes + k] > probabilities[row * classes + best]) best = k;
    return best;
  });
}
