// The model panel shows one racer after the update at the charts' cursor or playhead. One request is in flight at a time, then the newest.
import { nameOf } from '../lab/racer-names.js';
import { formatInteger, formatNumber } from '../lib/format.js';
import { make, set, write } from '../ui/dom.js';
import { loadPart } from '../ui/load-chunk.js';
import { adopt } from '../ui/styles/adopt.js';
import styles from '../ui/styles/model.css';

/** @typedef {import('../lab/setting.js').Setting} Setting */
/** @typedef {import('../lab/race.js').Race} Race */
/** @typedef {import('../lib/rows.js').Model} Model */
/** @typedef {{ training: import('../lib/rows.js').Samples, validation: import('../lib/rows.js').Samples }} Data */

/**
 * A component that draws the model of one kind of data.
 * @typedef {object} Picture
 * @property {HTMLElement} element
 * @property {string} title
 * @property {Float32Array} rows the inputs for which the model's probabilities are requested
 * @property {(model: Model, name: string, racer: number) => void} draw racer from 1
 */

/** @type {WeakMap<object, number>} The racer that each lab's panel shows, also after a change of language. */
const chosen = new WeakMap();

/** @param {Setting} setting @param {HTMLElement} element */
export function makeView(setting, element) {
  const { lab, words, describe } = setting;
  const { language } = words;
  adopt(element, styles);
  const title = make('h2', { hidden: true });
  const racerChoice = make('select', {
    'aria-label': words.t('model.whose'),
    change: () => {
      chosen.set(lab, Number(racerChoice.value));
      update();
    },
  });
  const readout = make('p', { class: 'soft small at' });
  const slot = make('div');
  element.replaceChildren(make('div', { class: 'model-head' }, title, racerChoice), readout, slot);

  /** @type {{ race: Race, picture: Picture } | null} */
  let current = null;
  /** @type {Model | null} */
  let model = null;
  let currentQuestion = '';
  let inFlight = false;
  let drawnGround = setting.palette.colours.ground;

  /** The modules that draw, and those that are being loaded. @type {Record<string, { makePicture: typeof import('./plane.js').makePicture } | null>} */
  const painters = {};
  /** @param {Race} race gives its module, or null until that has come */
  const painterFor = ({ run }) => {
    const kind = run.data.inputs === 2 ? 'plane' : 'digits';
    if (kind in painters) return painters[kind];
    painters[kind] = null;
    loadPart(words, slot, () => (kind === 'plane' ? import('./plane.js') : import('./digits.js'))).then((module) => {
      painters[kind] = module;
      update();
    });
    return null;
  };

  /** @param {Race} race @param {NonNullable<ReturnType<typeof painterFor>>} painter @returns {Promise<Picture>} */
  const pictureOf = async (race, { makePicture }) => {
    if (current?.race === race) return current.picture;
    const [training, validation] = await Promise.all([race.samples(1, false), race.samples(1, true)]);
    const picture = makePicture(setting, race.run, { training, validation });
    current = { race, picture };
    slot.replaceChildren(picture.element);
    write(title, picture.title);
    set(title, { hidden: false });
    return picture;
  };

  /** @param {Race} race */
  const showChoice = ({ run: raced }) => {
    // What the page calls a racer is the lab's to say.
    const run = lab.run?.text === raced.text ? lab.run : raced;
    const names = run.racers.map((_, i) => nameOf(run, i + 1, words, describe));
    if (names.join('\n') !== Array.from(racerChoice.options, (option) => option.text).join('\n')) {
      racerChoice.replaceChildren(...names.map((name, i) => make('option', { value: i + 1 }, name)));
    }
    const racer = Math.min(chosen.get(lab) ?? names.length, names.length);
    racerChoice.value = String(racer);
    set(racerChoice, { hidden: names.length < 2 });
    return { racer, name: names[racer - 1] };
  };

  /** @param {Race} race @param {number} racer @param {number} update */
  const writeReadout = async (race, racer, update) => {
    const t = Math.max(0, Math.min(update, race.run.racers[racer - 1].updates - 1));
    const loss = race.telemetry(racer).updates.batch_loss[t];
    const rates = lab.run?.text === race.run.text ? await lab.curves[racer - 1]?.every(t, t + 1) : null;
    const text = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : formatNumber(value, { digits: 4, language }));
    write(readout, words.t('model.at', { update: formatInteger(update, { language }), rate: text(rates?.[0]), loss: text(loss) }));
  };

  async function update() {
    const race = lab.displayed;
    if (inFlight || !race) return;
    const { racer, name } = showChoice(race);
    const target = Math.min(lab.readoutUpdate, race.state(racer).update);
    const question = `${race.run.text} ${racer} ${target}`;
    if (question === currentQuestion && current?.race === race) return;
    const painter = painterFor(race);
    if (!painter) return;
    inFlight = true;
    try {
      const picture = await pictureOf(race, painter);
      model = await race.model(racer, target, picture.rows);
      currentQuestion = question;
      picture.draw(model, name, racer);
      element.dataset.update = String(model.update);
      element.dataset.hash = model.hash;
      await writeReadout(race, racer, model.update);
    } catch {
      // Another race may have replaced this one: it is requested next.
      if (race === lab.displayed) return;
    } finally {
      inFlight = false;
    }
    update();
  }

  return {
    update,
    restyle() {
      const { ground } = setting.palette.colours;
      if (ground === drawnGround) return;
      drawnGround = ground;
      current = null;
      update();
    },
  };
}
