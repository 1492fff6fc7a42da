/**
 * How a parsing function gives up: by throwing a refusal, which the parser of the surrounding body catches and turns
 * into a diagnostic. It never leaves this folder.
 */
import type { DiagnosticCode } from '../../../model/diagnostic.ts';

/** Why something could not be parsed, and where. */
export class Refusal extends Error {
  readonly code: Extract<DiagnosticCode, 'hcl-syntax' | 'limit-exceeded'>;
  readonly offset: number;
  readonly hint: string | undefined;

  constructor(code: Refusal['code'], offset: number, message: string, hint?: string) {
    super(message);
    this.code = code;
    this.offset = offset;
    this.hint = hint;
  }
}

/** A syntax error at an offset. */
export function syntaxError(offset: number, message: string, hint?: string): Refusal {
  return new Refusal('hcl-syntax', offset, message, hint);
}
