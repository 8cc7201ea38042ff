// A race plays once by itself: when half of its charts are seen, at a time when no other does. Not for those who wish no motion.

/** Those that may play, in the order in which they were seen; the first is on. @type {Autoplay[]} */
const queue = [];

export class Autoplay {
  #lab;
  #unwatch;
  #over = false;
  #started = false;
  #sight = new IntersectionObserver((entries) => this.#setVisible(entries[entries.length - 1].intersectionRatio >= 0.5), {
    threshold: [0, 0.5],
  });

  /** @param {import('../lab/lab.js').Lab} lab whose other views come after this one, so that they never draw the end before the beginning */
  constructor(lab) {
    this.#lab = lab;
    this.#unwatch = lab.subscribe(() => this.#check());
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.end();
  }

  /** @param {Element | null} charts what has to be seen; others when the panel is made anew */
  observe(charts) {
    this.#sight.disconnect();
    if (!this.#over && charts) this.#sight.observe(charts);
  }

  /** Never by itself again. */
  end() {
    if (this.#over) return;
    this.#over = true;
    this.#sight.disconnect();
    this.#unwatch();
    leave(this);
  }

  /** The reader does something: what has begun goes on, what has not never will. */
  onUserInput() {
    if (!this.#started) this.end();
  }

  /** @param {boolean} seen */
  #setVisible(seen) {
    if (this.#started) return;
    if (!seen) leave(this);
    else if (!queue.includes(this)) queue.push(this);
    queue[0]?.begin();
  }

  #check() {
    if (this.#started && !this.#lab.playing) this.end();
    else queue[0]?.begin();
  }

  begin() {
    const { run, race, updates, playhead, playing } = this.#lab;
    if (this.#started || !run || !race) return;
    // A long run is the reader's to start, and one that is under way is left alone.
    if (playing || playhead < updates) return this.end();
    this.#started = true;
    this.#lab.play();
  }
}

/** @param {Autoplay} debut */
function leave(debut) {
  const place = queue.indexOf(debut);
  if (place < 0) return;
  queue.splice(place, 1);
  queue[0]?.begin();
}
