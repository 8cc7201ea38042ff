// A race plays once by itself when half of its charts are visible, one race at a time, unless the reader prefers reduced motion.

/** @type {Autoplay[]} Visible races that may still play by themselves, in the order in which they became visible; the first plays. */
const queue = [];

export class Autoplay {
  #lab;
  #unsubscribe;
  #ended = false;
  #started = false;
  #visibility = new IntersectionObserver((entries) => this.#setVisible(entries[entries.length - 1].intersectionRatio >= 0.5), {
    threshold: [0, 0.5],
  });

  /** @param {import('../lab/lab.js').Lab} lab without subscribers: this must be the first, so that none draws the end first */
  constructor(lab) {
    this.#lab = lab;
    this.#unsubscribe = lab.subscribe(() => this.#check());
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.end();
  }

  /** @param {Element | null} charts that must be visible; they are others after the panel has been rebuilt */
  observe(charts) {
    this.#visibility.disconnect();
    if (!this.#ended && charts) this.#visibility.observe(charts);
  }

  /** Ends autoplay for good. */
  end() {
    if (this.#ended) return;
    this.#ended = true;
    this.#visibility.disconnect();
    this.#unsubscribe();
    leaveQueue(this);
  }

  /** Ends autoplay that has not begun; playback that has begun continues. */
  onUserInput() {
    if (!this.#started) this.end();
  }

  /** @param {boolean} visible */
  #setVisible(visible) {
    if (this.#started) return;
    if (!visible) leaveQueue(this);
    else if (!queue.includes(this)) queue.push(this);
    queue[0]?.begin();
  }

  #check() {
    if (this.#started && !this.#lab.playing) this.end();
    else queue[0]?.begin();
  }

  /** Plays the race, once it can. */
  begin() {
    const { run, race, updates, playhead, playing } = this.#lab;
    if (this.#started || !run || !race) return;
    // Only the reader starts a long run, and playback under way is not interrupted.
    if (playing || playhead < updates) return this.end();
    this.#started = true;
    this.#lab.play();
  }
}

/** @param {Autoplay} autoplay */
function leaveQueue(autoplay) {
  const place = queue.indexOf(autoplay);
  if (place < 0) return;
  queue.splice(place, 1);
  queue[0]?.begin();
}
