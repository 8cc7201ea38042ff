// The runs that the reader's gestures made, so that they can be undone: a gesture is one entry, however many edits it takes.

/** @typedef {{ kind: string, experiment: string }} Gesture `kind` is the end of its name's key among the words */
/** @typedef {{ id: number, text: string, styles: number[], gesture: Gesture }} Entry the run after a gesture */

/** This many gestures can be undone. */
const maxGestures = 50;

/** Edits of these kinds continue one another, until the reader leaves the control. */
const continued = ['field', 'text'];

/** No entry of another element, or of the page before it was loaded again, has the same number. */
let ids = Date.now();

export class EditHistory {
  /** The experiment that the run belongs to, which an undone gesture may have left. */
  experiment = '';
  /** @type {{ by: number, kind: string } | null} what was undone or redone, until the next gesture */
  travelled = null;
  /** @type {Entry[]} The first one is as old as can be gone back to. */ entries = [];
  place = -1;
  /** @type {Gesture | null} the last one, if the next edit may continue it */ #last = null;

  /** It names the entry of the run that is shown. */
  get id() {
    return this.entries[this.place]?.id ?? 0;
  }

  /** Whether there is an entry that many further on, or back. @param {number} by */
  has(by) {
    return this.place + by in this.entries;
  }

  /**
   * Names the gesture of an edit when it begins, as its answer comes later. A drag is one gesture.
   * @param {string} kind '' for an edit that is no gesture
   * @param {{ gesture?: Gesture } | null} dragSession
   * @returns {Gesture | null}
   */
  begin(kind, dragSession) {
    if (kind === '') return null;
    const { experiment } = this;
    if (dragSession) {
      dragSession.gesture ??= { kind, experiment };
      return dragSession.gesture;
    }
    if (this.#last?.kind !== kind || !continued.includes(kind)) this.#last = { kind, experiment };
    return this.#last;
  }

  /** The next edit begins a gesture. */
  seal() {
    this.#last = null;
  }

  /** Records the run that a gesture has made, and its racers' styles. @param {Gesture | null} gesture @param {string} text @param {number[]} styles */
  record(gesture, text, styles) {
    const now = this.entries[this.place];
    if (!gesture || now?.text === text) return;
    this.travelled = null;
    this.entries.length = this.place + 1;
    if (now?.gesture !== gesture || this.place === 0) this.entries.push({ id: ++ids, text, styles, gesture });
    // A gesture that comes back to where it began has changed nothing.
    else if (this.entries[this.place - 1].text === text) this.entries.pop();
    else Object.assign(now, { text, styles });
    this.entries = this.entries.slice(-maxGestures - 1);
    this.place = this.entries.length - 1;
  }
}
