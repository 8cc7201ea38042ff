// Notifies views of changes: at most once per frame, with all changes since the last time.

/** @template Change */
export class Notifier {
  #frame = 0;
  /** @type {Set<Change>} */
  #changes = new Set();
  /** @type {Set<(changes: Set<Change>) => void>} */
  #views = new Set();

  /** @param {(changes: Set<Change>) => void} view is called at most once per frame @returns {() => void} ends it */
  subscribe(view) {
    this.#views.add(view);
    return () => this.#views.delete(view);
  }

  /** @param {...Change} changes */
  notify(...changes) {
    for (const change of changes) this.#changes.add(change);
    this.#frame ||= requestAnimationFrame((now) => this.draw(now));
  }

  /** Notifies the views; without a time at once, as paper waits for no frame. @param {number} [now] */
  draw(now = performance.now()) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    for (const change of this.advance(now)) this.#changes.add(change);
    const changes = this.#changes;
    this.#changes = new Set();
    for (const view of this.#views) view(changes);
    if (this.isMoving) this.#frame ||= requestAnimationFrame((next) => this.draw(next));
  }

  /** Moves on to a frame. @param {number} _now @returns {Change[]} what this changes */
  advance(_now) {
    return [];
  }

  /** Whether a frame follows although nothing notifies. */
  get isMoving() {
    return false;
  }

  /** Nobody is notified any more. */
  close() {
    cancelAnimationFrame(this.#frame);
    this.#views.clear();
  }
}
