// The card of a drawing explains how to draw, also without a pointer, and compares the drawing with every other racer over many seeds.

import { isSmall } from '../lab/playback.js';
import { nameOf } from '../lab/racer-names.js';
import { formatPercent } from '../lib/format.js';
import { inPoints } from '../lib/paired-seeds.js';
import { make, set, write } from '../ui/dom.js';
import { drawnRacer, plainDrawing, withDrawing } from './drawing.js';
import { judgeOf, seeds } from './judge.js';
import { makeSurface } from './surface.js';

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {import('../charts/figure.js').Figure} figure the rate's figure
 * @param {{ focus: (racer: number, point: number) => void }} handles
 */
export function makeChallenge(setting, figure, handles) {
  const { lab, words, describe } = setting;
  const judge = judgeOf(lab);
  const begin = () => lab.run && drawnRacer(lab.run) > 0 && judge.start(lab.run);
  // A run that takes long to judge is judged by a button, not after each stroke.
  const surface = makeSurface(setting, figure, () => lab.run && isSmall(lab.run) && begin());
  const hint = make('p', { class: 'hint' }, words.t('draw.hint'));
  const plain = make('button', { type: 'button', click: () => startPlain() }, words.t('draw.points'));
  const sentence = make('div', { class: 'verdict' });
  const rule = make('p', { class: 'hint' }, words.t('challenge.rule', { seeds }));
  const bar = make('progress', { max: seeds, 'aria-label': words.t('challenge.progress') });
  const count = make('span', { class: 'soft small' });
  const stop = make('button', { type: 'button', click: () => judge.stop() }, words.t('challenge.stop'));
  const start = make('button', { type: 'button', click: begin }, words.t('challenge.start', { seeds }));
  const row = make('div', { class: 'row' }, bar, count, stop, start, plain);
  const element = make(
    'section',
    { class: 'card challenge', role: 'group', 'aria-label': words.t('draw'), hidden: true },
    hint,
    sentence,
    rule,
    row,
  );
  let drawing = false;
  let said = '';

  const startPlain = async () => {
    const { run } = lab;
    if (!run) return;
    await lab.edit(withDrawing(run, plainDrawing(run)), 'stroke');
    // The handles exist only after the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => lab.run && handles.focus(drawnRacer(lab.run), 1)));
  };
  const share = (/** @type {number} */ value) => formatPercent(value, { language: words.language });
  /** @returns {string[]} a sentence for each rival, when all seeds are done */
  const verdicts = () => {
    const { run } = judge;
    if (!run || judge.running || judge.results.length < seeds) return [];
    return judge.verdicts.map(({ mine, theirs, rival, comparison }) => {
      const outcome = ['challenge.lost', 'challenge.even', 'challenge.won'][comparison.better + 1];
      const { difference, low, high } = comparison;
      const isKnown = [difference, low, high].every(Number.isFinite);
      return [
        words.t(outcome, { mine: share(mine), theirs: share(theirs), name: nameOf(run, rival, words, describe) }),
        words.t(isKnown ? 'challenge.seeds' : 'challenge.broken', {
          ...comparison,
          difference: `${difference > 0 ? '+' : ''}${inPoints(difference)}`,
          low: inPoints(low),
          high: inPoints(high),
        }),
      ].join(words.t('ends.join'));
    });
  };
  /** While the reader draws, what is drawn is called the reader's own. */
  const nameDrawing = () => {
    const { run } = lab;
    const racer = run?.racers[drawnRacer(run) - 1];
    const title = drawing ? words.t('draw.yours') : undefined;
    if (!run || !racer || racer.title === title) return;
    for (const each of run.racers) each.title = each === racer ? title : undefined;
    lab.notify('run', 'rows');
  };
  const update = () => {
    nameDrawing();
    const { run } = lab;
    if (run && judge.text !== run.text && !lab.dragSession) {
      judge.stop();
      judge.text = '';
      judge.results = [];
    }
    const mine = run ? drawnRacer(run) : 0;
    element.hidden = !drawing && mine === 0;
    hint.hidden = plain.hidden = !drawing;
    if (mine > 0) plain.hidden = true;
    const sentences = verdicts();
    rule.hidden = sentences.length === 0;
    if (sentences.join(' ') !== said) {
      said = sentences.join(' ');
      sentence.replaceChildren(...sentences.map((each) => make('p', {}, each)));
      if (said) setting.say(said);
    }
    bar.hidden = count.hidden = stop.hidden = !judge.running;
    start.hidden = mine === 0 || judge.running || judge.results.length === seeds;
    row.hidden = bar.hidden && start.hidden && plain.hidden;
    bar.value = judge.results.length;
    const judged = judge.run;
    const [verdict] = judge.verdicts;
    write(
      count,
      verdict && judged
        ? words.t('challenge.so_far', {
            done: judge.results.length,
            seeds,
            mine: share(verdict.mine),
            theirs: share(verdict.theirs),
            name: nameOf(judged, verdict.rival, words, describe),
          })
        : words.t('challenge.begun', { seeds }),
    );
  };
  judge.onChange = update;

  return {
    element,
    update,
    /** Starts or ends drawing on the chart. @param {boolean} on */
    draw(on) {
      drawing = on;
      if (on) figure.stage.append(surface.element);
      else surface.element.remove();
      set(figure.stage, { class: on ? 'stage drawn-on' : 'stage' });
      update();
    },
    cancel: () => surface.cancel(),
  };
}
