import type { Scope } from './price.ts';

/** What a model id's prefix means, in words: `global profile`, `us profile`, `in region`. */
export function scopeTitle(scope: Scope, prefix: string | undefined): string {
  if (scope === 'global') return 'global profile';
  return scope === 'geographic' ? `${prefix ?? 'geographic'} profile` : 'in region';
}
