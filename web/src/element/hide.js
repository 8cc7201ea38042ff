// An author chooses the parts of an element: show="charts table" names sets of parts that stay, hide="handles csv" takes parts away. A part
// goes with what it is only about, and what holds parts goes with the last of them, so that nothing is left over. Two things stay whatever
// is hidden: that start and batches are the same, and the link to the page.

import { make, write } from '../ui/dom.js';

/** @type {Record<string, string>} The selectors of what each name hides. */
export const hideable = {
  top: '.top',
  headline: 'h1, .lead',
  controls: '.bar',
  play: '.bar .play',
  step: '.bar .step',
  reset: '.bar .reset',
  new_seed: '.bar .new_seed',
  speed: '.bar .speed',
  fields: '.control-area > .fields',
  rate: '.chart.rate',
  accuracy: '.chart.accuracy',
  handles: '.handles',
  tools: '.tools',
  undo: '.undoing',
  switches: '.chart .switch',
  values: '.chart .as-table',
  table: '.main > table, .ends',
  add: '.adder .add',
  more: '.adder .more-button, .more',
  experiment: '.experiment',
  failures: '.failures',
  model: '.side .model',
  network: '.side .network',
  share: '.share > :not(.full)',
  embed: '.share .embed',
  link: '.share .link',
  csv: '.share .csv',
  keys: '.share .keys',
  licences: '.share .licences',
};

/** The page's own head belongs to no set: it stays until it is hidden by name. */
const head = ['top', 'headline'];
/** @type {Record<string, string[]>} The sets; any part may be named beside them. */
const sets = {
  all: Object.keys(hideable),
  charts: ['controls', 'play', 'reset', 'rate', 'accuracy', 'handles', 'share', 'link'],
  table: ['table', 'add'],
};

/** @type {Record<string, string>} Each of these parts is only about another, and goes with it. */
const about = { add: 'table', handles: 'rate', tools: 'rate', keys: 'more' };

/** @type {[selector: string, parts: string[]][]} What holds nothing but these parts goes with the last of them. */
const holders = [
  ['.bar', ['play', 'step', 'reset', 'new_seed', 'speed']],
  ['.charts, .part', ['rate', 'accuracy']],
  ['.adder', ['add', 'more']],
  ['.side', ['model', 'network']],
  ['footer', ['embed', 'link', 'csv', 'keys', 'licences']],
  ['.control-area', ['controls', 'fields']],
];

/** Places the line on start and batches beside the controls; on paper it stays without them. */
const fairStyle = `.lab .control-area { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 16px; }
.lab .control-area > :not(.bar, .fair-line) { flex: 0 0 100%; }
.lab .fair-line { color: var(--soft); margin-inline-start: auto; }
@media print { .lab .control-area > :not(.fair-line) { display: none; } }`;

/** @param {string | null} list names separated by spaces or commas */
const namesIn = (list) => (list ?? '').split(/[\s,]+/).filter((name) => name !== '');

/** Hides what an author names, within one element's shadow root. */
export class Hidden {
  #sheet = new CSSStyleSheet();
  #leave = () => {};

  /** @param {ShadowRoot} root */
  constructor(root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  /**
   * @param {HTMLElement} panel
   * @param {import('../lab/setting.js').Setting} setting
   * @param {{ show: string | null, hide: string | null }} lists
   */
  set(panel, setting, { show, hide }) {
    const shown = namesIn(show);
    const away = namesIn(hide);
    const kept = shown.flatMap((name) => (Object.hasOwn(sets, name) ? sets[name] : Object.hasOwn(hideable, name) ? [name] : []));
    const gone = new Set(away.filter((name) => Object.hasOwn(hideable, name)));
    if (kept.length > 0) for (const name of sets.all) if (!kept.includes(name) && !head.includes(name)) gone.add(name);
    for (const [name, other] of Object.entries(about)) if (gone.has(other)) gone.add(name);
    if (gone.has('rate') && gone.has('accuracy')) for (const name of ['switches', 'values']) gone.add(name);

    const isThere = (/** @type {string} */ name) => !gone.has(name) && panel.querySelector(hideable[name]) !== null;
    const stay = { '.control-area': gone.has('table'), footer: panel.querySelector('.share .full') !== null };
    const empty = holders.filter(([selector, parts]) => !(/** @type {Record<string, boolean>} */ (stay)[selector]) && !parts.some(isThere));
    // The minimal height of the control area is that of all controls.
    const rules = gone.size > 0 ? ['.lab .control-area { min-height: 0; }'] : [];
    for (const selector of [...Array.from(gone, (name) => hideable[name]), ...empty.map(([selector]) => selector)])
      rules.push(`${selector.replaceAll(/[^,]+/g, '.lab $&')} { display: none !important; }`);
    if (gone.has('undo')) rules.push('.lab .line { min-height: 0; }');
    if (gone.has('undo') && gone.has('tools')) rules.push('.lab .below { margin-top: 0; }');
    if (gone.has('table')) rules.push(fairStyle);
    this.#sheet.replaceSync(rules.join('\n'));
    this.#leave();
    this.#leave = gone.has('table') ? addFairLine(panel, setting) : () => {};
    const unknown = [...shown.filter((name) => !Object.hasOwn(sets, name)), ...away].filter((name) => !Object.hasOwn(hideable, name));
    if (unknown.length > 0) warn(setting.words, unknown);
  }
}

/**
 * Says beside the controls what the head of a hidden table would say of start and batches.
 * @param {HTMLElement} panel
 * @param {import('../lab/setting.js').Setting} setting
 */
function addFairLine(panel, { lab, words }) {
  const line = make('p', { class: 'fair-line' });
  panel.querySelector('.bar')?.after(line);
  const update = () => {
    const { run } = lab;
    write(line, run && run.racers.length > 1 ? words.t(run.fair ? 'table.fair' : 'table.unfair') : '');
  };
  const unsubscribe = lab.subscribe((changes) => changes.has('run') && update());
  update();
  return () => {
    unsubscribe();
    line.remove();
  };
}

/** @param {import('../lib/words.js').Words} words @param {string[]} unknown */
async function warn(words, unknown) {
  await words.loadAll();
  console.warn(words.t('hide.unknown', { names: unknown.join(', '), parts: Object.keys(hideable).join(', ') }));
}
