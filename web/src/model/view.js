// The model panel: one racer as it was after the update that the charts' cursor or playhead stands at. The newest wish is asked, one at a time.
import { nameOf } from '../lab/racer-names.js';
import { formatInteger, formatNumber } from '../lib/format.js';
import { make, set, write } from '../ui/dom.js';
import { adopt } from '../ui/styles/adopt.js';
import styles from '../ui/styles/model.css';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lab/race.js').Race} Race */
/** @typedef {import('../lib/rows.js').Model} Model */
/** @typedef {{ training: import('../lib/rows.js').Samples, validation: import('../lib/rows.js').Samples }} Data */

/**
 * A picture of one kind of data.
 * @typedef {object} Picture
 * @property {HTMLElement} element
 * @property {string} title
 * @property {Float32Array} rows what the model is asked about
 * @property {(model: Model, name: string, racer: number) => void} draw racer from 1
 */

/** Whose model is shown, for each element; it outlives a change of language. @type {WeakMap<object, number>} */
const chosen = new WeakMap();
/** @param {Setting} setting @param {HTMLElement} element */
export function makeView(setting, element) {
  const { lab, words, describe } = setting;
  const { language } = words;
  adopt(element, styles);
  const title = make('h2', { hidden: true });
  const whose = make('select', {
    'aria-label': words.t('model.whose'),
    change: () => {
      chosen.set(lab, Number(whose.value));
      update();
    },
  });
  const at = make('p', { class: 'soft small at' });
  const slot = make('div');
  element.replaceChildren(make('div', { class: 'model-head' }, title, whose), at, slot);

  /** @type {{ race: Race, picture: Picture } | null} */
  let shown = null;
  /** @type {Model | null} */
  let model = null;
  let asked = '';
  let away = false;
  let drawnOn = setting.palette.colours.ground;

  /** @param {Race} race @returns {Promise<Picture>} */
  const pictureOf = async (race) => {
    if (shown?.race === race) return shown.picture;
    const [{ makePicture }, training, validation] = await Promise.all([
      race.run.data.inputs === 2 ? import('./plane.js') : import('./digits.js'),
      race.samples(1, false),
      race.samples(1, true),
    ]);
    const picture = makePicture(setting, race.run, { training, validation });
    shown = { race, picture };
    slot.replaceChildren(picture.element);
    write(title, picture.title);
    set(title, { hidden: false });
    return picture;
  };

  /** @param {Race} race */
  const showChoice = ({ run }) => {
    const names = run.racers.map((_, i) => nameOf(run, i + 1, words, describe));
    if (names.join('\n') !== Array.from(whose.options, (option) => option.text).join('\n')) {
      whose.replaceChildren(...names.map((name, i) => make('option', { value: i + 1 }, name)));
    }
    const racer = Math.min(chosen.get(lab) ?? names.length, names.length);
    whose.value = String(racer);
    set(whose, { hidden: names.length < 2 });
    return { racer, name: names[racer - 1] };
  };

  /** @param {Race} race @param {number} racer @param {number} update */
  const say = (race, racer, update) => {
    const t = Math.max(0, Math.min(update, race.run.racers[racer - 1].updates - 1));
    const loss = race.telemetry(racer).batchLoss[t];
    const rate = lab.run?.text === race.run.text ? lab.curves[racer - 1]?.[t] : undefined;
    const text = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : formatNumber(value, { digits: 4, language }));
    write(at, words.t('model.at', { update: formatInteger(update, { language }), rate: text(rate), loss: text(loss) }));
  };

  async function update() {
    const race = lab.displayed;
    if (away || !race) return;
    const { racer, name } = showChoice(race);
    const wanted = Math.min(lab.readoutUpdate, race.state(racer).update);
    const question = `${race.run.text} ${racer} ${wanted}`;
    if (question === asked && shown?.race === race) return;
    away = true;
    try {
      const picture = await pictureOf(race);
      model = await race.model(racer, wanted, picture.rows);
      asked = question;
      picture.draw(model, name, racer);
      element.dataset.update = String(model.update);
      element.dataset.hash = model.hash;
      say(race, racer, model.update);
    } catch {
      // The race has given way to another, which is asked next.
      if (race === lab.displayed) return;
    } finally {
      away = false;
    }
    update();
  }

  return {
    update,
    relook() {
      const { ground } = setting.palette.colours;
      if (ground === drawnOn) return;
      drawnOn = ground;
      shown = null;
      update();
    },
  };
}
