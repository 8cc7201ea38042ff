// Two articles: the networks of two tutorials, each run whole as its text says, as its code says, and as it should be.

import { Chart } from '../charts/chart.js';
import { dashOf } from '../charts/racer-style.js';
import { Race } from '../lab/race.js';
import { coarsePoints, RateCurve } from '../lab/rate-curve.js';
import { formatInteger, formatNumber, formatPercent } from '../lib/format.js';
import { QueryClient } from '../pool/query-client.js';
import { make, write } from '../ui/dom.js';
import { figures, viewOf } from './articles-charts.js';
import { stories, tableOfA } from './articles-stories.js';

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {{ run: Run, curves: RateCurve[], race: Race | null, shown: number }} Shown an article's run; `shown`: epochs that are drawn */

/** What can be run, and how many seconds it takes to watch at least. @type {Record<string, { text: string, seconds: number }>} */
const runs = {
  a: { text: 'preset=article_a', seconds: 8 },
  b: { text: 'preset=article_b', seconds: 30 },
  twice: { text: 'preset=article_b loss=double_softmax', seconds: 30 },
  b_all: { text: 'preset=article_b data=mnist(10000)', seconds: 60 },
  twice_all: { text: 'preset=article_b data=mnist(10000) loss=double_softmax', seconds: 60 },
};
const racers = ['text', 'code', 'should'];

/** @param {import('../lab/setting.js').Setting} setting @returns {import('./experiment.js').Opened} */
export function open({ lab, words, palette }) {
  const { language } = words;
  /** @param {string} key @param {Record<string, string | number>} [values] */
  const say = (key, values) => words.t(`articles.${key}`, values);
  const numbers = {
    rate: (/** @type {number} */ value) => formatNumber(value, { language }),
    share: (/** @type {number} */ value) => formatPercent(value, { language }),
    count: (/** @type {number} */ value) => formatInteger(value, { language }),
  };
  const desk = new QueryClient(lab.pool);
  let kind = 'a';
  let turn = 0;
  let frame = 0;
  let last = 0;
  let running = false;
  /** @type {Shown | null} */
  let shown = null;

  const choose = make(
    'select',
    { 'aria-label': say('which'), change: () => pick(choose.value) },
    ...Object.keys(runs).map((key) => make('option', { value: key }, say(`run.${key}`))),
  );
  const start = make('button', { type: 'button', class: 'filled', click: () => (running ? stop() : go()) });
  const bar = make('progress', { max: 1, 'aria-label': say('progress') });
  const count = make('span', { class: 'soft small' });
  const state = make('p', { class: 'soft small', role: 'status' });
  const plots = figures.map((figure) => {
    const plot = make('div', { class: 'plot' });
    const summary = make('p', { class: 'unseen' });
    const element = make('figure', {}, make('figcaption', {}, make('h2', {}, say(`${figure}.title`))), plot, summary);
    return { figure, plot, summary, element, chart: new Chart(plot, palette) };
  });
  const results = make('tbody');
  const story = make('div');
  const element = make(
    'div',
    { class: 'columns articles' },
    make(
      'div',
      { class: 'main' },
      make('h1', {}, say('title')),
      make('p', { class: 'lead' }, say('lead')),
      make(
        'div',
        { class: 'control-area' },
        make('div', { class: 'bar', role: 'group', 'aria-label': say('title') }, choose, start, bar, count),
        state,
      ),
      make('div', { class: 'charts' }, ...plots.map((plot) => plot.element)),
      make('p', { class: 'soft small' }, say('thin')),
      make(
        'table',
        { class: 'results' },
        make(
          'thead',
          {},
          make(
            'tr',
            {},
            make('td', {}),
            ...['name', 'training', 'validation', 'loss', 'rate'].map((key) => make('th', { scope: 'col' }, say(`head.${key}`))),
          ),
        ),
        results,
      ),
      story,
    ),
  );

  const sizes = new ResizeObserver(() => draw());
  for (const { plot } of plots) sizes.observe(plot);
  // What nobody sees does not train.
  const sight = new IntersectionObserver((entries) => !entries[entries.length - 1].isIntersecting && running && stop());
  sight.observe(element);

  /** @param {string} chosen */
  async function pick(chosen) {
    stop();
    const mine = ++turn;
    kind = chosen;
    shown?.race?.dispose();
    shown = null;
    start.disabled = true;
    const reading = await desk.read(runs[kind].text, { points: coarsePoints });
    if (!reading?.run || mine !== turn) return;
    const { run } = reading;
    const asking = { queries: desk, notify: () => mine === turn && draw(), fail: (/** @type {any} */ error) => lab.fail(error) };
    const curves = reading.curves.map((stretches, i) => new RateCurve(asking, { text: run.text, racer: i + 1 }, stretches));
    // The rate at the end of each epoch stands in the table.
    const ends = Array.from({ length: epochs(run) }, (_, epoch) => (epoch + 1) * run.racers[0].updatesPerEpoch - 1);
    await Promise.all(curves.map((curve) => curve.learn([0, ...ends])));
    if (mine !== turn) return;
    shown = { run, curves, race: null, shown: 0 };
    start.disabled = false;
    const told = await stories(kind, shown, desk, say, numbers);
    if (mine !== turn) return;
    story.replaceChildren(...told, ...(kind === 'a' ? [tableOfA(say, numbers)] : []));
    draw();
  }

  function go() {
    if (!shown) return;
    const { run } = shown;
    if (shown.shown >= epochs(run) || !shown.race) {
      shown.race?.dispose();
      shown.shown = 0;
      shown.race = new Race(lab.pool, run, {});
    }
    running = true;
    last = 0;
    shown.race.setTarget(run.racers[0].updates);
    frame = requestAnimationFrame(step);
    draw();
  }

  function stop() {
    running = false;
    cancelAnimationFrame(frame);
    shown?.race?.stop();
    draw();
  }

  /** @param {number} now */
  function step(now) {
    if (!shown?.race) return;
    const { run, race } = shown;
    const passed = last ? Math.min(now - last, 250) / 1000 : 0;
    last = now;
    const done = Math.min(...run.racers.map((_, i) => race.telemetry(i + 1).epochs.update.length));
    shown.shown = Math.min(done, shown.shown + (passed * epochs(run)) / runs[kind].seconds);
    const failed = run.racers.some((_, i) => race.state(i + 1).ended === 'failed');
    if (failed || shown.shown >= epochs(run)) return stop();
    draw();
    frame = requestAnimationFrame(step);
  }

  function draw() {
    if (!shown) return;
    const { run, race } = shown;
    const total = epochs(run);
    const epoch = Math.floor(shown.shown);
    write(start, say(running ? 'stop' : epoch >= total ? 'again' : epoch > 0 ? 'go_on' : 'start'));
    bar.value = shown.shown / total;
    write(
      count,
      say('epoch', {
        epoch: numbers.count(epoch),
        epochs: numbers.count(total),
        updates: numbers.count(epoch * run.racers[0].updatesPerEpoch),
      }),
    );
    const failed = run.racers.map((_, i) => race?.state(i + 1)).find((each) => each?.ended === 'failed');
    write(state, failed ? say(failed.failure === 'unreachable' ? 'unreachable' : 'failed') : '');
    const rows = run.racers.map((_, i) => {
      const telemetry = race?.telemetry(i + 1);
      const at = (/** @type {ArrayLike<number> | undefined} */ column) => (epoch > 0 ? column?.[epoch - 1] : undefined);
      const eta = shown?.curves[i].at(Math.max(0, epoch * run.racers[i].updatesPerEpoch - 1)) ?? 0;
      return {
        training: at(telemetry?.epochs.epoch_accuracy),
        validation: at(telemetry?.evaluations.validation_accuracy),
        loss: at(telemetry?.evaluations.validation_loss),
        eta,
      };
    });
    const text = (/** @type {number | undefined} */ value, /** @type {(value: number) => string} */ as) =>
      value === undefined ? '–' : as(value);
    results.replaceChildren(
      ...rows.map((row, i) =>
        make(
          'tr',
          {},
          make('td', { class: 'swatch' }, swatch(i + 1)),
          make('th', { scope: 'row' }, say(`racer.${racers[i]}`)),
          make('td', {}, text(row.training, numbers.share)),
          make('td', {}, text(row.validation, numbers.share)),
          make('td', {}, text(row.loss, numbers.rate)),
          make('td', {}, numbers.rate(row.eta)),
        ),
      ),
    );
    for (const { figure, plot, summary, chart } of plots) {
      const width = plot.clientWidth;
      const label = say('axis.epoch');
      const names = racers.map((key) => say(`racer.${key}`));
      chart.draw(viewOf(figure, shown, { width, language, label, names }), { width, height: plot.clientHeight });
      const values = rows.map(
        (row, i) =>
          `${names[i]}: ${figure === 'rate' ? numbers.rate(row.eta) : figure === 'accuracy' ? `${text(row.training, numbers.share)}, ${text(row.validation, numbers.share)}` : text(row.loss, numbers.rate)}`,
      );
      write(summary, say(`${figure}.summary`, { epoch, list: values.join(words.t('list.join')) }));
    }
  }

  pick(kind);
  return {
    element,
    close() {
      turn += 1;
      running = false;
      cancelAnimationFrame(frame);
      sizes.disconnect();
      sight.disconnect();
      shown?.race?.dispose();
      desk.close();
    },
  };
}

/** @param {Run} run */
const epochs = (run) => run.racers[0].updates / run.racers[0].updatesPerEpoch;

/** A racer's line, as in the charts. @param {number} racer */
function swatch(racer) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of [
    ['width', '30'],
    ['height', '10'],
    ['class', `racer-${racer}`],
    ['aria-hidden', 'true'],
  ])
    svg.setAttribute(name, value);
  for (const [name, value] of [
    ['d', 'M0 5H30'],
    ['stroke', 'currentColor'],
    ['stroke-width', '2'],
    ['stroke-dasharray', dashOf(racer).join(' ')],
  ])
    line.setAttribute(name, value);
  svg.append(line);
  return svg;
}
