// Numbers a person can read: 0.0072, 1.2×10⁻⁸, 95.2 %, 12,345; in the reader's language.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @typedef {{ digits?: number, language?: string }} Style */

/** What stands between groups of three digits, and before the fraction. @type {Record<string, [string, string]>} */
const separators = { en: [',', '.'], zh: [',', '.'] };

/** Of any other language Intl knows them; to ask it for the first time takes 40 ms, of a slow machine 200. @param {string} language */
function separatorsOf(language) {
  const parts = () => new Intl.NumberFormat(language).formatToParts(-12345.6);
  const part = (/** @type {string} */ wanted) => parts().find(({ type }) => type === wanted)?.value ?? '';
  separators[language] ??= [part('group'), part('decimal')];
  return separators[language];
}

/**
 * With at most `most` decimals, and of these without zeros at the end, but for `least`.
 * @param {number} value
 * @param {string} language
 * @param {number} least
 * @param {number} most
 */
function decimal(value, language, least, most) {
  const [group, point] = separatorsOf(language);
  const [whole, fraction = ''] = Math.abs(value).toFixed(most).split('.');
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  // A minus sign is as wide as a plus.
  return `${value < 0 ? '−' : ''}${grouped}${kept && point}${kept}`;
}

/** @param {number} value not finite, or zero of either sign; otherwise undefined */
function special(value) {
  if (Number.isNaN(value)) return 'NaN';
  if (value === 0) return '0';
  if (Number.isFinite(value)) return undefined;
  return value < 0 ? '−∞' : '∞';
}

/** @param {number} exponent an integer */
function powerOfTen(exponent) {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/**
 * `digits` significant digits without trailing zeros; whole digits are never cut. Plain from 0.001 to below 10⁶, else with a power of ten.
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
 * A share as a percentage with a fixed number of decimals, so that columns line up: "95.2 %" (a no-break space).
 * @param {number} share 0…1
 * @param {Style} [style] digits: decimals
 */
export function formatPercent(share, { digits = 1, language = 'en' } = {}) {
  if (!Number.isFinite(share)) return /** @type {string} */ (special(share));
  return `${decimal(share * 100, language, digits, digits)}\u00a0%`;
}

/**
 * A count: "12,345".
 * @param {number} value
 * @param {Style} [style]
 */
export function formatInteger(value, { language = 'en' } = {}) {
  return special(value) ?? decimal(value, language, 0, 0);
}

/**
 * The label of a tick: as `readable`, but a power of ten below 0.01 or from 10⁶ on is written as one: 10⁻⁴.
 * @param {number} value
 * @param {Style} [style]
 */
export function formatTick(value, { digits = 3, language = 'en' } = {}) {
  const exponent = Math.round(Math.log10(value));
  return exponent < -2 && Math.abs(value / 10 ** exponent - 1) < 1e-9 ? powerOfTen(exponent) : formatNumber(value, { digits, language });
}
