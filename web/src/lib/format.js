// Formats numbers for people, in the reader's language: 0.0072, 1.2×10⁻⁸, 95.2 %, 12,345.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @typedef {{ digits?: number, language?: string }} Style */

/** @type {Record<string, [string, string]>} The separators of thousands and of decimals. */
const separators = { en: [',', '.'], zh: [',', '.'] };

/**
 * Gives a language's separators; Intl is asked for others only, as its first use takes 40 ms, and 200 ms on a slow machine.
 * @param {string} language
 */
function separatorsOf(language) {
  const parts = () => new Intl.NumberFormat(language).formatToParts(-12345.6);
  const separator = (/** @type {string} */ name) => parts().find(({ type }) => type === name)?.value ?? '';
  separators[language] ??= [separator('group'), separator('decimal')];
  return separators[language];
}

/**
 * Writes at most `maxDecimals` decimals, without trailing zeros beyond `minDecimals`.
 * @param {number} value
 * @param {string} language
 * @param {number} minDecimals
 * @param {number} maxDecimals
 */
function decimal(value, language, minDecimals, maxDecimals) {
  const [group, point] = separatorsOf(language);
  const [whole, fraction = ''] = Math.abs(value).toFixed(maxDecimals).split('.');
  const kept = fraction.slice(0, minDecimals) + fraction.slice(minDecimals).replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  // A minus sign is as wide as a plus.
  return `${value < 0 ? '−' : ''}${grouped}${kept && point}${kept}`;
}

/** Formats zeros and values that are not finite; gives undefined for others. @param {number} value */
function special(value) {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0) return '0';
  if (Number.isFinite(value)) return undefined;
  return value < 0 ? '−∞' : '∞';
}

/** Writes a power of ten with superscripts. @param {number} exponent an integer */
function powerOfTen(exponent) {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/**
 * Formats with `digits` significant digits, without trailing zeros; integer digits are never cut. Values below 0.001 or from 10⁶ on have a
 * power of ten.
 * @param {number} value
 * @param {Style} [style]
 * @returns {string}
 */
export function formatNumber(value, { digits = 3, language = 'en' } = {}) {
  const known = special(value);
  if (known) return known;
  const [mantissa, exponent] = value
    .toExponential(digits - 1)
    .split('e')
    .map(Number);
  if (exponent < -3 || exponent >= 6) {
    const power = powerOfTen(exponent);
    return Math.abs(mantissa) === 1 ? `${mantissa < 0 ? '−' : ''}${power}` : `${formatNumber(mantissa, { digits, language })}×${power}`;
  }
  return decimal(value, language, 0, Math.max(0, digits - 1 - exponent));
}

/**
 * Formats a share as a percentage with a fixed number of decimals, so that columns align: "95.2 %" (with a no-break space, in Chinese
 * without one).
 * @param {number} share 0…1
 * @param {Style} [style] digits: decimals
 */
export function formatPercent(share, { digits = 1, language = 'en' } = {}) {
  if (!Number.isFinite(share)) return /** @type {string} */ (special(share));
  return `${decimal(share * 100, language, digits, digits)}${language === 'zh' ? '' : '\u00a0'}%`;
}

/**
 * Formats a count: "12,345".
 * @param {number} value
 * @param {Style} [style]
 */
export function formatInteger(value, { language = 'en' } = {}) {
  return special(value) ?? decimal(value, language, 0, 0);
}

/**
 * Formats a tick's label as formatNumber does, but writes a power of ten below 0.01 as one: 10⁻⁴.
 * @param {number} value
 * @param {Style} [style]
 */
export function formatTick(value, { digits = 3, language = 'en' } = {}) {
  const exponent = Math.round(Math.log10(value));
  return exponent < -2 && Math.abs(value / 10 ** exponent - 1) < 1e-9 ? powerOfTen(exponent) : formatNumber(value, { digits, language });
}
