// What an element needs only where it is not the page itself.
export { makePaper } from './paper.js';
export { warnIfUnclosed } from './unclosed.js';
