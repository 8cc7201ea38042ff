// This experiment trains the networks of two tutorials as their text says, as their code says, and as it should be. It has its own lab,
// which trains nothing until the reader starts it, because the runs are long.

import { Figure } from '../charts/figure.js';
import { makeZoomRow } from '../charts/zoom-row.js';
import { Lab } from '../lab/lab.js';
import { playTime } from '../lab/playback.js';
import { formatInteger, formatNumber } from '../lib/format.js';
import { QueryClient } from '../pool/query-client.js';
import { announce, make, write } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';
import { articleMeasured, articleRate } from './articles-figures.js';
import { makeArticleResults } from './articles-results.js';
import { stories, tableOfA } from './articles-stories.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('./articles-stories.js').Translate} Translate */

/** @type {Record<string, { text: string, seconds: number }>} The runs, and the seconds that playing each takes at least. */
const runs = {
  a: { text: 'preset=article_a', seconds: 8 },
  b: { text: 'preset=article_b', seconds: 30 },
  twice: { text: 'preset=article_b loss=double_softmax', seconds: 30 },
  b_all: { text: 'preset=article_b data=mnist(10000)', seconds: 60 },
  twice_all: { text: 'preset=article_b data=mnist(10000) loss=double_softmax', seconds: 60 },
};
const racers = ['text', 'code', 'should'];

/** @param {Setting} host @returns {import('./experiment.js').Opened} */
export function open(host) {
  const { pool } = host.lab;
  const { words } = host;
  const queries = [new QueryClient(pool), new QueryClient(pool)];
  const lab = new Lab(pool, queries[0], queries[1]);
  lab.eager = false;
  const setting = { ...host, lab, fallback: { ...host.fallback, drawing: () => null } };
  /** @type {Translate} */
  const t = (key, values) => words.t(`articles.${key}`, values);
  const figures = [articleMeasured(setting, t, 'accuracy'), articleMeasured(setting, t, 'loss'), articleRate(setting, t)].map(
    (spec) => new Figure(setting, spec),
  );
  const controls = makeControls(setting, t, (kind) => pick(kind));
  const zoomRow = makeZoomRow(setting);
  const results = makeArticleResults(setting, t);
  const story = make('div');
  const element = make(
    'div',
    { class: 'columns articles' },
    make(
      'div',
      { class: 'main' },
      make('h1', {}, t('title')),
      make('p', { class: 'lead' }, t('lead')),
      controls.element,
      make('div', { class: 'charts' }, ...figures.map((figure) => figure.element)),
      zoomRow.element,
      make('p', { class: 'soft small' }, t('thin')),
      results.element,
      makeSave(setting),
      story,
    ),
  );
  const names = racers.map((key) => t(`racer.${key}`));
  let requests = 0;

  /** @param {string} kind */
  async function pick(kind) {
    const request = ++requests;
    lab.pause();
    controls.wait();
    await lab.edit(runs[kind].text, '');
    if (request !== requests || !lab.run) return;
    lab.speed = playTime / 1000 / runs[kind].seconds;
    lab.zoom = null;
    const [{ updates, updatesPerEpoch }] = lab.run.racers;
    // The table shows the rate at the end of each epoch.
    const ends = Array.from({ length: updates / updatesPerEpoch }, (_, epoch) => (epoch + 1) * updatesPerEpoch - 1);
    await Promise.all(lab.curves.map((curve) => curve.fetch([0, ...ends])));
    if (request !== requests) return;
    controls.ready();
    lab.notify('run', 'rows', 'playhead', 'playing');
    const numbers = {
      rate: (/** @type {number} */ value) => formatNumber(value, { language: words.language }),
      count: (/** @type {number} */ value) => formatInteger(value, { language: words.language }),
    };
    const paragraphs = await stories(kind, lab, queries[1], t, numbers);
    if (request === requests) story.replaceChildren(...paragraphs, ...(kind === 'a' ? [tableOfA(t, numbers)] : []));
  }

  lab.subscribe((changes) => {
    // Each racer is called by what it follows, in the reader's language: the preset's own labels are English.
    if (lab.run?.racers.some(({ label }, i) => label !== names[i]))
      lab.run = { ...lab.run, racers: lab.run.racers.map((racer, i) => ({ ...racer, label: names[i] })) };
    controls.update();
    if (changes.has('run') || changes.has('playhead') || changes.has('rows') || changes.has('cursor')) results.update();
    for (const figure of figures) figure.update(changes);
    zoomRow.update(changes);
  });
  // An invisible lab does not train.
  const visibility = new IntersectionObserver((entries) => lab.setVisible(entries[entries.length - 1].isIntersecting));
  visibility.observe(element);
  pick('a');
  return {
    element,
    lab,
    update(changes) {
      if (!changes.has('style')) return;
      for (const figure of figures) figure.restyle();
      lab.notify('style');
      lab.draw();
    },
    close() {
      requests += 1;
      visibility.disconnect();
      zoomRow.close();
      for (const figure of figures) figure.close();
      lab.close();
      for (const each of queries) each.close();
    },
  };
}

/**
 * Makes the choice of an article and its progress bar.
 * @param {Setting} setting
 * @param {Translate} t
 * @param {(kind: string) => void} pick
 */
function makeControls(setting, t, pick) {
  const { lab, words } = setting;
  const whole = (/** @type {number} */ value) => formatInteger(value, { language: words.language });
  const options = Object.keys(runs).map((key) => make('option', { value: key }, t(`run.${key}`)));
  const choose = make('select', { 'aria-label': t('which'), change: () => pick(choose.value) }, ...options);
  const start = make('button', { type: 'button', class: 'filled', click: () => (lab.playing ? lab.pause() : lab.play()) });
  const bar = make('progress', { max: 1, 'aria-label': t('progress') });
  const count = make('span', { class: 'soft small' });
  const state = make('p', { class: 'soft small' });
  const buttons = make('div', { class: 'bar', role: 'group', 'aria-label': t('title') }, choose, start, bar, count);

  /** Describes the failure that keeps the run from continuing. */
  const failure = () => {
    if (lab.failure) return words.t(`failed.${lab.failure}`);
    const failed = (lab.run?.racers ?? []).map((_, i) => lab.state(i + 1)).find((each) => each?.ended === 'failed');
    return failed ? t(failed.failure === 'absent' ? 'unreachable' : 'failed') : '';
  };
  return {
    element: make('div', { class: 'control-area' }, buttons, state),
    wait() {
      start.disabled = true;
    },
    ready() {
      start.disabled = false;
    },
    update() {
      announce(setting, state, failure());
      if (!lab.run) return;
      if (state.textContent !== '') lab.pause();
      const [{ updates, updatesPerEpoch }] = lab.run.racers;
      const epoch = Math.floor(lab.playhead / updatesPerEpoch);
      const epochs = whole(updates / updatesPerEpoch);
      write(start, t(lab.playing ? 'stop' : lab.playhead >= updates ? 'again' : epoch > 0 ? 'go_on' : 'start', { epochs }));
      bar.value = lab.playhead / updates;
      write(count, t('epoch', { epoch: whole(epoch), epochs, updates: whole(epoch * updatesPerEpoch) }));
    },
  };
}

/** Makes the button that saves what the figures show. @param {Setting} setting */
function makeSave(setting) {
  const { words } = setting;
  const slot = make('div', { hidden: true });
  const save = async () => {
    const chunk = await loadChunk(words, slot, () => import('../charts/save-csv.js'));
    chunk?.saveCsv(setting, slot);
  };
  return make(
    'div',
    { class: 'row' },
    make('button', { type: 'button', class: 'quiet csv', title: words.t('csv.help'), click: save }, words.t('csv')),
    slot,
  );
}
