// The browser's history follows the element's on the page itself: every gesture is an entry there too, so that Back undoes and Forward redoes.

/** @typedef {import('../lab/lab.js').Lab} Lab */

/** The browser goes to another entry within this many milliseconds, or not at all. */
const patience = 1000;

export class SessionHistory {
  /** Entries with another name are of the page before it was loaded again. */
  #name = Math.random();
  /** @type {number[]} which of the lab's entries each of the browser's shows, as far as this page has made them */ #ids;
  #place = 0;
  /** @type {string[] | undefined} The texts of the pins, which every entry has, so that a page that is loaded again has them. */
  pins = history.state?.pins;
  /** @type {ReturnType<typeof setTimeout> | undefined} while the browser goes to another entry */ #travel;
  /** How many of the browser's steps the lab has yet to follow: until then it shows another entry. */ #ahead = 0;
  #lab;

  /** @param {Lab} lab @param {number} id which of its entries the address shows now */
  constructor(lab, id) {
    this.#lab = lab;
    this.#ids = [id];
    this.#replace(location.href);
  }

  /** Lets the browser's history show the lab's entry. @param {string} address */
  follow(address) {
    if (this.#travel || this.#ahead > 0) return;
    const { id } = this.#lab.history;
    if (this.#ids[this.#place] === id) return this.#replace(address);
    const place = this.#ids.lastIndexOf(id);
    if (place >= 0) {
      this.#travel = setTimeout(() => this.#arrive(this.#place), patience);
      return history.go(place - this.#place);
    }
    const isNew = id > Math.max(...this.#ids);
    const before = [this.#ids, this.#place];
    if (isNew) this.#place += 1;
    this.#ids = this.#ids.slice(0, isNew ? this.#place : undefined);
    this.#ids[this.#place] = id;
    // Safari refuses more than a hundred entries in half a minute: what is refused can be undone in the element.
    try {
      if (isNew) history.pushState(this.#state, '', address);
      else history.replaceState(this.#state, '', address);
    } catch {
      [this.#ids, this.#place] = /** @type {[number[], number]} */ (before);
    }
  }

  /**
   * Follows the browser to another entry.
   * @param {any} state of that entry
   * @returns {boolean} false when the address must be read, as it shows no entry that is known
   */
  arrived(state) {
    if (state?.name !== this.#name) {
      // A link of the page was followed; or it is an entry from before the page was loaded again, and its neighbours are not known.
      if (state) this.#name = Math.random();
      this.#place = state ? 0 : this.#place + 1;
      this.#ids.length = this.#place;
      return false;
    }
    const isOurs = this.#travel !== undefined;
    this.#arrive(state.place);
    if (isOurs) return true;
    const { history: runs } = this.#lab;
    const find = () => runs.entries.findIndex(({ id }) => id === this.#ids[this.#place]);
    if (find() < 0) return false;
    this.#ahead += 1;
    import('../lab/travel.js')
      .then(({ travel }) => travel(this.#lab, find() - runs.place))
      .catch(() => {})
      .then(() => {
        this.#ahead -= 1;
        this.#lab.notify('run');
      });
    return true;
  }

  /** The entry shows what the lab shows now. @param {string} address */
  adopt(address) {
    this.#ids[this.#place] = this.#lab.history.id;
    this.#replace(address);
  }

  /** @param {number} place */
  #arrive(place) {
    clearTimeout(this.#travel);
    this.#travel = undefined;
    this.#place = place;
    this.#lab.notify('run');
  }

  get #state() {
    return { ...history.state, pins: this.pins, name: this.#name, place: this.#place };
  }

  /** @param {string} address */
  #replace(address) {
    try {
      history.replaceState(this.#state, '', address);
    } catch {}
  }
}
