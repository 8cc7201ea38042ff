// A component is made by `makeX(setting)`, which builds its element once. Whoever made it calls `update`; for the panel's components that
// is once per frame in which anything has changed, with all changes of the lab since the last call. The component then reads the lab and
// rewrites what depends on those changes. A component that always rewrites itself, or that changes with the run only, may ignore the
// argument.
import type { Change } from '../lab/lab.js';

export interface Component {
  element: HTMLElement;
  update(changes: Set<Change>): void;
  /** Takes the colours of the style sheets again, after a change of theme. */
  restyle?(): void;
  /** Removes listeners and observers; the panel calls it before it is replaced, for instance in another language. */
  close?(): void;
}
