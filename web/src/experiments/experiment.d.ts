// What an experiment is made of.
import type { Setting } from '../lab/setting.js';

/** What an experiment's parts are given. */
export interface ExperimentContext {
  setting: Setting;
  /** words of the experiments */
  say(key: string, values?: Record<string, string | number>): string;
  percent(share: number, digits?: number): string;
  /** a difference of shares, in percentage points */
  points(share: number): string;
  number(value: number): string;
  /** a count of updates; a dash where there is none */
  whole(count: number | undefined): string;
}

export interface ExperimentPart {
  element: Node;
  update(changes: Set<import('../lab/lab.js').Change>): void;
  close?(): void;
}

/** Median and spread of the last 20 % of the evaluations, a racer each. */
export interface LastEvaluations {
  median: number[];
  spread: number[];
}

/** Predict, then check. The right answer is found in the run that was trained, never written down. */
export interface Task {
  /** the run that answers it; without it the experiment's own */
  run?: string;
  /** keys of words, each after the task's own */
  answers: string[];
  /** the right answer by these alone: so it is asked over many seeds, and how many agree is said */
  right?(last: LastEvaluations): number;
  /** Asked when the run has come to its end: the index of the right answer, and what its sentence says. */
  judge(bench: ExperimentContext): { right: number; values: Record<string, string | number> };
}

export interface Experiment {
  run: string;
  tasks: Task[];
  /** between the paragraph and the tasks */
  part?(bench: ExperimentContext): ExperimentPart;
  /** opens the drawing of the rate */
  draws?: boolean;
}

/** What stands in the laboratory's place. */
export interface Opened {
  element: HTMLElement;
  close(): void;
}

/** One of the two: an experiment with the laboratory, or one that has charts and controls of its own. */
export interface Module {
  experiment?: Experiment;
  open?(setting: Setting): Opened;
}
