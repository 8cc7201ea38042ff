// The table of racers is the legend, the results and the controls in one. A row opens its editor.

import { swatch } from '../charts/racer-style.js';
import { nameOf } from '../lab/racer-names.js';
import { endOf, noteOf, restoredOf, resultOf } from '../lab/results.js';
import { formatInteger, formatNumber, formatPercent } from '../lib/format.js';
import { freshId, make, set, write } from '../ui/dom.js';
import { loadChunk, loadPart } from '../ui/load-chunk.js';
import { grow } from '../ui/markup.js';
import { makePinner } from './pinner.js';
import { showProblems } from './problems.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lab/lab.js').Change} Change */

/** The core takes this many schedules. */
const maxRacers = 6;

/** @param {Setting} setting */
export function makeTable(setting) {
  const { lab, words, describe } = setting;
  const fair = make('th', { class: 'fair', colspan: 2, scope: 'col' }, words.t('table.fair'));
  const head = make(
    'tr',
    {},
    fair,
    make(
      'th',
      { scope: 'col', title: words.t('table.median.help') },
      words.t('table.median'),
      make('span', { class: 'wide-only' }, words.t('table.median.of')),
    ),
    make('th', { scope: 'col', title: words.t('table.spread.help') }, words.t('table.spread'), words.t('table.spread.of')),
    make('th', { scope: 'col', class: 'last' }, words.t('table.last')),
    make('th', { scope: 'col' }, make('span', { class: 'unseen' }, words.t('table.remove'))),
  );
  const body = make('tbody');
  const problems = make('div', { role: 'alert', hidden: true });
  const addText = `＋ ${words.t('table.add')}`;
  const add = make('button', { type: 'button', class: 'quiet add', click: () => addNext() }, addText);
  /** @type {ReturnType<typeof makeRow>[]} */
  let rows = [];
  let openRacer = 0;

  const loadEdits = () => loadPart(words, problems, () => import('../lab/edits.js'));
  const addNext = async () => {
    const used = new Set(lab.run?.racers.map((racer) => racer.name));
    const formulas = describe.schedules.filter((entry) => entry.role === 'formula');
    const next = formulas.find((entry) => !used.has(entry.key)) ?? formulas[0];
    const found = await (await loadEdits()).addRacer(lab, next.key);
    if (!found) return;
    showProblems(problems, found, words);
    if (found.length === 0) toggle(lab.run?.racers.length ?? 0);
  };
  /** Opens a racer's editor, or closes it. @param {number} racer from 1; 0 closes the open one */
  const toggle = (racer) => {
    openRacer = racer === openRacer ? 0 : racer;
    update(new Set(['run']));
    rows[openRacer - 1]?.opened?.then((editor) => editor?.focus());
  };
  /** @param {number} racer */
  const remove = async (racer) => {
    openRacer = 0;
    await (await loadEdits()).removeRacer(lab, racer);
  };

  /** @param {number} count */
  const fill = (count) => {
    rows = Array.from({ length: count }, (_, i) => makeRow(setting, i + 1, problems, toggle, remove));
    body.replaceChildren(...rows.flatMap((row) => [row.element, row.drawer]));
    if (openRacer > rows.length) openRacer = 0;
  };
  // Until the run is known, placeholder rows and columns of fixed widths keep the layout from shifting.
  const columns = ['swatch', 'name', 'median', 'spread', 'last', 'row-remove'].map((name) => make('col', { class: name }));
  const element = make('table', { class: 'racers awaited' }, make('colgroup', {}, ...columns), make('thead', {}, head), body);
  fill(setting.fallback.racers);

  /** @param {Set<Change>} changes */
  const update = (changes) => {
    const { run } = lab;
    if (!run) return;
    if (changes.has('run')) {
      write(fair, words.t(run.racers.length < 2 ? 'table.lone' : run.fair ? 'table.fair' : 'table.unfair'));
      if (rows.length !== run.racers.length) fill(run.racers.length);
      add.disabled = run.racers.length >= maxRacers;
      write(add, add.disabled ? words.t('table.full', { count: maxRacers }) : addText);
      set(element, { class: 'racers' });
      showProblems(problems, [], words);
      rows.forEach((row, i) => {
        row.open(openRacer === i + 1);
        row.update();
      });
    }
    if (changes.has('pins')) for (const row of rows) row.pinner.update();
    if (changes.has('run') || changes.has('rows') || changes.has('playhead')) for (const row of rows) row.results();
  };

  return { element, add, problems, update };
}

/**
 * @param {Setting} setting
 * @param {number} racer
 * @param {HTMLElement} problems
 * @param {(racer: number) => void} toggle
 * @param {(racer: number) => void} remove
 */
function makeRow(setting, racer, problems, toggle, remove) {
  const { lab, words, describe } = setting;
  const { language } = words;
  const id = freshId('editor');
  const name = make('span', { class: 'name' });
  const text = make('span', { class: 'code' });
  const button = make(
    'button',
    { type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': id, click: () => toggle(racer) },
    name,
    text,
  );
  const median = make('td', { class: 'median' });
  const spread = make('td', { class: 'spread' });
  const last = make('td', { class: 'last' });
  const failure = make('td', { class: 'ended', colspan: 3, hidden: true });
  const cross = make('button', { type: 'button', click: () => remove(racer) }, '×');
  const pinner = makePinner(setting, racer, problems);
  const sample = make('td', { class: 'swatch' });
  let style = 0;
  const element = make(
    'tr',
    { class: 'racer', 'data-racer': racer },
    sample,
    make('th', { scope: 'row' }, button),
    median,
    spread,
    last,
    failure,
    make('td', { class: 'row-remove' }, pinner.element, cross),
  );
  const cell = make('td', { colspan: 6 });
  const drawer = make('tr', { class: 'editor', id, hidden: true }, cell);
  /** @typedef {ReturnType<typeof import('./editor.js').makeEditor>} Editor */
  /** @type {Editor | null} */
  let editor = null;
  /** @type {Promise<Editor | null> | null} The editor opened last; it is loaded then, as most visits open none. */
  let opened = null;
  const load = async () => {
    const chunk = await loadChunk(words, cell, () => import('./editor.js'));
    // Meanwhile it may have been closed, or closed and opened again.
    if (drawer.hidden || editor || !chunk) return editor;
    editor = chunk.makeEditor(setting, racer);
    cell.replaceChildren(editor.element);
    editor.update();
    return editor;
  };

  return {
    element,
    drawer,
    pinner,
    get opened() {
      return opened;
    },
    /** @param {boolean} isOpen */
    open(isOpen) {
      set(button, { 'aria-expanded': String(isOpen) });
      drawer.hidden = !isOpen;
      if (isOpen) opened ??= load();
      if (!isOpen && opened) {
        editor = opened = null;
        cell.replaceChildren();
      }
    },
    update() {
      const { run } = lab;
      const own = run?.racers[racer - 1];
      if (!run || !own) return;
      const title = nameOf(run, racer, words, describe);
      const items = own.own.flatMap(({ key, value }) => (key === 'label' ? [] : [`${key}=${value}`]));
      write(name, title);
      write(text, [own.schedule, ...items].join(' '));
      set(button, { title: text.textContent });
      set(cross, { 'aria-label': words.t('table.remove_one', { name: title }) });
      if (style !== lab.styles[racer - 1]) sample.replaceChildren(grow(swatch(lab.styles[racer - 1])));
      style = lab.styles[racer - 1];
      cross.hidden = run.racers.length < 2;
      pinner.update();
      editor?.update();
    },
    results() {
      const curve = lab.curves[racer - 1];
      const result = resultOf(lab, racer);
      const end = endOf(lab, racer);
      const isRestored = restoredOf(lab, racer) >= 0;
      write(median, result ? formatPercent(result.median, { language }) : '–');
      if (isRestored) median.append(make('small', {}, noteOf(lab, racer, words)));
      // One evaluation has no spread.
      write(spread, result && !isRestored ? points(result.high - result.low, language) : '–');
      if (result)
        set(spread, {
          title: words.t('table.from_to', { low: formatPercent(result.low, { language }), high: formatPercent(result.high, { language }) }),
        });
      write(last, curve ? formatNumber(curve.last, { language }) : '');
      const diverged = end?.diverged ?? false;
      for (const td of [median, spread, last]) td.hidden = diverged;
      failure.hidden = !diverged;
      if (end?.diverged) {
        const why = `failed.${lab.state(racer)?.failure}`;
        const text = words.t(`ended.${end.ended}`, { update: formatInteger(end.update, { language }) });
        write(failure, end.ended === 'failed' ? `${text} ${words.t(why)}` : text);
      }
    },
  };
}

/** Formats percentage points with one decimal. @param {number} share @param {string} language */
function points(share, language) {
  return formatPercent(share, { language }).replace(/\s*%$/u, '');
}
