// A line that swings up and down several times in a pixel is drawn as the band that it covers: it looks the same and is ten times faster.

/**
 * Computes how far a path reaches in each column of pixels that it passes through.
 * @param {number[]} path pixels x, y, x, y, … ascending in x; NaN, NaN is a gap
 * @returns {{ x: number, top: number, bottom: number }[]} x: the left edge of the column
 */
export function bandOf(path) {
  /** @type {{ x: number, top: number, bottom: number }[]} */
  const columns = [];
  let [before, height] = [Number.NaN, Number.NaN];
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [Math.floor(path[i]), path[i + 1]];
    if (x === before) widen(columns[columns.length - 1], y);
    else if (!Number.isNaN(x)) {
      const column = { x, top: y, bottom: y };
      // Neighbouring columns meet half-way.
      if (x === before + 1) {
        widen(column, (y + height) / 2);
        widen(columns[columns.length - 1], (y + height) / 2);
      }
      // The line is straight over columns without a point.
      for (let at = before + 1; at < x; at++) {
        const y0 = height + ((y - height) * (at - before - 0.5)) / (x - before);
        const y1 = height + ((y - height) * (at - before + 0.5)) / (x - before);
        columns.push({ x: at, top: Math.min(y0, y1), bottom: Math.max(y0, y1) });
      }
      columns.push(column);
    }
    [before, height] = [x, y];
  }
  return columns;
}

/** @param {{ top: number, bottom: number }} column @param {number} y */
function widen(column, y) {
  if (y < column.top) column.top = y;
  if (y > column.bottom) column.bottom = y;
}
