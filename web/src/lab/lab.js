// The lab is the state of one element: the run, its curves, its race and the playhead. It does not use the document.

import { poolError } from '../pool/pool-error.js';
import { EditHistory } from './edit-history.js';
import { keepStyles } from './keep-styles.js';
import { ListenerFactors } from './listener-factors.js';
import { Notifier } from './notifier.js';
import { advance, isSmall } from './playback.js';
import { Race } from './race.js';
import { curveRange, RateCurve } from './rate-curve.js';

/** @typedef {import('../lib/run.js').Run} Run */
/** @typedef {import('../lib/run.js').Problem} Problem */
/** @typedef {'run' | 'rows' | 'playhead' | 'playing' | 'cursor' | 'zoom' | 'style' | 'pins' | 'failed' | 'history'} Change */

/** The last race's lines stay this many milliseconds while the next one is computed, without and during a drag. */
const [keepLast, keepDragged] = [300, 1000];

/** @extends {Notifier<Change>} */
export class Lab extends Notifier {
  /** @type {Run | null} the last good run */
  run = null;
  /** @type {number[]} the colour and dash pattern of each racer, from 1 */
  styles = [];
  /** @type {RateCurve[]} η of each racer, with the known factors of its listener */
  curves = [];
  /** @type {Race | null} */
  race = null;
  /** It counts the updates shown; while playing it is no integer. */
  playhead = 0;
  playing = false;
  speed = 1;
  visible = true;
  /** Whether a small run is trained before it is played; if not, its data are not fetched either. */
  eager = true;
  /** @type {string | null} code of a PoolError, after which nothing can be trained or asked */
  failure = null;
  /** @type {number | null} the update that the reader points at, or else the kept one */
  cursor = null;
  /** @type {number | null} the update that the reader has chosen, until it is freed */
  kept = null;
  /** @type {import('./zoom.js').ZoomRange | null} the range that the charts show; null: the whole run */
  zoom = null;
  /** @type {import('./drag-session.js').DragSession<any> | null} the drag in progress: each edit is soon followed by another */
  dragSession = null;
  /** @type {import('./pins.js').Pin[]} results of earlier runs, for comparison */
  pins = [];
  /** what can be undone */
  history = new EditHistory();

  /** @type {{ race: Race, racers: number } | null} the race that is drawn: the last one, until the new one has rows */
  #displayed = null;
  /** @type {Race | null} started, not shown yet */
  #next = null;
  /** @type {ListenerFactors | null} of the race of the run */
  #listeners = null;
  #edits = 0;
  #last = 0;

  /**
   * @param {import('../pool/pool.js').Pool} pool
   * @param {import('../pool/query-client.js').QueryClient} queries about the run itself
   * @param {import('../pool/query-client.js').QueryClient} speculativeQueries about possible runs; they must not delay `queries`
   */
  constructor(pool, queries, speculativeQueries) {
    super();
    this.pool = pool;
    this.queries = queries;
    this.speculativeQueries = speculativeQueries;
  }

  get updates() {
    return this.run ? Math.max(...this.run.racers.map((racer) => racer.updates)) : 0;
  }

  /** It counts the whole updates that are shown. */
  get update() {
    return Math.floor(Math.min(this.playhead, this.updates));
  }

  /** The values of this update are displayed: it is the one at the cursor, or else the last one shown. */
  get readoutUpdate() {
    return Math.min(this.cursor ?? this.update, this.updates);
  }

  /** It counts the updates that all racers which have not ended have done. */
  get trained() {
    return this.run && this.race ? Math.min(this.updates, this.race.trained) : 0;
  }

  get displayed() {
    return this.#displayed?.race ?? null;
  }

  /** @param {number} racer @returns {import('../lib/rows.js').Telemetry | null} the drawn one; null if there is none yet */
  telemetry(racer) {
    return this.#displayed && racer <= this.#displayed.racers ? this.#displayed.race.telemetry(racer) : null;
  }

  /** @param {number} racer */
  state(racer) {
    return this.#displayed && racer <= this.#displayed.racers ? this.#displayed.race.state(racer) : null;
  }

  /**
   * Opens a new text. If it has problems they are returned, and the last good run stays.
   * @param {string} text @param {string} kind of the gesture, or '' @param {typeof keepStyles} [stylesOf] gives the racers' styles
   * @returns {Promise<Problem[] | null>} null: a newer edit has overtaken this one, or the query worker has failed
   */
  edit(text, kind = 'text', stylesOf = keepStyles) {
    return this.#apply(this.queries.read(text, curveRange(this.zoom)), kind, stylesOf);
  }

  /** Opens the run that results from dragging a handle, as `edit` does. @param {import('../lib/run.js').DragQuestion} question */
  drag(question) {
    return this.#apply(this.queries.drag({ ...question, ...curveRange(this.zoom) }), 'drag');
  }

  /** @param {unknown} error @returns {null} */
  fail(error) {
    this.failure = poolError(error).code;
    if (this.failure !== 'closed') console.error(error);
    this.notify('failed');
    return null;
  }

  /** Every edit and drag passes through here. @param {Promise<import('../lib/run.js').Reading | null>} answer @param {string} kind */
  async #apply(answer, kind, stylesOf = keepStyles) {
    const edit = ++this.#edits;
    const gesture = this.history.begin(kind, this.dragSession);
    const reading = await answer.catch((error) => this.fail(error));
    if (!reading || edit !== this.#edits) return null;
    const { problems, run, curves } = reading;
    if (!run) return problems;
    this.styles = stylesOf(run, this.run, this.styles);
    this.history.record(gesture, run.text, this.styles);
    if (run.text === this.run?.text) {
      // The same run was written differently: what has been computed stays.
      this.run = run;
      this.notify('run');
    } else this.#accept(run, curves);
    return [];
  }

  /** @param {Run} run @param {import('../lib/run.js').Stretch[][]} curves */
  #accept(run, curves) {
    // During a drag every race would be replaced before it is shown, so the current one may finish.
    const waits = this.dragSession && this.#next?.run.racers.length === run.racers.length && this.#isAtOnce(run);
    this.pause();
    this.run = run;
    this.curves = curves.map((stretches, i) => new RateCurve(this, { text: run.text, racer: i + 1 }, stretches));
    this.playhead = this.#isAtOnce(run) ? this.updates : 0;
    for (const mark of /** @type {const} */ (['kept', 'cursor'])) this[mark] = this[mark] && Math.min(this[mark], this.updates);
    if (this.zoom && this.zoom.to > this.updates) this.zoom = null;
    if (!this.eager) this.#dropRaces();
    else if (!waits) this.#begin(run);
    else if (this.race) this.#followListeners(this.race);
    this.notify('run', 'rows', 'playhead', 'playing');
  }

  /** @param {Run} run */
  #begin(run) {
    const before = this.race;
    const racers = run.racers.length;
    const race = new Race(this.pool, run, { onProgress: () => this.#onRows(race), onEnd: () => this.#onRows(race) });
    this.race = this.#next = race;
    this.#followListeners(race);
    const small = this.#isAtOnce(run);
    if (small && this.visible) race.setTarget(this.updates);
    if (this.#displayed?.race !== before) before?.dispose();
    const show = () => this.#show(race, racers);
    if (small && this.#displayed?.racers === racers)
      Promise.race([race.settled(), new Promise((done) => setTimeout(done, this.dragSession ? keepDragged : keepLast))]).then(show, show);
    else show();
  }

  /** Multiplies the listeners' factors of a race into the curves, if those are of the same run. @param {Race} race */
  #followListeners(race) {
    const listeners = new ListenerFactors(race, async (racer, factors) => {
      const curve = race.run.text === this.run?.text ? await this.curves[racer - 1].withFactors(factors) : null;
      if (!curve || listeners !== this.#listeners) return false;
      this.curves = this.curves.map((old, i) => (i === racer - 1 ? curve : old));
      this.notify('rows');
      return true;
    });
    this.#listeners = listeners;
  }

  /** @param {Race} race @param {number} racers */
  #show(race, racers) {
    if (race !== this.race) return;
    this.#next = null;
    if (this.#displayed?.race !== race) this.#displayed?.race.dispose();
    this.#displayed = { race, racers };
    this.#listeners?.onProgress();
    this.notify('rows');
    if (this.run && this.run.text !== race.run.text) this.#begin(this.run);
  }

  /** @param {Race} race */
  #onRows(race) {
    if (race === this.race) this.#listeners?.onProgress();
    if (race === this.#displayed?.race) this.notify('rows');
  }

  play() {
    if (!this.run || this.playing) return;
    this.#ensureRace();
    if (this.playhead >= this.updates) this.playhead = 0;
    this.playing = true;
    this.#last = 0;
    this.race?.setTarget(this.updates);
    this.notify('playing', 'playhead');
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.playhead = this.update;
    if (this.run && !this.#isAtOnce(this.run)) this.race?.stop();
    this.notify('playing', 'playhead');
  }

  get isMoving() {
    return this.playing;
  }

  /** Moves the playhead. @param {number} now in milliseconds @returns {Change[]} */
  advance(now) {
    if (!this.playing) return [];
    const passed = this.#last ? now - this.#last : 0;
    this.#last = now;
    const { playhead, speed, updates, trained } = this;
    this.playhead = advance({ playhead, passed, speed, updates, trained });
    if (this.playhead < updates) return this.playhead === playhead ? [] : ['playhead'];
    this.playing = false;
    return ['playhead', 'playing'];
  }

  /** Moves forward or back by updates; from the end it starts again. @param {number} by */
  step(by) {
    if (!this.run) return;
    this.pause();
    this.#ensureRace();
    this.playhead = by > 0 && this.update >= this.updates ? by : Math.max(0, this.update + by);
    this.race?.setTarget(this.#isAtOnce(this.run) ? this.updates : Math.max(this.playhead, this.trained));
    this.notify('playhead');
  }

  reset() {
    this.pause();
    this.playhead = 0;
    this.notify('playhead', 'playing');
  }

  /** Null goes back to the kept update. @param {number | null} update */
  setCursor(update) {
    const target = update === null ? this.kept : Math.max(0, Math.min(this.updates, Math.round(update)));
    if (target === this.cursor) return;
    this.cursor = target;
    this.notify('cursor');
  }

  /** An invisible element does not train. @param {boolean} visible */
  setVisible(visible) {
    if (visible === this.visible) return;
    this.visible = visible;
    if (!this.run) return;
    if (visible && this.#isAtOnce(this.run)) this.race?.setTarget(this.updates);
    if (!visible) {
      this.pause();
      this.race?.stop();
    }
  }

  close() {
    super.close();
    this.#edits += 1;
    this.playing = false;
    this.#dropRaces();
  }

  /** @param {Run} run */
  #isAtOnce(run) {
    return this.eager && isSmall(run);
  }

  /** Starts the race if it has not started, or if it has failed for a reason that may have passed. */
  #ensureRace() {
    const { run, race, eager } = this;
    if (!run || eager) return;
    if (!race || run.racers.some((_, i) => race.state(i + 1).ended === 'failed')) this.#begin(run);
  }

  #dropRaces() {
    if (this.#displayed?.race !== this.race) this.#displayed?.race.dispose();
    this.race?.dispose();
    this.race = this.#next = this.#displayed = null;
  }
}
