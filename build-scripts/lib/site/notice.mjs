// The licences as a comment at the head of a script. Blog generators (Hexo, Jekyll, Hugo) look for front matter in every text file that
// they are given: a line of dashes, semicolons or plus signs would make them drop the script. Such rules become equals signs.

/** @param {string} text @returns {string} a comment that ends with a line's end */
export function notice(text) {
  const safe = text.replaceAll('*/', '* /').replace(/^[^\S\n]*(?:-{3,}|;{3,}|\+{3,})[^\S\n]*$/gm, (rule) => '='.repeat(rule.trim().length));
  return `/*\n${safe}${safe.endsWith('\n') || safe === '' ? '' : '\n'}*/\n`;
}
