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
  /** Gives the figures over 16 seeds of an experiment or a task, as texts. */
  figuresOf(key: string): Record<string, string>;
}

/** What a racer gave with one seed. */
export interface Measured {
  accuracy: number[];
  trainingAccuracy: number[];
  trainingLoss: number[];
  /** the evaluation whose weights were put back at the end; -1: none */
  restored: number;
  /** whether it broke off, its loss or weights no longer finite */
  diverged: boolean;
  /** the update at which a rule or a failure ended it; -1: it did all */
  stopped: number;
}

/**
 * The reader predicts, then checks. The right answer is what 16 seeds say (lib/paired-seeds.js): `build-scripts/build figures` writes it with
 * the figures of its sentence, and the page trains the run so that it can be seen.
 */
export interface Task {
  /** The run that answers the question; by default the experiment's. It has what is not shown before. */
  run?: string;
  /** The keys of the answers' words, below the task's key. */
  answers: string[];
  /** What each of the first answers has with one seed: the one with the most is right; when it has not, every answer is. */
  compared(racers: Measured[]): number[];
  /** Whether `compared` gives shares, whose difference is said in percentage points. */
  shares?: boolean;
  /** The values of its sentence with one seed; their medians over the seeds are said. */
  values(racers: Measured[]): Record<string, number>;
  /** How these values are written: with one decimal of a percent unless it says otherwise. */
  digits?: 'significant';
}

export interface Experiment {
  run: string;
  tasks: Task[];
  /** Makes the component between the paragraph and the tasks. */
  figure?(context: ExperimentContext): Component;
  /** Answers of the first task, which are also racers: a table lists their figures over the seeds. */
  rows?: string[];
  /** Whether the experiment opens with drawing on the rate's chart. */
  draws?: boolean;
  /** Whether its figure stands in place of the accuracy, which shows nothing of what it is about. */
  instead?: boolean;
  /** Whether it opens with a logarithmic axis of the rate. */
  log?: boolean;
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
