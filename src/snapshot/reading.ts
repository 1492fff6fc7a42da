/** What every way of reading has in common: the cap on all bytes of one tree, and what counts as text. */
import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';

export interface ReadBudget {
  /** Whether a file of so many bytes may still be read. Over the cap it notes so, once, and refuses all that follows. */
  take(bytes: number, path: string): boolean;
}

/** A budget for one tree. Over it, `diagnostics` gets one `limit-exceeded`; read them after the last read. */
export function createReadBudget(diagnostics: Diagnostic[]): ReadBudget {
  let left: number = LIMITS.totalBytes;
  let open = true;
  return {
    take(bytes, path) {
      if (!open) return false;
      left -= bytes;
      if (left >= 0) return true;
      open = false;
      diagnostics.push({
        code: 'limit-exceeded',
        severity: 'error',
        message: `The files that matter hold more than ${LIMITS.totalBytes} bytes; this one and what came after it was not read.`,
        at: { file: path },
        hint: 'Look at a smaller part of the tree: set working-directory, or name a subdirectory.',
      });
      return false;
    },
  };
}

/**
 * The text of a file. What could not be read, or is not UTF-8, is undefined and noted: only a warning, since this
 * folder does not know what the file matters for.
 */
export function textOrNote(
  bytes: Buffer | undefined,
  path: string,
  diagnostics: Diagnostic[],
): string | undefined {
  const text = bytes === undefined ? undefined : decodeText(bytes);
  if (text !== undefined) return text;
  const message = bytes === undefined ? 'The file could not be read.' : 'The file is not UTF-8 text.';
  diagnostics.push({ code: 'file-unreadable', severity: 'warning', message, at: { file: path } });
  return undefined;
}

/** UTF-8 without its byte order mark; undefined where the bytes are not UTF-8. */
function decodeText(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const start = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.toString('utf8', start);
}
