/** How much work one root module may cause. Over a cap, values become unknown; the work itself never goes on. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { LIMITS } from '../../../model/limits.ts';
import { type Unknown, unknown } from '../../../model/value.ts';
import type { Source } from '../hcl/source.ts';

/** Steps of all roots of a tree together: many roots may not do what one may not. */
export interface TreeWork {
  steps: number;
}

/** How many roots of a tree may use all of their steps. */
const ROOTS = 4;

/** Counts steps and depth of one root module, and reports the caps that it hits. */
export class Budget {
  readonly #diagnostics: Diagnostic[];
  readonly #reported = new Set<string>();
  readonly #tree: TreeWork;
  #steps = 0;
  #depth = 0;
  #source: Source | undefined;
  #offset = 0;

  constructor(diagnostics: Diagnostic[], tree: TreeWork = { steps: 0 }) {
    this.#diagnostics = diagnostics;
    this.#tree = tree;
  }

  /** Remembers what is being evaluated, for the diagnostic. */
  mark(source: Source, offset: number): void {
    this.#source = source;
    this.#offset = offset;
  }

  /** Counts steps; false once there are too many. */
  readonly spend = (steps: number): boolean => {
    this.#steps += steps;
    this.#tree.steps += steps;
    return !this.exhausted;
  };

  get exhausted(): boolean {
    return this.#steps > LIMITS.evaluationSteps || this.#tree.steps > ROOTS * LIMITS.evaluationSteps;
  }

  /** Opens one more evaluation inside of another; false where that is too deep. Each true is paired with `leave`. */
  enter(): boolean {
    if (this.#depth >= LIMITS.evaluationDepth) return false;
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }

  /** Evaluation ends here because there were too many steps. */
  outOfSteps(): Unknown {
    return this.limit(`evaluation takes more than ${LIMITS.evaluationSteps} steps`);
  }

  /** Evaluation ends here because expressions refer to each other too deeply. */
  tooDeep(): Unknown {
    return this.limit(`expressions are nested in each other more than ${LIMITS.evaluationDepth} deep`);
  }

  /** A text or collection that would be too large is not made. */
  tooLarge(what: 'text' | 'collection'): Unknown {
    const cap = what === 'text' ? `${LIMITS.valueCharacters} characters` : `${LIMITS.valueItems} items`;
    return this.limit(`a ${what} would have more than ${cap}`);
  }

  /** Reports a cap once, at the place where it was first hit, and answers the value that comes of it. */
  limit(why: string): Unknown {
    if (!this.#reported.has(why)) {
      this.#reported.add(why);
      this.#push(`What depends on this was not evaluated: ${why}, which is the limit.`);
    }
    return unknown(why);
  }

  /** Reports that something here was cut at a cap; once for each place. */
  cut(message: string): void {
    const place = `${this.#source?.file}:${this.#offset}`;
    if (this.#reported.has(place)) return;
    this.#reported.add(place);
    this.#push(message);
  }

  #push(message: string): void {
    const at = this.#source?.locate(this.#offset);
    this.#diagnostics.push({
      code: 'limit-exceeded',
      severity: 'error',
      message,
      ...(at === undefined ? {} : { at }),
    });
  }
}
