// The tools below the charts: drawing the rate by hand, lowering it at the playhead, and the pinned racers.
import { isStepped, nameOf } from '../lab/racer-names.js';
import { make, set, write } from '../ui/dom.js';
import { loadChunk } from '../ui/load-chunk.js';

/** @typedef {import('../lab/setting.js').Setting} Setting */

/**
 * @param {Setting} setting
 * @param {import('../charts/figure.js').Figure} figure the rate's figure
 * @param {{ focus: (racer: number, point: number) => void }} handles
 */
export function makeTools(setting, figure, handles) {
  const { lab, words, describe } = setting;
  const draw = make('button', { type: 'button', class: 'draw', 'aria-pressed': 'false', click: () => toggle(!drawing) }, words.t('draw'));
  const decay = make('button', { type: 'button', class: 'decay', title: words.t('decay.help'), click: () => lower() }, words.t('decay'));
  const racerChoice = make('select', { 'aria-label': words.t('decay.whose') });
  const status = make('span', { class: 'soft small said' });
  const pins = make('ul', { class: 'pins', 'aria-label': words.t('pins') });
  const slot = make('div');
  const element = make(
    'div',
    { class: 'tools' },
    make('div', { class: 'row' }, draw, make('span', { class: 'pair' }, decay, racerChoice), status),
    pins,
    slot,
  );
  let drawing = false;
  /** @type {ReturnType<typeof import('../draw/challenge.js').makeChallenge> | null} */
  let challenge = null;
  let closed = false;

  /** Loads what draws and judges, which most visits do not use. */
  const load = async () => {
    const chunk = challenge ? null : await loadChunk(words, slot, () => import('../draw/challenge.js'));
    if (chunk && !challenge && !closed) {
      challenge = chunk.makeChallenge(setting, figure, handles);
      slot.replaceChildren(challenge.element);
    }
    return challenge;
  };
  /** @param {boolean} on */
  const toggle = async (on) => {
    drawing = on;
    set(draw, { 'aria-pressed': String(on) });
    const loaded = await load();
    loaded?.draw(drawing);
    if (loaded) return;
    drawing = false;
    set(draw, { 'aria-pressed': 'false' });
  };
  const lower = async () => {
    const { update } = lab;
    const chunk = await loadChunk(words, slot, () => import('../controls/decay.js'));
    chunk?.decayNow(setting, Number(racerChoice.value), update, status);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || !drawing || event.isComposing) return;
    if (!challenge?.cancel()) toggle(false);
  };
  document.addEventListener('keydown', onKey);

  const showChoice = () => {
    const { run } = lab;
    if (!run) return;
    const names = [words.t('decay.all'), ...run.racers.map((_, i) => nameOf(run, i + 1, words, describe))];
    const selected = Number(racerChoice.value) < names.length ? Number(racerChoice.value) : 0;
    racerChoice.hidden = run.racers.length < 2;
    if (names.join('\n') === Array.from(racerChoice.options, (option) => option.text).join('\n')) return;
    racerChoice.replaceChildren(...names.map((name, i) => make('option', { value: i }, name)));
    racerChoice.value = String(selected);
  };
  pins.hidden = true;

  return {
    element,
    /** Starts drawing, or ends it. @param {boolean} on */
    draw: (on) => on !== drawing && toggle(on),
    /** @param {Set<import('../lab/lab.js').Change>} changes */
    update(changes) {
      // A panel that is made anew has its pins, too.
      if (lab.pins.length !== pins.children.length)
        loadChunk(words, slot, () => import('../controls/pin-list.js')).then((chunk) => chunk?.showPins(setting, pins));
      // What it said of a race that plays is over with it.
      if (!lab.playing && status.dataset.waits) write(status, '');
      if (!changes.has('run')) return;
      showChoice();
      // A run with a drawing, as from an address, shows its challenge.
      if (lab.run?.racers.some(({ name, tree }) => name === 'points' && !isStepped(tree))) load().then((loaded) => loaded?.update());
      else challenge?.update();
    },
    close() {
      closed = true;
      document.removeEventListener('keydown', onKey);
    },
  };
}
