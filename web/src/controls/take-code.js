// A racer as code for elsewhere: a tab for each exporter of the registry, and what the core writes for it.
import exporters from 'eta:exporters';
import { saveFile } from '../charts/save-csv.js';
import { nameOf } from '../lab/racer-names.js';
import { freshId, make, set, write } from '../ui/dom.js';

/** The tab after a key, from the one that has the focus. @type {Record<string, (i: number) => number>} */
const moves = {
  ArrowRight: (i) => (i + 1) % exporters.length,
  ArrowLeft: (i) => (i + exporters.length - 1) % exporters.length,
  Home: () => 0,
  End: () => exporters.length - 1,
};

/**
 * @param {import('../lab/setting.js').Setting} setting
 * @param {(text: string, byHand: () => string) => Promise<void>} copy
 * @param {(sentence: string) => void} report says it, to be seen and heard
 */
export function makeTakeCode({ lab, words, describe }, copy, report) {
  let chosen = 0;
  let shown = '';
  const racers = make('select', { change: () => update() });
  const ofRacer = make('label', { class: 'check' }, words.t('export.racer'), racers);
  const panel = freshId('code');
  const tabs = exporters.map(({ name }, i) =>
    make(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `${panel}-${i}`,
        'aria-controls': panel,
        click: () => choose(i),
        keydown: (event) => move(event, i),
      },
      name,
    ),
  );
  const code = make('code');
  /** Selects the code, which the keys of the browser then copy. */
  const select = () => {
    pre.focus();
    getSelection()?.selectAllChildren(pre);
    return words.t('export.by_hand');
  };
  const pre = make('pre', { class: 'code', id: panel, role: 'tabpanel', tabindex: 0 }, code);
  const save = make('button', {
    type: 'button',
    click: () => saveFile([code.textContent ?? ''], exporters[chosen].file, 'text/plain') || report(words.t('csv.by_hand')),
  });
  const element = make(
    'section',
    { class: 'card embedding take-code', 'aria-label': words.t('export') },
    make('p', {}, words.t('export.help')),
    ofRacer,
    make('div', { class: 'tabs', role: 'tablist', 'aria-label': words.t('export.to') }, ...tabs),
    pre,
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'button', click: () => copy(code.textContent ?? '', select) }, words.t('copy')),
      save,
    ),
  );

  /** @param {KeyboardEvent} event @param {number} from */
  const move = (event, from) => {
    const next = moves[event.key]?.(from);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // An arrow would move the cursor of the charts too.
    event.preventDefault();
    event.stopPropagation();
    choose(next);
    tabs[next].focus();
  };

  /** @param {number} i */
  const choose = (i) => {
    chosen = i;
    update();
  };

  const update = async () => {
    const { run } = lab;
    if (!run) return;
    const racer = Math.min(Math.max(racers.selectedIndex, 0), run.racers.length - 1) + 1;
    racers.replaceChildren(...run.racers.map((_, k) => make('option', {}, `${k + 1}  ${nameOf(run, k + 1, words, describe)}`)));
    racers.selectedIndex = racer - 1;
    ofRacer.hidden = run.racers.length === 1;
    for (const [k, tab] of tabs.entries()) set(tab, { 'aria-selected': String(k === chosen), tabindex: k === chosen ? 0 : -1 });
    set(pre, { 'aria-labelledby': tabs[chosen].id });
    write(save, words.t('export.save', { file: exporters[chosen].file }));
    const question = { text: run.text, racer, to: exporters[chosen].key };
    const asked = JSON.stringify(question);
    if (asked === shown) return;
    const found = await lab.speculativeQueries.exported(question).catch(() => null);
    if (found === null) return;
    shown = asked;
    write(code, found);
    pre.scrollTo(0, 0);
  };

  return { element, update };
}
