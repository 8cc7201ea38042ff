// A small module with the interface of the real one, for tests of the protocol: it invents its numbers, and traps where a test plans it.
//
// A text is `updates=N …`, with one racer for each word `racer` in it; any other text has a problem at its second word. Row t of racer r is
// 100·r + t, and every 10 updates have an evaluation with loss 1/t. With `asset` in the text it needs the bytes of 'digits'.

/** @typedef {import('../../web/src/engine/eta-module.js').CreateEta} CreateEta */

/**
 * Planned traps, shared by all modules of a plan: a call that finds its name here removes it and traps.
 * @typedef {object} Plan
 * @property {string[]} [traps] 'open', 'read TEXT', 'racer UPDATE': that racer's advance that would pass this update
 * @property {(call: string) => void} [seen] told of every call
 * @property {number} [busy] milliseconds an update takes
 */

/** The smallest WebAssembly module. */
export const emptyWasm = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * @param {Plan} [plan]
 * @returns {CreateEta}
 */
export function fakeEta(plan = {}) {
  /** @param {string} name */
  const trap = (name) => {
    plan.seen?.(name);
    const at = plan.traps?.indexOf(name) ?? -1;
    if (at < 0) return;
    plan.traps?.splice(at, 1);
    throw new WebAssembly.RuntimeError(`unreachable (${name})`);
  };
  return async ({ instantiate }) => {
    await instantiate({});
    trap('open');
    const assets = new Map();
    const Trainer = trainerClass(trap, plan.busy ?? 0, assets);
    /** @type {InstanceType<typeof Trainer>[]} by their numbers */
    const trainers = [];
    let input = new Uint8Array(0);
    return {
      compare: () => '',
      warnings: () => '[]',
      explain(text, racer, t) {
        trap(`explain ${text}`);
        if (racer > racersOf(text)) return '';
        return JSON.stringify({ schedule: 'racer', ...(t < 0 ? {} : { t }) });
      },
      exported: () => '',
      read(text) {
        trap(`read ${text}`);
        return JSON.stringify(check(text));
      },
      drag(text, _handle, t) {
        trap(`drag ${text}`);
        return JSON.stringify(check(text.replace(/\d+/, (updates) => String(Number(updates) + t))));
      },
      readings: () => 0,
      stretch(text, racer, _path, from, to, points) {
        trap(`stretch ${text}`);
        if (racer > racersOf(text) || to > updatesOf(text)) return new Float64Array(0);
        const count = Math.min(to - from, points);
        const t = Float64Array.from({ length: count }, (_, i) => from + (count < 2 ? 0 : Math.round((i * (to - from - 1)) / (count - 1))));
        const eta = t.map((update) => racer + update / updatesOf(text));
        return Float64Array.of(eta[0], eta[eta.length - 1], 0, 0, 0, ...t, ...eta);
      },
      allocate(bytes) {
        input = new Uint8Array(bytes);
        return input;
      },
      provide(asset) {
        trap(`provide ${asset}`);
        assets.set(asset, input.length);
      },
      has: (asset) => assets.has(asset),
      start(text, racer) {
        trap(`start ${text} ${racer}`);
        return trainers.push(new Trainer(text, racer)) - 1;
      },
      dispose: (trainer) => trainers[trainer].delete(),
      advance: (trainer, count) => trainers[trainer].advance(count),
      columns: () => JSON.stringify(columns),
      column: (trainer, key) => trainers[trainer].column(key),
      factors: (trainer) => trainers[trainer].factors(),
      state: (trainer) => trainers[trainer].state(),
      weights: (trainer) => trainers[trainer].weights(),
      probabilities: (trainer) => trainers[trainer].probabilities(),
      inputs: (trainer) => trainers[trainer].inputs(),
      classes: (trainer) => trainers[trainer].classes(),
      hash: (trainer) => trainers[trainer].hash(),
      checkpoint: (trainer) => trainers[trainer].checkpoint(),
      resume: (trainer) => trainers[trainer].resume(input),
    };
  };
}

/** As the registry lists them, without what only the page asks for. @type {import('../../web/src/lib/registry.js').Column[]} */
export const columns = [
  ...['batch_loss', 'gradient_norm', 'update_norm'].map((key) => ({ key, group: /** @type {const} */ ('updates') })),
  ...['evaluation', 'validation_loss', 'validation_accuracy'].map((key) => ({ key, group: /** @type {const} */ ('evaluations') })),
  { key: 'epoch', group: /** @type {const} */ ('epochs') },
].map((column) => ({ ...column, symbol: '', is_index: ['evaluation', 'epoch'].includes(column.key), of_training: false, is_noisy: false }));

/** @param {string} text */
function updatesOf(text) {
  return Number(/^updates=(\d+)/.exec(text)?.[1] ?? Number.NaN);
}

/** @param {string} text none when it has problems */
function racersOf(text) {
  return Number.isNaN(updatesOf(text)) ? 0 : text.split(' ').filter((word) => word === 'racer').length;
}

/** @param {string} text */
export function check(text) {
  const updates = updatesOf(text);
  if (Number.isNaN(updates)) {
    const from = new TextEncoder().encode(text.split(' ')[0]).length + 1;
    const to = new TextEncoder().encode(text).length;
    return { problems: [{ code: 'strange', key: 'updates', from, to, values: ['1'] }] };
  }
  const racers = text.split(' ').filter((word) => word === 'racer');
  return {
    problems: [],
    text,
    items: [{ key: 'updates', value: String(updates), racer: 0 }],
    steps: updates,
    fair: true,
    seed: 1,
    data: { key: 'data', asset: text.includes('asset') ? 'digits' : '', samples: 4, inputs: 1, classes: 2, training: 2, validation: 2 },
    handles: [],
    racers: racers.map((schedule) => ({
      label: '',
      schedule,
      updates,
      updates_per_epoch: 2,
      boundaries: [],
      tree: { op: 'name', text: schedule },
    })),
  };
}

/**
 * @param {(name: string) => void} trap
 * @param {number} busy
 * @param {Map<string, number>} assets
 */
function trainerClass(trap, busy, assets) {
  return class {
    update = 0;
    from = 0;
    /**
     * @param {string} text
     * @param {number} racer
     */
    constructor(text, racer) {
      this.updates = updatesOf(text);
      this.racer = racer;
      this.ready = racer <= racersOf(text) && (!text.includes('asset') || assets.has('digits'));
    }
    /** @param {number} count */
    advance(count) {
      this.from = this.update;
      const to = Math.min(this.updates, this.update + count);
      for (let update = this.from; update < to; update += 1) {
        trap(`${this.racer} ${update}`);
        for (const end = performance.now() + busy; performance.now() < end; );
      }
      this.update = to;
      return to - this.from;
    }
    /** @param {string} key */
    column(key) {
      const rows = Array.from({ length: this.update - this.from }, (_, i) => this.from + i);
      if (key === 'epoch') return new Float32Array(0);
      if (!key.startsWith('evaluation') && !key.startsWith('validation')) return Float32Array.from(rows, (t) => 100 * this.racer + t);
      const after = rows.map((t) => t + 1).filter((t) => t % 10 === 0);
      return Float32Array.from(after, (t) => (key === 'evaluation' ? t : 1 / t));
    }
    factors() {
      return new Float64Array(0);
    }
    state() {
      const ended = this.update === this.updates ? 'finished' : '';
      return JSON.stringify({ update: this.update, updates: this.updates, ended: this.ready ? ended : 'unready', restored: -1 });
    }
    weights() {
      return Float32Array.of(this.racer, this.update);
    }
    probabilities() {
      return new Float32Array(0);
    }
    inputs() {
      return Float32Array.of(0);
    }
    classes() {
      return Int32Array.of(0);
    }
    hash() {
      return `${this.racer}@${this.update}`;
    }
    checkpoint() {
      return new Uint8Array(Uint32Array.of(this.update).buffer);
    }
    /** @param {Uint8Array} checkpoint */
    resume(checkpoint) {
      [this.update] = new Uint32Array(checkpoint.slice().buffer);
      trap(`${this.racer} resumed at ${this.update}`);
      return true;
    }
    delete() {
      trap(`${this.racer} deleted`);
    }
  };
}
