// A component is made by `makeX(setting)`, which builds its element once. The element's panel puts it into the page and calls `update` at most
// once per frame, with everything that has changed in the lab since the last call; the component reads the lab and rewrites what depends on
// those changes. A component changes the lab only through its functions, such as an edit, and never calls another component's `update`.
import type { Change } from '../lab/lab.js';

export interface Component {
  element: HTMLElement;
  update(changes: Set<Change>): void;
  /** Takes the colours of the style sheets again, after a change of theme. */
  restyle?(): void;
  /** Removes listeners and observers; the panel calls it before it is replaced, for instance in another language. */
  close?(): void;
}
