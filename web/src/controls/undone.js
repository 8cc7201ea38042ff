// The sentence that says what was undone or redone.

/** @param {import('../lib/words.js').Words} words @param {NonNullable<import('../lab/edit-history.js').EditHistory['travelled']>} travelled */
export const undone = (words, { by, kind }) => words.t(by < 0 ? 'undone' : 'redone', { what: words.t(`gesture.${kind}`) });
