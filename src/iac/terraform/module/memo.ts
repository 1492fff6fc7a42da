/** Results that are computed once, by name. A name that needs itself is reported and unknown. */
import type { SourceLocation } from '../../../model/source-location.ts';
import { type Unknown, unknown } from '../../../model/value.ts';
import { type Context, reportOnce } from './context.ts';

/** More names of a circle than this are not written out. */
const SHOWN = 6;

export class Memo<Result> {
  readonly #context: Context;
  readonly #values = new Map<string, Result>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The result under a name; `address` is what the name is called in the whole configuration. */
  get(address: string, at: SourceLocation, compute: () => Result): Result | Unknown {
    const known = this.#values.get(address);
    if (known !== undefined) return known;
    const { open } = this.#context;
    if (open.has(address)) return this.#circle(address, at);
    open.add(address);
    const result = compute();
    open.delete(address);
    this.#values.set(address, result);
    return result;
  }

  #circle(address: string, at: SourceLocation): Unknown {
    const names = [...this.#context.open];
    const circle = [...names.slice(names.indexOf(address)), address];
    const shown = circle.length > SHOWN ? [...circle.slice(0, SHOWN - 1), '…', address] : circle;
    const message = `${address} refers to itself: ${shown.join(' -> ')}.`;
    reportOnce(this.#context, `circle ${address}`, {
      code: 'iac-unresolved',
      severity: 'error',
      message,
      at,
    });
    return unknown(`${address} refers to itself`, { at });
  }
}
