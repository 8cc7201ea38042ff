// The kinds of rows: what a row's commands print, and whether that shows what it says.
import { rows } from '../../program/programs.mjs';

/** @typedef {import('../../program/programs.mjs').Answer} Answer */
/**
 * @typedef {object} Capability
 * @property {number} number
 * @property {string} what
 * @property {string[][]} commands the words of each, after `eta`; FILE is a file that is not there yet
 * @property {string} shows what they print
 * @property {(answers: Answer[]) => boolean} holds
 * @property {[file: string, title: string]} [test] the test that shows more of it, or what no command can
 * @property {string} [lacks] what of it is not there
 * @property {boolean} [absent] nothing of it is there, which the commands show
 */

/** Gives a column of what `eta curve` printed, or of the same name what `eta train` did. @param {Answer} answer @param {number} [k] */
export const rates = (answer, k = 1) => rows(answer).map((row) => Number(row.at(k)));

/** Gives half a unit of the last digit that is written. @param {string} number */
const rounding = (number) => {
  const [mantissa, exponent = '0'] = number.split('e');
  // The sum of two such halves is not exact.
  return 0.5000001 * 10 ** (Number(exponent) - (mantissa.split('.')[1]?.length ?? 0));
};

/** @param {number | undefined} rate @param {string} written */
export const agrees = (rate, written) => rate !== undefined && Math.abs(rate - Number(written)) <= rounding(written);

/** Rates from update 0 on, or those at the updates that are named.
 * @typedef {string | Record<number, string>} Expected */

/** @param {Expected} expected */
const points = (expected) => Object.entries(typeof expected === 'string' ? expected.split(' ') : expected);

/** @param {Expected} expected @param {string} name */
const written = (expected, name) =>
  typeof expected === 'string'
    ? `${name} from t = 0: ${expected}`
    : `${name} at t = ${Object.keys(expected).join(', ')}: ${Object.values(expected).join(', ')}`;

/**
 * A row whose command prints a curve for each racer that goes through these rates, to the digits that they are given in.
 * @param {number} number @param {string} what @param {string} text @param {...Expected} expected
 * @returns {Capability}
 */
export const curve = (number, what, text, ...expected) => ({
  number,
  what,
  commands: [['curve', text]],
  shows: expected.map((each, k) => written(each, expected.length > 1 ? `η_${k + 1}` : 'η')).join('; '),
  holds: ([answer]) =>
    answer.status === 0 && expected.every((each, k) => points(each).every(([t, rate]) => agrees(rates(answer, k + 1)[Number(t)], rate))),
});

/**
 * A row whose command prints something that matches, with this status.
 * @param {number} number @param {string} what @param {string[]} command @param {string} shows @param {RegExp} pattern @param {number} [status]
 * @returns {Capability}
 */
export const prints = (number, what, command, shows, pattern, status = 0) => ({
  number,
  what,
  commands: [command],
  shows,
  holds: ([answer]) => answer.status === status && pattern.test(answer.stdout + answer.stderr),
});

/**
 * A row that only a test can show, because no command reaches what it is about.
 * @param {number} number @param {string} what @param {string} file @param {string} title
 * @returns {Capability}
 */
export const tested = (number, what, file, title) => ({
  number,
  what,
  commands: [],
  shows: 'that it passes',
  holds: () => true,
  test: [file, title],
});

/** @param {Answer[]} answers */
export const good = (answers) => answers.every(({ status }) => status === 0);
