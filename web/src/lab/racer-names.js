// What racers are called: wherever one is named, it is by these words.

/**
 * What a racer is called: its label, else the names of its segments in the reader's language, else its text.
 * @param {import('../lib/run.js').Run} run
 * @param {number} racer from 1
 * @param {import('../lib/words.js').Words} words
 * @param {import('../lib/registry.js').Describe} describe
 */
export function nameOf(run, racer, words, describe) {
  const titles = run.racers.map((each) => each.label || titleOf(each.tree, words, describe) || each.schedule);
  const title = titles[racer - 1];
  const alike = run.racers.filter((_, i) => titles[i] === title);
  if (alike.length === 1) return title;
  // Those of one name go by what tells them apart: their arguments, and what is their own.
  const { schedule, own, label, tree } = run.racers[racer - 1];
  const plain = label || alike.every((each) => each.schedule === schedule);
  const single = tree.op === 'call' || tree.op === 'name';
  const name = plain ? title : single ? title + schedule.slice(tree.text.length) : schedule;
  return [name, ...own.flatMap(({ key, value }) => (key === 'label' ? [] : [`${key}=${value}`]))].join(' ');
}

/**
 * The names of a schedule's segments; '' where one of them has none, as a formula.
 * @param {import('../lib/run.js').Tree} tree
 * @param {import('../lib/words.js').Words} words
 * @param {import('../lib/registry.js').Describe} describe
 * @returns {string}
 */
function titleOf({ op, text, children }, words, describe) {
  if (op === 'duration') return titleOf(children[0], words, describe);
  // Lowered by hand from some update on.
  if (op === 'multiply' && children[1].op === 'call' && children[1].text === 'where') {
    const name = titleOf(children[0], words, describe);
    return name && `${name} ↓`;
  }
  if (op === 'multiply') {
    const names = children.map((child) => titleOf(child, words, describe));
    return names.includes('') ? '' : names.join(' × ');
  }
  if (op === 'then') {
    const names = children.map((child) => titleOf(child, words, describe));
    return names.includes('') ? '' : names.join(' → ');
  }
  const entry = op === 'call' || op === 'name' ? describe.kinds.schedule.find(({ key }) => key === text) : undefined;
  return entry ? words.t(`schedule.${text}.name`) : '';
}
