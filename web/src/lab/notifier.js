// A notifier calls its views at most once per frame, with all changes since the last call.

/** @template Change */
export class Notifier {
  #frame = 0;
  /** @type {Set<Change>} */
  #changes = new Set();
  /** @type {Set<(changes: Set<Change>) => void>} */
  #views = new Set();

  /** @param {(changes: Set<Change>) => void} view is called at most once per frame @returns {() => void} ends the subscription */
  subscribe(view) {
    this.#views.add(view);
    return () => this.#views.delete(view);
  }

  /** @param {...Change} changes */
  notify(...changes) {
    for (const change of changes) this.#changes.add(change);
    this.#frame ||= requestAnimationFrame((now) => this.draw(now));
  }

  /** Notifies the views at once, also outside a frame, as printing needs it. @param {number} [now] in milliseconds */
  draw(now = performance.now()) {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    for (const change of this.advance(now)) this.#changes.add(change);
    const changes = this.#changes;
    this.#changes = new Set();
    for (const view of this.#views) view(changes);
    if (this.isMoving) this.#frame ||= requestAnimationFrame((next) => this.draw(next));
  }

  /** Advances to a frame. @param {number} _now in milliseconds @returns {Change[]} the changes that follow */
  advance(_now) {
    return [];
  }

  /** Whether another frame follows even without a notification. */
  get isMoving() {
    return false;
  }

  /** Ends all subscriptions. */
  close() {
    cancelAnimationFrame(this.#frame);
    this.#views.clear();
  }
}
