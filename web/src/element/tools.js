// Under the charts: draw the rate by hand, lower it now, and what is pinned.
import { pinName } from '../charts/ghosts.js';
import { decayNow } from '../controls/decay.js';
import { unpin } from '../lab/pins.js';
import { nameOf } from '../lab/racer-names.js';
import { formatInteger, formatPercent } from '../lib/format.js';
import { lastShare, median } from '../lib/statistics.js';
import { make, set, write } from '../ui/dom.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/**
 * @param {Setting} setting
 * @param {import('../charts/figure.js').Figure} figure of the rate
 * @param {{ focus: (racer: number, point: number) => void }} handles
 */
export function makeTools(setting, figure, handles) {
  const { lab, words, describe } = setting;
  const draw = make('button', { type: 'button', class: 'draw', 'aria-pressed': 'false', click: () => toggle(!drawing) }, words.t('draw'));
  const decay = make('button', { type: 'button', class: 'decay', title: words.t('decay.help'), click: () => press() }, words.t('decay'));
  const whose = make('select', { 'aria-label': words.t('decay.whose') });
  const status = make('span', { class: 'soft small', role: 'status' });
  const pins = make('ul', { class: 'pins', 'aria-label': words.t('pins') });
  const slot = make('div');
  const element = make(
    'div',
    { class: 'tools' },
    make('div', { class: 'row' }, draw, make('span', { class: 'pair' }, decay, whose), status),
    pins,
    slot,
  );
  let drawing = false;
  /** @type {ReturnType<typeof import('../draw/challenge.js').makeChallenge> | null} */
  let challenge = null;
  let closed = false;

  /** What draws and judges is loaded when it is wanted: most visits do without. */
  const load = async () => {
    /** @type {typeof import('../draw/challenge.js') | null} */
    const parts = challenge ? null : await setting.lazy(slot);
    if (parts && !challenge && !closed) {
      challenge = parts.makeChallenge(setting, figure, handles);
      slot.replaceChildren(challenge.element);
    }
    return challenge;
  };
  /** @param {boolean} on */
  const toggle = async (on) => {
    drawing = on;
    set(draw, { 'aria-pressed': String(on) });
    const made = await load();
    made?.draw(drawing);
    if (made) return;
    drawing = false;
    set(draw, { 'aria-pressed': 'false' });
  };
  const press = async () => {
    const update = await decayNow(lab, Number(whose.value));
    const key = update === null ? 'decay.wait' : 'decay.done';
    write(status, words.t(key, { update: formatInteger(update ?? 0, { language: words.language }) }));
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !drawing) return;
    if (!challenge?.cancel()) toggle(false);
  };
  document.addEventListener('keydown', onKey);

  const showChoice = () => {
    const { run } = lab;
    if (!run) return;
    const names = [words.t('decay.all'), ...run.racers.map((_, i) => nameOf(run, i + 1, words, describe))];
    const kept = Number(whose.value) < names.length ? Number(whose.value) : 0;
    whose.hidden = run.racers.length < 2;
    if (names.join('\n') === Array.from(whose.options, (option) => option.text).join('\n')) return;
    whose.replaceChildren(...names.map((name, i) => make('option', { value: i }, name)));
    whose.value = String(kept);
  };
  const showPins = () => {
    const items = lab.pins.map((pin) => {
      const name = pinName(setting, pin);
      const result = formatPercent(median(lastShare(pin.evaluations.accuracy)), { language: words.language });
      const label = words.t('pin.remove', { name });
      return make(
        'li',
        {},
        make('span', {}, name),
        make('b', {}, result),
        make('button', { type: 'button', 'aria-label': label, title: label, click: () => unpin(lab, pin) }, '×'),
      );
    });
    pins.replaceChildren(...items);
    pins.hidden = items.length === 0;
  };
  showPins();

  return {
    element,
    /** Begins to draw. */
    draw: () => toggle(true),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      if (changes.has('pins')) showPins();
      if (!changes.has('run')) return;
      showChoice();
      // A drawing that came by its address is a challenge.
      if (lab.run?.racers.some((racer) => racer.name === 'points')) load().then((made) => made?.update());
      else challenge?.update();
    },
    close() {
      closed = true;
      document.removeEventListener('keydown', onKey);
    },
  };
}
