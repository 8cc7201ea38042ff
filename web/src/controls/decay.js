// Lowers the rate to a tenth from an update on, as a step that can be dragged afterwards, and lets the race go on from there.
import { isStepped } from '../lab/racer-names.js';
import { readCall } from '../lab/read-call.js';
import { compose, raceItems } from '../lab/run-text.js';
import { formatInteger } from '../lib/format.js';
import { write } from '../ui/dom.js';

/** @typedef {import('../lib/run.js').Tree} Tree */

/** Writes a tenth of a value. @param {string} value a constant expression */
function tenth(value) {
  const number = Number(value);
  return Number.isNaN(number) ? `(${value})/10` : String(Number((number / 10).toPrecision(12)));
}

/** Gives the points of a call of `points`, if all are at plain updates. @param {string} text @returns {{ t: number, value: string }[] | null} */
function pointsOf(text) {
  const points = readCall(text).args.filter(({ key }) => key === '');
  const read = points.map(({ value }) => /^(\d+):(.+)$/s.exec(value));
  return read.every((match) => match !== null) ? read.map((match) => ({ t: Number(match[1]), value: match[2] })) : null;
}

/** Lowers points from an update on. @param {{ t: number, value: string }[]} points from update 0 on @param {number} update */
function withDrop(points, update) {
  const before = points.filter(({ t }) => t < update);
  const { value } = points.findLast(({ t }) => t <= update) ?? points[0];
  const after = points.filter(({ t }) => t > update);
  const lowered = [{ t: update, value }, ...after].map((point) => ({ ...point, value: tenth(point.value) }));
  return `points(${[...before, ...lowered].map((point) => `${point.t}:${point.value}`).join(', ')}, shape=step)`;
}

/**
 * Gives the schedule that is a tenth from an update on: it is multiplied by steps, which have handles on its curve.
 * @param {{ schedule: string, tree: Tree }} racer
 * @param {number} update above 0
 */
export function lowered({ schedule, tree }, update) {
  // What was lowered before gets one more step.
  const steps = tree.op === 'multiply' ? tree.children[tree.children.length - 1] : tree;
  const points = isStepped(steps) ? pointsOf(schedule.slice(steps.from, steps.to)) : null;
  if (points?.[0]?.t === 0) return schedule.slice(0, steps.from) + withDrop(points, update) + schedule.slice(steps.to);
  return `(${schedule}) * ${withDrop([{ t: 0, value: '1' }], update)}`;
}

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {number} racer from 1; 0 lowers the rate of every racer
 * @param {number} update where the race stood when the button was pressed; at either end of the run the race starts instead
 * @param {HTMLElement} status
 */
export async function decayNow({ lab, words, say }, racer, update, status) {
  const { run } = lab;
  const waits = !run || update === 0 || update >= lab.updates;
  if (!waits) {
    const items = raceItems(run).map((item) => {
      const applies = item.key === 'schedule' && (racer === 0 || item.racer === racer);
      return applies ? { ...item, value: lowered(run.racers[item.racer - 1], update) } : item;
    });
    await lab.edit(compose(items).text, 'decay');
    lab.playhead = update;
  }
  lab.play();
  status.dataset.waits = waits ? 'true' : '';
  write(status, words.t(waits ? 'decay.wait' : 'decay.done', { update: formatInteger(update, { language: words.language }) }));
  say(status.textContent ?? '');
}
