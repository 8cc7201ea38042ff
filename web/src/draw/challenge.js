// The card of a drawing explains how to draw, also without a pointer, and compares the drawing with the best other racer over many seeds.

import { isSmall } from '../lab/playback.js';
import { nameOf } from '../lab/racer-names.js';
import { formatPercent } from '../lib/format.js';
import { announce, make, set, write } from '../ui/dom.js';
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
  const sentence = make('p', { class: 'verdict' });
  const bar = make('progress', { max: seeds, 'aria-label': words.t('challenge.progress') });
  const count = make('span', { class: 'soft small' });
  const stop = make('button', { type: 'button', click: () => judge.stop() }, words.t('challenge.stop'));
  const start = make('button', { type: 'button', click: begin }, words.t('challenge.start', { seeds }));
  const row = make('div', { class: 'row' }, bar, count, stop, start, plain);
  const element = make('section', { class: 'card challenge', 'aria-label': words.t('draw'), hidden: true }, hint, sentence, row);
  let drawing = false;

  const startPlain = async () => {
    const { run } = lab;
    if (!run) return;
    await lab.edit(withDrawing(run, plainDrawing(run)), 'stroke');
    // The handles exist only after the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => lab.run && handles.focus(drawnRacer(lab.run), 1)));
  };
  const verdictText = () => {
    const { verdict } = judge;
    if (!verdict || !judge.run || judge.running || judge.results.length < seeds) return '';
    const { mine, theirs, rival, wins, losses } = verdict;
    const name = nameOf(judge.run, rival, words, describe);
    const ahead = Math.sign(Math.round((mine - theirs) * 1000));
    const majority = Math.sign(wins - losses);
    // The median and the count of seeds may disagree, or both be equal: then neither has won.
    const result = Math.sign(ahead + majority) + 1;
    const share = (/** @type {number} */ value) => formatPercent(value, { language: words.language });
    return words.t(['challenge.lost', 'challenge.even', 'challenge.won'][result], {
      mine: share(mine),
      theirs: share(theirs),
      name,
      wins,
      losses,
      seeds,
    });
  };
  const update = () => {
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
    announce(setting, sentence, verdictText());
    bar.hidden = count.hidden = stop.hidden = !judge.running;
    start.hidden = mine === 0 || judge.running || judge.results.length === seeds;
    row.hidden = bar.hidden && start.hidden && plain.hidden;
    bar.value = judge.results.length;
    const { verdict } = judge;
    const { language } = words;
    write(
      count,
      verdict && judge.run
        ? words.t('challenge.so_far', {
            done: judge.results.length,
            seeds,
            mine: formatPercent(verdict.mine, { language }),
            theirs: formatPercent(verdict.theirs, { language }),
            name: nameOf(judge.run, verdict.rival, words, describe),
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
