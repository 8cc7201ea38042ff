// Ticks are round numbers on a linear axis, and powers of ten on a logarithmic one.

/**
 * Gives the smallest of 1, 2, 2.5, 5 × 10ᵏ that divides `span` into at most `count` parts.
 * @param {number} span above 0
 * @param {number} count
 */
export function roundStep(span, count) {
  const minStep = span / count;
  const power = 10 ** Math.floor(Math.log10(minStep));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= minStep * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * Gives round numbers within [min, max].
 * @param {number} min
 * @param {number} max above min
 * @param {number} count about how many
 */
export function linearTicks(min, max, count) {
  const step = roundStep(max - min, count);
  const ticks = [];
  const end = Math.min(Number.MAX_VALUE, max + step * 1e-9);
  for (let i = Math.ceil(min / step - 1e-9); i * step <= end; i++) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/**
 * Gives round numbers from 0 to `top`; if possible, the last one is `top` itself.
 * @param {number} top above 0
 */
export function topTicks(top) {
  const choices = [2, 3, 4].map((count) => linearTicks(0, top, count));
  return choices.find((ticks) => Math.abs(ticks[ticks.length - 1] / top - 1) < 1e-9 && ticks.length > 2) ?? choices[1];
}

/**
 * Gives integers from 0 to `max`; if possible, the last one is `max` itself.
 * @param {number} max an integer of at least 1
 * @param {number} count about how many parts
 */
export function wholeTicks(max, count) {
  const choices = [count, count - 1, count + 1].map((parts) => linearTicks(0, max, parts).filter(Number.isInteger));
  return choices.find((ticks) => ticks[ticks.length - 1] === max) ?? choices[0];
}

/** A zero, or a floor for it that is below the least double, has this place on a logarithmic axis. */
const underDoubles = -364;

/** Gives the logarithm by which a value is placed on an axis; differences of logarithms, unlike ratios, stay finite. @param {number} value */
export const decadeOf = (value) => (value === 0 ? underDoubles : Math.log10(value));

/** Ticks are this many decades apart; wide steps have round exponents. */
const strides = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200];

/**
 * Gives powers of ten within [min, max], thinned to `count`; if there are fewer than two, it gives round numbers.
 * @param {number} min above 0
 * @param {number} max
 * @param {number} count
 */
export function logTicks(min, max, count) {
  const low = Math.ceil(Math.log10(min) - 1e-9);
  const high = Math.floor(Math.log10(max) + 1e-9);
  if (high <= low) return linearTicks(min, max, count).filter((tick) => tick > 0);
  const stride = strides.find((each) => each * count >= high - low + 1) ?? 200;
  const ticks = [];
  for (let exponent = stride < 5 ? high : Math.floor(high / stride) * stride; exponent >= low; exponent -= stride)
    ticks.unshift(Number(`1e${exponent}`));
  return ticks;
}

/**
 * A logarithmic axis covers a little more than the values, and ends within the decade of the greatest. Zeros are drawn on a floor below the
 * smallest positive value.
 * @param {import('../lib/run.js').Extent} extent
 * @returns {{ min: number, max: number, floor: number | null }} floor: a zero is drawn here, it is 0 below the least double; null without one
 */
export function logRange({ min, max, hasZero }) {
  if (max === 0) return { min: 1e-3, max: 1, floor: hasZero ? 1e-3 : null };
  const decades = Math.log10(max) - Math.log10(min);
  const bottom = Math.max(Number.MIN_VALUE, decades < 1 ? min / 2 : min / 1.25);
  const floor = hasZero ? bottom / 10 ** Math.max(0.5, decades / 8) : null;
  const above = 10 ** Math.min(Math.max(0.03, decades * 0.04), Math.floor(Math.log10(max)) + 1 - Math.log10(max));
  const top = Math.min(max * above, Number.MAX_VALUE);
  return { min: floor ?? bottom, max: top > bottom ? top : 2 * bottom, floor };
}

/** The end of a handle's way, which does not move with the axis: 1, or the power of ten that a greater rate is in. @param {number} eta */
export const endRate = (eta) => Math.min(Number.MAX_VALUE, Math.max(1, 10 ** Math.ceil(Math.log10(eta) - 1e-9)));
