// The interfaces of an experiment, its tasks and its figure.
import type { Setting } from '../lab/setting.js';
import type { Component } from '../ui/component.js';

/** What an experiment's tasks and figure use: the setting, and its words and numbers in the reader's language. */
export interface ExperimentContext {
  setting: Setting;
  /** Translates a key of the experiments' words. */
  t(key: string, values?: Record<string, string | number>): string;
  percent(share: number, digits?: number): string;
  /** Formats a difference of shares in percentage points. */
  points(share: number): string;
  number(value: number): string;
  /** Formats a count of updates; undefined becomes a dash. */
  integer(count: number | undefined): string;
}

/** Median and spread of the last 20 % of each racer's evaluations. */
export interface LastEvaluations {
  median: number[];
  spread: number[];
}

/** The reader predicts, then checks. The right answer is computed from the trained run and is stored nowhere. */
export interface Task {
  /** The run that answers the question; by default the experiment's. */
  run?: string;
  /** The keys of the answers' words, below the task's key. */
  answers: string[];
  /** The right answer if it depends on these alone: it is then also judged over many seeds, and the page says how many agree. */
  right?(last: LastEvaluations): number;
  /** Is called when the run has ended: gives the index of the right answer and the values of its sentence. */
  judge(context: ExperimentContext): { right: number; values: Record<string, string | number> };
}

export interface Experiment {
  run: string;
  tasks: Task[];
  /** Makes the component between the paragraph and the tasks. */
  figure?(context: ExperimentContext): Component;
  /** Whether the experiment opens with drawing on the rate's chart. */
  draws?: boolean;
}

/** What is shown instead of the laboratory. */
export interface Opened {
  element: HTMLElement;
  /** what its keys act on */
  lab: import('../lab/lab.js').Lab;
  /** Of the laboratory that it replaces. */
  update(changes: Set<import('../lab/lab.js').Change>): void;
  close(): void;
}

/** A module has one of the two: an experiment beside the laboratory, or one with charts and controls of its own. */
export interface Module {
  experiment?: Experiment;
  open?(setting: Setting): Opened;
}
